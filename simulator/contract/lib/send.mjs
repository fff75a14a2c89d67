// Sends recorded requests to the live server, with its own ids and secrets in them.
import http from 'node:http';

/** opt: the options; ids: the map of ids; secrets: values of placeholders. */
export function sender(opt, ids, secrets) {
  const jar = {};
  let seq = 0; // how many requests have been sent
  const browserCookie = n =>
    jar[n] ??
    (n === 'csrftoken'
      ? ids.map.get('<cookie:csrf.cookie_is_set>')
      : undefined) ??
    '';
  let lastChange = 0;
  const sleep = ms => new Promise(r => setTimeout(r, ms));

  function once(e) {
    const q = e.request;
    const base = new URL(opt.baseFor[e.need] ?? opt.base);
    const type =
      Object.entries(q.headers).find(
        ([k]) => k.toLowerCase() === 'content-type'
      )?.[1] ?? '';
    const form = /urlencoded/.test(type);
    let data = null;
    if (q.body) {
      const b = q.body;
      if (b.kind === 'fill') {
        data = Buffer.alloc(b.bytes, b.char);
      } else if (b.kind === 'base64') {
        data = Buffer.from(b.value, 'base64');
      } else if (b.kind === 'json') {
        data = Buffer.from(ids.out(JSON.stringify(b.value)));
      } else {
        data = Buffer.from(
          /octet-stream/.test(type)
            ? b.value
            : ids.out(b.value, { form }).replace(/<form:[^>]*>/g, '')
        );
      }
    }
    const headers = {};
    for (const [k, v] of Object.entries(q.headers)) {
      const l = k.toLowerCase();
      if (l === 'host' || l === 'content-length') {
        continue;
      }
      if (l === 'cookie') {
        headers[k] = v
          .replace(/<browser:([^>]+)>/g, (_, n) => browserCookie(n))
          .replace(/<cookie:[^>]+>/g, t => ids.map.get(t) ?? t);
      } else if (/<client_id:client_secret>/.test(v)) {
        headers[k] =
          'Basic ' +
          Buffer.from(
            `${secrets['<client_id:confidential>']}:${secrets['<client_secret:confidential>']}`
          ).toString('base64');
      } else if (l === 'if-match') {
        const id = /\/records\/(\d+)/.exec(q.path)?.[1];
        headers[k] = v.replace(
          /\d+/,
          n => ids.revisions.get(`${id}/${n}`) ?? n
        );
      } else {
        headers[k] = v
          .replace(/<browser:([^>]+)>/g, (_, n) => browserCookie(n))
          .replace(/^[\s\S]*$/, s => ids.out(s));
      }
    }
    headers['User-Agent'] ??= 'contract-replay/1.0';
    const chunked = /chunked/i.test(headers['Transfer-Encoding'] ?? '');
    if (e.abort_after) {
      headers['Content-Length'] = q.headers['Content-Length'];
    } else if (
      !chunked &&
      (data || ['POST', 'PUT', 'PATCH'].includes(q.method))
    ) {
      headers['Content-Length'] = String(data?.length ?? 0);
    }
    const path = ids.out(q.path, { form: true });
    return new Promise(resolve => {
      const req = http.request(
        {
          host: base.hostname,
          port: base.port || 80,
          method: q.method,
          path,
          headers,
          agent: false,
          timeout: 300000
        },
        res => {
          const parts = [];
          res.on('data', c => parts.push(c));
          res.on('error', x =>
            resolve({
              error: x.message,
              headers: {},
              raw: Buffer.alloc(0),
              status: 0,
              path
            })
          );
          res.on('end', () => {
            const h = {};
            for (let i = 0; i < res.rawHeaders.length; i += 2) {
              const k = res.rawHeaders[i].toLowerCase();
              h[k] =
                k === 'set-cookie'
                  ? [...(h[k] ?? []), res.rawHeaders[i + 1]]
                  : res.rawHeaders[i + 1];
            }
            resolve({
              status: res.statusCode,
              headers: h,
              raw: Buffer.concat(parts),
              path
            });
          });
        }
      );
      req.on('error', x =>
        resolve({
          error: x.message,
          headers: {},
          raw: Buffer.alloc(0),
          status: 0,
          path
        })
      );
      req.on('timeout', () => req.destroy(new Error('timeout')));
      if (e.abort_after) {
        req.write(Buffer.alloc(e.abort_after, 'x'), () =>
          setTimeout(() => req.destroy(), 50)
        );
        setTimeout(
          () =>
            resolve({ status: null, headers: {}, raw: Buffer.alloc(0), path }),
          150
        );
      } else if (data && chunked) {
        for (let i = 0; i < data.length; i += 65536) {
          req.write(data.subarray(i, i + 65536));
        }
        req.end();
      } else {
        req.end(data ?? undefined);
      }
    });
  }

  const isSearch = p =>
    /^\/api\/(user\/)?(records|requests|communities)(\?|$)|\/versions$|\/communities$/.test(
      p
    );

  async function send(e) {
    if (e.pause_ms && !opt.noPause) {
      await sleep(e.pause_ms);
    }
    if (opt.settle && e.request.method === 'GET' && isSearch(e.request.path)) {
      await sleep(Math.max(0, lastChange + +opt.settle - Date.now()));
    }
    const nth = ++seq;
    let live;
    const n = e.repeat?.times ?? 1;
    for (let i = 0; i < n; i++) {
      if (i) {
        seq++;
      }
      live = await once(e);
      if (e.repeat?.until_status === live.status) {
        break;
      }
    }
    if (!['GET', 'HEAD', 'OPTIONS'].includes(e.request.method)) {
      lastChange = Date.now();
    }
    if (e.pause_after_ms) {
      await sleep(e.pause_after_ms);
    }
    live.nth = nth;
    const got = {};
    for (const c of live.headers['set-cookie'] ?? []) {
      const [, k, v] = /^([^=]+)=([^;]*)/.exec(c);
      got[k] = v;
    }
    if (e.browser) {
      Object.assign(jar, got);
    } else if (got.csrftoken) {
      ids.map.set(`<cookie:${e.name}>`, got.csrftoken);
    }
    if (e.setup && e.browser) {
      const m = /name="csrf_token"[^>]*value="([^"]+)"/.exec(
        live.raw.toString('utf8')
      );
      if (m) {
        ids.map.set('<form:csrf_token>', m[1]);
      }
    }
    return live;
  }
  return send;
}
