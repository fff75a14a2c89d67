// Reads exchanges.json into the form that the replay works with.
import fs from 'node:fs';

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

function body(b) {
  if (b === null || b === undefined) {
    return null;
  }
  if ('json' in b) {
    return { kind: 'json', value: b.json, kept: b.kept_hits };
  }
  if ('text' in b) {
    return { kind: 'text', value: b.text };
  }
  if ('base64' in b) {
    return { kind: 'base64', value: b.base64 };
  }
  if ('bytes' in b) {
    return { kind: 'fill', char: b.repeat, bytes: b.bytes };
  }
  if ('html' in b) {
    return { kind: 'html', title: b.html.title };
  }
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

/** The exchanges; `heldFile` has the answers that were withheld. */
export function load(file, { heldFile } = {}) {
  const { recording, exchanges } = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (heldFile) {
    const held = new Map(
      JSON.parse(fs.readFileSync(heldFile, 'utf8')).exchanges.map(e => [
        e.name,
        e.response
      ])
    );
    for (const e of exchanges) {
      if (e.held && held.has(e.name)) {
        e.response = held.get(e.name);
      }
    }
  }
  return { meta: recording, list: exchanges.map(internal) };
}
