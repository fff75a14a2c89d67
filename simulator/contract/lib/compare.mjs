// Recorded answer against live answer: a list of {where, kind: 'status'|'body'|'headers', hard|soft: text}.
import { compareHeaders } from './headers.mjs';
import { short } from './ids.mjs';

const media = ct => (ct ?? '').split(';')[0].trim().toLowerCase();
const isObj = v => v !== null && typeof v === 'object' && !Array.isArray(v);

export function compareJson(
  ids,
  rec,
  live,
  diffs,
  path = '$',
  key = '',
  parentKey = ''
) {
  const hard = t => diffs.push({ kind: 'body', where: path, hard: t });
  const soft = t => diffs.push({ kind: 'body', where: path, soft: t });
  if (Array.isArray(rec)) {
    if (!Array.isArray(live)) {
      return hard(`expected a list, got ${short(JSON.stringify(live))}`);
    }
    if (rec.length !== live.length) {
      hard(`expected ${rec.length} elements, got ${live.length}`);
    }
    let pairs;
    if (key === 'entries' && rec.every(x => typeof x?.key === 'string')) {
      // files: the server has no order
      const byKey = new Map(live.map(x => [x?.key, x]));
      pairs = rec
        .filter(x => byKey.has(x.key))
        .map(x => [x, byKey.get(x.key), `[key=${x.key}]`]);
      for (const x of rec) {
        if (!byKey.has(x.key)) {
          hard(`no entry with key ${short(x.key)}`);
        }
      }
    } else if (key === 'errors' && rec.every(isObj)) {
      const sig = x =>
        JSON.stringify([x?.field ?? null, x?.messages ?? x?.message ?? null]);
      const rest = live.map((x, i) => [sig(x), x, i]);
      let moved = false;
      pairs = [];
      rec.forEach((x, i) => {
        let j = rest.findIndex(([s]) => s === sig(x));
        if (j < 0) {
          j = rest.findIndex(
            ([, y]) => (y?.field ?? null) === (x.field ?? null)
          );
        }
        if (j < 0) {
          return void hard(
            `no error for field ${short(x.field ?? null)}: ${short(JSON.stringify(x.messages ?? x))}`
          );
        }
        const [, y, k] = rest.splice(j, 1)[0];
        if (k !== i) {
          moved = true;
        }
        pairs.push([x, y, `[${x.field ?? i}]`]);
      });
      for (const [, y] of rest) {
        hard(`error too many: ${short(JSON.stringify(y))}`);
      }
      if (moved) {
        soft('errors in another order');
      }
    } else {
      pairs = rec.slice(0, live.length).map((x, i) => [x, live[i], `[${i}]`]);
    }
    for (const [a, b, s] of pairs) {
      compareJson(ids, a, b, diffs, path + s, '', key);
    }
    return;
  }
  if (isObj(rec)) {
    if (!isObj(live)) {
      return hard(`expected an object, got ${short(JSON.stringify(live))}`);
    }
    // ids first, so that links and other texts are checked against them
    const keys = Object.keys(rec).sort((a, b) => rank(a) - rank(b));
    for (const k of keys) {
      const p = /^[A-Za-z_]\w*$/.test(k)
        ? `${path}.${k}`
        : `${path}[${JSON.stringify(k)}]`;
      if (!Object.hasOwn(live, k)) {
        diffs.push({ kind: 'body', where: p, hard: 'key missing' });
      } else {
        compareJson(ids, rec[k], live[k], diffs, p, k, key);
      }
    }
    for (const k of Object.keys(live)) {
      if (!Object.hasOwn(rec, k)) {
        diffs.push({ kind: 'body', where: `${path}.${k}`, soft: 'extra key' });
      }
    }
    return;
  }
  if (typeof rec === 'string') {
    const d = ids.string(rec, live, key, parentKey);
    if (d) {
      diffs.push({ kind: 'body', where: path, ...d });
    }
    return;
  }
  if (typeof rec === 'number' && key === 'revision_id') {
    if (!Number.isInteger(live)) {
      hard(`expected an integer, got ${short(JSON.stringify(live))}`);
    } else if (live !== rec) {
      soft(`revision ${rec} / ${live}`);
    }
    return;
  }
  if (rec !== live) {
    hard(`expected ${JSON.stringify(rec)}, got ${short(JSON.stringify(live))}`);
  }
}
const rank = k => (k === 'id' ? 0 : k === 'parent' ? 1 : k === 'links' ? 3 : 2);

function zipNames(buf) {
  const out = [];
  let at = buf.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (at < 0) {
    return null;
  }
  const n = buf.readUInt16LE(at + 10);
  at = buf.readUInt32LE(at + 16);
  for (let i = 0; i < n; i++) {
    const [crc, len, ext, com] = [
      buf.readUInt32LE(at + 16),
      buf.readUInt16LE(at + 28),
      buf.readUInt16LE(at + 30),
      buf.readUInt16LE(at + 32)
    ];
    out.push(
      `${buf.toString('utf8', at + 46, at + 46 + len)} crc ${crc.toString(16)}`
    );
    at += 46 + len + ext + com;
  }
  return out.sort();
}

/** rec: internal response; live: {status, headers (lower case), raw: Buffer} */
export function compare(ids, e, live) {
  const rec = e.response,
    diffs = [];
  const H = (where, text, how = 'hard') =>
    diffs.push({ kind: 'headers', where, [how]: text });
  if (rec.status !== live.status) {
    diffs.push({
      kind: 'status',
      where: 'status',
      hard: `expected ${rec.status}, got ${live.status}`
    });
  }
  const a = rec.headers,
    b = live.headers;
  const bothOk = rec.status < 400 && live.status < 400;
  const look = rec.status === live.status || bothOk;
  if (
    media(a['content-type']) !== media(b['content-type']) &&
    (a['content-type'] || live.raw.length)
  ) {
    H(
      'content-type',
      `expected ${a['content-type']}, got ${b['content-type']}`
    );
  }
  const isHtml = media(a['content-type']) === 'text/html';
  // body
  if (look && e.request.method !== 'HEAD' && rec.body) {
    const bd = rec.body;
    const B = (t, how = 'hard') =>
      diffs.push({ kind: 'body', where: '$', [how]: t });
    if (bd.kind === 'json') {
      let v;
      try {
        v = JSON.parse(live.raw.toString('utf8'));
      } catch {
        B(`not JSON: ${short(live.raw.toString('utf8', 0, 200))}`);
      }
      if (v !== undefined) {
        let want = bd.value;
        if (bd.kept) {
          // a long list of which the contract keeps the beginning
          const h = v?.hits?.hits;
          if (!Array.isArray(h) || h.length !== bd.kept.of) {
            B(`expected ${bd.kept.of} hits, got ${h?.length}`);
          } else {
            v = { ...v, hits: { ...v.hits, hits: h.slice(0, bd.kept.kept) } };
          }
        }
        compareJson(ids, want, v, diffs);
        if (
          isObj(want) &&
          isObj(v) &&
          typeof want.id === 'string' &&
          Number.isInteger(want.revision_id) &&
          Number.isInteger(v.revision_id)
        ) {
          ids.revision(want.id, want.revision_id, v.revision_id);
        }
        if (
          /if_match/.test(e.name) &&
          Number.isInteger(v?.revision_id) &&
          b.etag !== `"${v.revision_id}"`
        ) {
          H('etag', `is ${b.etag}, revision_id is ${v.revision_id}`);
        }
      }
    } else if (
      bd.kind === 'base64' &&
      media(a['content-type']) === 'application/zip'
    ) {
      const x = zipNames(Buffer.from(bd.value, 'base64')),
        y = zipNames(live.raw);
      if (JSON.stringify(x) !== JSON.stringify(y)) {
        B(
          `zip: expected ${short(JSON.stringify(x), 300)}, got ${short(JSON.stringify(y), 300)}`
        );
      }
    } else if (bd.kind === 'base64') {
      if (bd.value !== live.raw.toString('base64')) {
        B('other bytes');
      }
    } else if (bd.kind === 'text') {
      // a picture's sizes depend on the length of the text in it: its text alone counts
      const svg = t =>
        media(a['content-type']) === 'image/svg+xml'
          ? t
              .replace(/<[^>]*>/g, ' ')
              .replace(/\s+/g, ' ')
              .trim()
          : t;
      const d = ids.string(svg(bd.value), svg(live.raw.toString('utf8')));
      if (d) {
        B(
          isHtml ? 'html text differs' : (d.hard ?? d.soft),
          isHtml || !d.hard ? 'soft' : 'hard'
        );
      }
    } else if (bd.kind === 'html') {
      const t = (
        /<title>([\s\S]*?)<\/title>/.exec(live.raw.toString('utf8'))?.[1] ?? ''
      ).trim();
      if (t !== bd.title) {
        B(`html title ${short(bd.title)} / ${short(t)}`, 'soft');
      }
    }
  }
  compareHeaders(ids, a, b, H, look);
  return diffs;
}

export function verdict(diffs) {
  for (const kind of ['status', 'body', 'headers']) {
    if (diffs.some(d => d.hard && d.kind === kind)) {
      return kind + ' differs';
    }
  }
  return 'same';
}
