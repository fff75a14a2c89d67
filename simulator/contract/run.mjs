#!/usr/bin/env node
// Replays recorded exchanges against a server and compares the answers.   node simulator/contract/run.mjs --help
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

import { compare, verdict } from './lib/compare.mjs';
import { Ids, recordIdsOf } from './lib/ids.mjs';
import { load } from './lib/load.mjs';
import { options } from './lib/options.mjs';
import { report } from './lib/report.mjs';
import { sender } from './lib/send.mjs';

const opt = options(
  process.argv.slice(2),
  fileURLToPath(new URL('./exchanges.json', import.meta.url))
);
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
const origin = new URL(opt.base).origin;
const secrets = {
  '<token>': creds.token,
  '<password>': creds.password ?? '123456',
  '<run>': String(Date.now())
};
for (const k of ['noscope', 'other', 'curator']) {
  if (creds['token_' + k]) {
    secrets[`<token:${k}>`] = creds['token_' + k];
  }
}
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

const send = sender(opt, ids, secrets);

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
const t0 = Date.now();
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
  ) {
    batch.push(queue[++i]);
  }
  const answers = await Promise.all(batch.map(send));
  batch.forEach((e, k) => {
    const live = answers[k];
    if (live.error && !results.length && !setupProblems.length) {
      process.stderr.write(`no answer from ${opt.base}: ${live.error}\n`);
      process.exit(2);
    }
    if (e.setup) {
      const loose = e.response.status === null || e.repeat?.until_status; // broken off, or repeated until refused
      const d = loose
        ? []
        : compare(ids, e, live).filter(
            x => x.hard && (x.kind !== 'headers' || x.where === 'location')
          );
      if (d.length) {
        setupProblems.push({
          name: e.name,
          request: `${e.request.method} ${live.path}`,
          diffs: d
        });
      }
      return;
    }
    const r = {
      name: e.name,
      group: e.name.split('.')[0],
      nth: live.nth,
      request: `${e.request.method} ${live.path}`,
      status: live.status
    };
    if (!e.response) {
      Object.assign(r, { verdict: 'held', diffs: [] });
    } else {
      let d = compare(ids, e, live);
      if (live.error) {
        d.unshift({ kind: 'status', where: 'connection', hard: live.error });
      }
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
    if (!only || only.test(e.name)) {
      results.push(r);
    }
  });
}

const full = report(opt, { results, setupProblems, queue, left, ids, t0 });
if (opt.json) {
  fs.writeFileSync(opt.json, JSON.stringify(full, null, 1));
}
const { summary } = full;
const bad =
  opt.minStatus || opt.minFull
    ? summary.status_agreement < +(opt.minStatus ?? 0) ||
      summary.full_agreement < +(opt.minFull ?? 0)
    : summary.full_agreement < 100;
process.exit(bad ? 1 : 0);
