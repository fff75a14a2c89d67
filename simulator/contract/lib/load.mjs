// Reads a trace file (the raw recorder's list, or contract/exchanges.json) into one internal form.
import fs from 'node:fs';
import path from 'node:path';

/** Groups that need a special server or load; not sent unless asked for with --include. */
export const SPECIAL = [
  {
    need: 'rate',
    test: /^rate\.(guest|token|preflight|search)/,
    why: 'uses up rate limits (133 a minute for guests, 30 searches a minute) with about 170 unrecorded requests'
  },
  {
    need: 'quota',
    test: /^(quota\.|rate\.user)/,
    why: 'server with a bucket quota and maximum file size of 1000 bytes and 12 requests a minute per user'
  },
  {
    need: 'limiter',
    test: /^limiter_first\./,
    why: 'server whose rate limiter runs before the token is looked at'
  },
  { need: 'large', test: /101MiB/, why: 'sends one body of 101 MiB' },
  {
    need: 'parallel',
    test: /^parallel\./,
    why: 'several requests at the same time; the answers depend on who comes first'
  }
];
export const needOf = name =>
  SPECIAL.find(s => s.test.test(name))?.need ?? null;

const jsonType = ct => /[/+]json\b/i.test(ct ?? '');

function body(b, ct) {
  if (b === null || b === undefined) return null;
  if (typeof b === 'string') {
    let m;
    if ((m = /^<(\d+) bytes>$/.exec(b)))
      return { kind: 'fill', char: '\0', bytes: +m[1] };
    if ((m = /^<html page of (\d+) bytes, title: '(.*)'>$/.exec(b)))
      return { kind: 'html', bytes: +m[1], title: m[2] };
    if (jsonType(ct)) {
      try {
        return { kind: 'json', value: JSON.parse(b) };
      } catch {
        /* malformed on purpose */
      }
    }
    return { kind: 'text', value: b };
  }
  if ('json' in b) return { kind: 'json', value: b.json, kept: b.kept_hits };
  if ('text' in b) return { kind: 'text', value: b.text };
  if ('base64' in b) return { kind: 'base64', value: b.base64 };
  if ('bytes' in b) return { kind: 'fill', char: b.repeat, bytes: b.bytes };
  if ('html' in b) return { kind: 'html', title: b.html.title };
  throw new Error('unknown body form ' + JSON.stringify(b).slice(0, 80));
}

const lower = h =>
  Object.fromEntries(
    Object.entries(h ?? {}).map(([k, v]) => [k.toLowerCase(), v])
  );

export function internal(e) {
  const qh = { ...e.request.headers };
  const ct = Object.entries(qh).find(
    ([k]) => k.toLowerCase() === 'content-type'
  )?.[1];
  const rh = lower(e.response?.headers);
  return {
    ...e,
    need: e.need ?? needOf(e.for ?? e.name),
    request: {
      method: e.request.method,
      path: e.request.path,
      headers: qh,
      body: body(e.request.body, ct)
    },
    response: e.response
      ? {
          status: e.response.status,
          headers: rh,
          body: body(e.response.body, rh['content-type'])
        }
      : null
  };
}

/** Raw recorder file: put the set-up steps in, mark the browser's cookies, make placeholders unambiguous. */
export function mergeSetup(list, setup) {
  const out = [];
  const steps = new Map(setup.steps.map(s => [s.before, s.entries]));
  const jar = new Set(setup.browser);
  for (const t of list) {
    const e = structuredClone(t);
    for (const s of steps.get(e.name) ?? []) {
      const c = structuredClone(s);
      c.request.headers = { 'User-Agent': agent(), ...c.request.headers };
      out.push(c);
    }
    if (setup.pause_ms[e.name]) e.pause_ms = setup.pause_ms[e.name];
    if (jar.has(e.name)) e.browser = true;
    const h = e.request.headers;
    const c = e.browser
      ? n => `<browser:${n}>`
      : () => '<cookie:csrf.cookie_is_set>';
    if (h.Cookie)
      h.Cookie = h.Cookie.replace(
        /([A-Za-z_]+)=<value>/g,
        (_, n) => `${n}=${c(n)}`
      );
    if (h['X-CSRFToken']) h['X-CSRFToken'] = c('csrftoken');
    h['User-Agent'] = agent(h['User-Agent']);
    delete h['Content-Length'];
    delete h.Host;
    if (e.name === 'oauth.token.unsupported_grant')
      e.request.body = e.request.body.replace(
        'password=123456',
        'password=<password>'
      );
    out.push(e);
  }
  return out;
}

export function agent(ua) {
  const m = /^(rate-test|rate-search|lf|lq)\/\d+(b?)$/.exec(ua ?? '');
  return m ? `contract-${m[1]}${m[2]}/<run>` : 'contract-replay/1.0';
}

export function load(file, { setupFile, heldFile } = {}) {
  const doc = JSON.parse(fs.readFileSync(file, 'utf8'));
  let list, meta;
  if (Array.isArray(doc)) {
    list = doc;
    if (!list.some(e => e.setup)) {
      const f =
        setupFile ?? new URL('../setup-steps.json', import.meta.url).pathname;
      const setup = JSON.parse(fs.readFileSync(f, 'utf8'));
      meta = setup.recording;
      list = mergeSetup(list, setup);
    }
  } else {
    list = doc.exchanges;
    meta = doc.recording;
  }
  meta ??= JSON.parse(
    fs.readFileSync(path.join(path.dirname(file), 'recording.json'), 'utf8')
  );
  if (heldFile) {
    const held = new Map(
      JSON.parse(fs.readFileSync(heldFile, 'utf8')).exchanges.map(e => [
        e.name,
        e.response
      ])
    );
    for (const e of list)
      if (e.held && held.has(e.name)) e.response = held.get(e.name);
  }
  return { meta, list: list.map(internal) };
}
