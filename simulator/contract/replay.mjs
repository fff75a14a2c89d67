#!/usr/bin/env node
// Replays recorded exchanges against a server and compares the answers.   node replay.mjs --help
import fs from 'node:fs';
import http from 'node:http';
import { load, SPECIAL } from './lib/load.mjs';
import { Ids, recordIdsOf } from './lib/ids.mjs';
import { compare, verdict } from './lib/compare.mjs';

const HELP = `node replay.mjs --traces FILE --base http://127.0.0.1:PORT --creds creds.json
  --only REGEX      report only exchanges whose name matches (all others are sent too: they make the state)
  --skip REGEX      do not send these
  --include LIST    send also special groups: ${SPECIAL.map(s => s.need).join(',')} or all
  --base-for G=URL  another server for a special group (repeatable), e.g. quota=http://127.0.0.1:5056
  --held FILE       compare withheld answers with this file too (else they are sent, not compared)
  --doi-prefix P    the live server's DOI prefix (10.5072)
  --origin URL      the origin the live server writes into links, if not --base (repeatable)
  --settle MS       before a search, wait until MS have passed since the last change (real server: 1500)
  --no-pause        leave out the recorded pauses (a server whose searches never lag)
  --ignore FILE     differences not to count, with reasons (ignore.json beside this file)
  --json FILE       full report;  --fail-list  list what differs;  --verbose  soft remarks as well
  --min-status P --min-full P    exit 1 only below these percentages (else: at any difference)`;

const opt = { include: [], baseFor: {}, origin: [] };
const argv = process.argv.slice(2);
while (argv.length) {
  const a = argv.shift();
  const v = () => {
    if (!argv.length) fail(a + ' needs a value');
    return argv.shift();
  };
  if (a === '--help' || a === '-h') {
    console.log(HELP);
    process.exit(0);
  } else if (
    [
      '--traces',
      '--base',
      '--creds',
      '--only',
      '--skip',
      '--held',
      '--json',
      '--doi-prefix',
      '--settle',
      '--ignore',
      '--min-status',
      '--min-full'
    ].includes(a)
  )
    opt[a.slice(2).replace(/-(\w)/g, (_, c) => c.toUpperCase())] = v();
  else if (a === '--include') opt.include.push(...v().split(','));
  else if (a === '--base-for') {
    const [g, ...u] = v().split('=');
    opt.baseFor[g] = u.join('=');
  } else if (a === '--origin') opt.origin.push(v());
  else if (['--fail-list', '--verbose', '--no-pause'].includes(a))
    opt[a.slice(2).replace(/-(\w)/g, (_, c) => c.toUpperCase())] = true;
  else fail('unknown option ' + a);
}
function fail(t) {
  console.error(t + '\n' + HELP);
  process.exit(2);
}
for (const k of ['traces', 'base', 'creds'])
  if (!opt[k]) fail('--' + k + ' is missing');

const { meta, list } = load(opt.traces, { heldFile: opt.held });
const creds = JSON.parse(fs.readFileSync(opt.creds, 'utf8'));
const ignore = JSON.parse(
  fs.readFileSync(
    opt.ignore ?? new URL('./ignore.json', import.meta.url),
    'utf8'
  )
).map(r => ({
  ...r,
  n: new RegExp(r.name),
  w: r.where ? new RegExp(r.where) : null
}));
const run = String(Date.now());
const origin = new URL(opt.base).origin;
const secrets = {
  '<token>': creds.token,
  '<password>': creds.password ?? '123456',
  '<run>': run
};
for (const k of ['noscope', 'other', 'curator'])
  if (creds['token_' + k]) secrets[`<token:${k}>`] = creds['token_' + k];
for (const [k, c] of Object.entries(creds.clients ?? {})) {
  secrets[`<client_id:${k}>`] = c.client_id;
  secrets[`<client_secret:${k}>`] = c.client_secret;
}
const ids = new Ids(
  meta,
  {
    origin,
    other_origins: [
      ...Object.values(opt.baseFor).map(u => new URL(u).origin),
      ...opt.origin,
      origin.replace('127.0.0.1', 'localhost')
    ],
    doi_prefix: opt.doiPrefix ?? meta.doi_prefix,
    users: creds.users,
    communities: creds.communities,
    secrets
  },
  recordIdsOf(list)
);

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
    if (b.kind === 'fill') data = Buffer.alloc(b.bytes, b.char);
    else if (b.kind === 'base64') data = Buffer.from(b.value, 'base64');
    else if (b.kind === 'json')
      data = Buffer.from(ids.out(JSON.stringify(b.value)));
    else
      data = Buffer.from(
        /octet-stream/.test(type)
          ? b.value
          : ids.out(b.value, { form }).replace(/<form:[^>]*>/g, '')
      );
  }
  const headers = {};
  for (const [k, v] of Object.entries(q.headers)) {
    const l = k.toLowerCase();
    if (l === 'host' || l === 'content-length') continue;
    if (l === 'cookie') {
      headers[k] = v
        .replace(/<browser:([^>]+)>/g, (_, n) => browserCookie(n))
        .replace(/<cookie:[^>]+>/g, t => ids.map.get(t) ?? t);
    } else if (/<client_id:client_secret>/.test(v))
      headers[k] =
        'Basic ' +
        Buffer.from(
          `${secrets['<client_id:confidential>']}:${secrets['<client_secret:confidential>']}`
        ).toString('base64');
    else if (l === 'if-match') {
      const id = /\/records\/(\d+)/.exec(q.path)?.[1];
      headers[k] = v.replace(/\d+/, n => ids.revisions.get(`${id}/${n}`) ?? n);
    } else
      headers[k] = v
        .replace(/<browser:([^>]+)>/g, (_, n) => browserCookie(n))
        .replace(/^[\s\S]*$/, s => ids.out(s));
  }
  headers['User-Agent'] ??= 'contract-replay/1.0';
  const chunked = /chunked/i.test(headers['Transfer-Encoding'] ?? '');
  if (e.abort_after) headers['Content-Length'] = q.headers['Content-Length'];
  else if (!chunked && (data || ['POST', 'PUT', 'PATCH'].includes(q.method)))
    headers['Content-Length'] = String(data?.length ?? 0);
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
      for (let i = 0; i < data.length; i += 65536)
        req.write(data.subarray(i, i + 65536));
      req.end();
    } else req.end(data ?? undefined);
  });
}

const isSearch = p =>
  /^\/api\/(user\/)?(records|requests|communities)(\?|$)|\/versions$|\/communities$/.test(
    p
  );

async function send(e) {
  if (e.pause_ms && !opt.noPause) await sleep(e.pause_ms);
  if (opt.settle && e.request.method === 'GET' && isSearch(e.request.path))
    await sleep(Math.max(0, lastChange + +opt.settle - Date.now()));
  const nth = ++seq;
  let live;
  const n = e.repeat?.times ?? 1;
  for (let i = 0; i < n; i++) {
    if (i) seq++;
    live = await once(e);
    if (e.repeat?.until_status === live.status) break;
  }
  if (!['GET', 'HEAD', 'OPTIONS'].includes(e.request.method))
    lastChange = Date.now();
  if (e.pause_after_ms) await sleep(e.pause_after_ms);
  live.nth = nth;
  const got = {};
  for (const c of live.headers['set-cookie'] ?? []) {
    const [, k, v] = /^([^=]+)=([^;]*)/.exec(c);
    got[k] = v;
  }
  if (e.browser) Object.assign(jar, got);
  else if (got.csrftoken) ids.map.set(`<cookie:${e.name}>`, got.csrftoken);
  if (e.setup && e.browser) {
    const m = /name="csrf_token"[^>]*value="([^"]+)"/.exec(
      live.raw.toString('utf8')
    );
    if (m) ids.map.set('<form:csrf_token>', m[1]);
  }
  return live;
}

const results = [],
  setupProblems = [];
const only = opt.only && new RegExp(opt.only),
  skip = opt.skip && new RegExp(opt.skip);
const included = need =>
  !need || opt.include.includes(need) || opt.include.includes('all');
const queue = list.filter(
  e => included(e.need) && !(skip && skip.test(e.for ?? e.name))
);
const left = list.filter(e => !e.setup && !queue.includes(e));
let t0 = Date.now();
for (let i = 0; i < queue.length; i++) {
  const batch = [queue[i]];
  const stem = e =>
    e.need === 'parallel' && !e.setup
      ? /^(parallel\.\w+)\.\d+$/.exec(e.name)?.[1]
      : undefined;
  while (
    stem(batch[0]) &&
    queue[i + 1] &&
    stem(queue[i + 1]) === stem(batch[0])
  )
    batch.push(queue[++i]);
  const answers = await Promise.all(batch.map(send));
  batch.forEach((e, k) => {
    const live = answers[k];
    if (live.error && !results.length && !setupProblems.length) {
      console.error(`no answer from ${opt.base}: ${live.error}`);
      process.exit(2);
    }
    if (e.setup) {
      const loose = e.response.status === null || e.repeat?.until_status; // broken off, or repeated until refused
      const d = loose
        ? []
        : compare(ids, e, live).filter(
            x => x.hard && (x.kind !== 'headers' || x.where === 'location')
          );
      if (d.length)
        setupProblems.push({
          name: e.name,
          request: `${e.request.method} ${live.path}`,
          diffs: d
        });
      return;
    }
    const r = {
      name: e.name,
      group: e.name.split('.')[0],
      nth: live.nth,
      request: `${e.request.method} ${live.path}`,
      status: live.status
    };
    if (!e.response) Object.assign(r, { verdict: 'held', diffs: [] });
    else {
      let d = compare(ids, e, live);
      if (live.error)
        d.unshift({ kind: 'status', where: 'connection', hard: live.error });
      const off = x =>
        x.hard &&
        ignore.find(
          g =>
            g.n.test(e.name) &&
            (!g.w || g.w.test(x.where)) &&
            (!g.kind || g.kind === x.kind)
        );
      r.ignored = d.filter(off).length;
      d = d.map(x =>
        off(x) ? { ...x, hard: undefined, soft: 'ignored: ' + x.hard } : x
      );
      Object.assign(r, {
        expected: e.response.status,
        verdict: verdict(d),
        diffs: d.filter(x => x.hard),
        soft: d.filter(x => !x.hard)
      });
    }
    if (!only || only.test(e.name)) results.push(r);
  });
}

// ---------------------------------------------------------------- report
const done = results.filter(r => r.verdict !== 'held');
const pc = (n, of) => (of ? ((100 * n) / of).toFixed(1) : '-').padStart(6);
const groups = {};
for (const r of results) {
  const g = (groups[r.group] ??= {
    n: 0,
    held: 0,
    status: 0,
    full: 0,
    'status differs': 0,
    'body differs': 0,
    'headers differs': 0,
    soft: 0
  });
  if (r.verdict === 'held') {
    g.held++;
    continue;
  }
  g.n++;
  if (r.verdict !== 'status differs') g.status++;
  if (r.verdict === 'same') g.full++;
  else g[r.verdict]++;
  if (r.soft.length) g.soft++;
}
if (opt.failList || opt.verbose)
  for (const r of results) {
    if (
      r.verdict === 'held' ||
      (r.verdict === 'same' && !(opt.verbose && r.soft.length))
    )
      continue;
    console.log(
      `${r.verdict === 'same' ? 'same, but' : r.verdict.toUpperCase()}  ${r.name}  ${r.request.slice(0, 100)}`
    );
    for (const d of r.diffs.slice(0, 6))
      console.log(`      ${d.kind} ${d.where}: ${d.hard}`);
    if (r.diffs.length > 6) console.log(`      … ${r.diffs.length - 6} more`);
    if (opt.verbose)
      for (const d of r.soft.slice(0, 6))
        console.log(`      (soft) ${d.kind} ${d.where}: ${d.soft}`);
  }
for (const p of setupProblems.slice(0, opt.failList || opt.verbose ? 99 : 5))
  console.log(
    `SET-UP  ${p.name}  ${p.request.slice(0, 90)}  ${p.diffs[0].where}: ${p.diffs[0].hard}`
  );
console.log(
  '\ngroup               compared  status %   full %   status  body  headers  soft  held'
);
const line = (n, g) =>
  console.log(
    `${n.padEnd(20)}${String(g.n).padStart(8)}   ${pc(g.status, g.n)}   ${pc(g.full, g.n)}   ${String(g['status differs']).padStart(6)}${String(g['body differs']).padStart(6)}${String(g['headers differs']).padStart(9)}${String(g.soft).padStart(6)}${String(g.held).padStart(6)}`
  );
const total = {
  n: 0,
  held: 0,
  status: 0,
  full: 0,
  'status differs': 0,
  'body differs': 0,
  'headers differs': 0,
  soft: 0
};
for (const [n, g] of Object.entries(groups)) {
  line(n, g);
  for (const k of Object.keys(total)) total[k] += g[k];
}
line('all', total);
const summary = {
  compared: total.n,
  held: total.held,
  not_sent: left.length,
  not_sent_by_need: {},
  setup_problems: setupProblems.length,
  setup_steps: queue.filter(e => e.setup).length,
  status_agreement: +((100 * total.status) / (total.n || 1)).toFixed(2),
  full_agreement: +((100 * total.full) / (total.n || 1)).toFixed(2),
  exchanges_with_ignored_differences: done.filter(r => r.ignored).length,
  seconds: Math.round((Date.now() - t0) / 1000),
  unmapped: [...ids.unknown].length
};
for (const e of left)
  summary.not_sent_by_need[e.need ?? 'skipped'] =
    (summary.not_sent_by_need[e.need ?? 'skipped'] ?? 0) + 1;
console.log(
  `\nstatus agreement ${summary.status_agreement} %   full agreement ${summary.full_agreement} %   of ${total.n} compared; held back ${total.held}; not sent ${left.length} ${JSON.stringify(summary.not_sent_by_need)}`
);
console.log(
  `set-up steps with problems: ${setupProblems.length} of ${summary.setup_steps};  exchanges with ignored differences: ${summary.exchanges_with_ignored_differences};  ${summary.seconds} s`
);
const where = {};
for (const r of done)
  for (const w of new Set(
    r.diffs.map(d => `${d.kind} ${d.where.replace(/\[\d+\]/g, '[]')}`)
  ))
    where[w] = (where[w] ?? 0) + 1;
const top = Object.entries(where)
  .sort((a, b) => b[1] - a[1])
  .slice(0, opt.failList ? 15 : 5);
if (top.length)
  console.log('most frequent: ' + top.map(([w, n]) => `${w} ×${n}`).join('; '));
if (opt.json)
  fs.writeFileSync(
    opt.json,
    JSON.stringify(
      {
        base: opt.base,
        traces: opt.traces,
        summary,
        groups,
        frequent: where,
        setup_problems: setupProblems,
        results,
        not_sent: left.map(e => ({ name: e.name, need: e.need }))
      },
      null,
      1
    )
  );
const bad =
  opt.minStatus || opt.minFull
    ? summary.status_agreement < +(opt.minStatus ?? 0) ||
      summary.full_agreement < +(opt.minFull ?? 0)
    : total.full < total.n;
process.exit(bad ? 1 : 0);
