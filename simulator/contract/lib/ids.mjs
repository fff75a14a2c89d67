// What the recorded server called X, the live one calls Y: learnt from answers, applied to requests.
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const DATETIME =
  '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?(?:[+-]\\d\\d:?\\d\\d|Z)?';
const PLACE =
  '<(?:token|client_id|client_secret|code|access_token|refresh_token|link_token|browser|cookie|form|password|run)(?::[^>]+)?>';
const esc = s => s.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const today = () => new Date().toISOString().slice(0, 10);
/** A day in each way in which the server writes it: 2026-11-21, November 21, 2026, Nov 21, 2026. */
const writtenDay = day => {
  const inWords = month =>
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: 'UTC', year: 'numeric', month, day: 'numeric' }
    }).format(new Date(`${day}T00:00:00Z`));
  return [day, inWords('long'), inWords('short')];
};
/** Any day in the same way of writing. */
const ANY_DAY = [
  '\\d{4}-\\d\\d-\\d\\d',
  '[A-Z][a-z]+ \\d{1,2}, \\d{4}',
  '[A-Z][a-z]{2} \\d{1,2}, \\d{4}'
];
const HOSTS =
  /https:\/\/(?:handle\.test\.datacite\.org|handle\.stage\.datacite\.org|doi\.org|dx\.doi\.org)\//g;

export class Ids {
  /** rec, live: {origin, doi_prefix, users: {name: id}, communities: {slug: uuid}}; rec.day; live.secrets: {placeholder: value} */
  constructor(rec, live, recordIds) {
    this.rec = rec;
    this.live = live;
    this.map = new Map(Object.entries(live.secrets ?? {}));
    this.targets = new Map();
    this.revisions = new Map();
    this.unknown = new Set();
    this.days = writtenDay(rec.day);
    for (const [slug, id] of Object.entries(rec.communities ?? {})) {
      if (live.communities?.[slug]) {
        this.map.set(id, live.communities[slug]);
      }
    }
    this.users = new Map(
      Object.entries(rec.users ?? {}).map(([n, id]) => [
        String(id),
        String(live.users?.[n] ?? id)
      ])
    );
    this.recordIds = new Set(recordIds);
    const rids = [...this.recordIds].sort().join('|') || 'nothing-at-all';
    this.user = [...this.users.keys()].map(esc).join('|') || 'nothing-at-all';
    const edge = x =>
      `(?<![0-9A-Za-z])${x}(?![0-9A-Za-z])|(?<=%[0-9A-Fa-f]{2})${x}(?![0-9A-Za-z])`;
    this.token = new RegExp(
      [
        `(?<place>${PLACE})`,
        `(?<time>${DATETIME})`,
        `(?<uuid>${UUID})`,
        `(?<rid>${edge(`(?:${rids})`)})`,
        `(?<day>(?<!\\d)(?:${this.days.map(esc).join('|')})(?!\\d))`,
        `(?<user>(?<=/users/|owned_by\\.user:)(?:${this.user})\\b)`
      ].join('|'),
      'g'
    );
    this.hostsRec = [rec.origin, ...(rec.other_origins ?? [])];
    this.hostsLive = [live.origin, ...(live.other_origins ?? [])];
  }

  neutral(s, hosts, prefix) {
    for (const h of hosts) {
      s = s.replaceAll(h, '{origin}');
    }
    s = s.replace(HOSTS, '{doi}/');
    if (this.rec.doi_prefix !== this.live.doi_prefix) {
      s = s.replaceAll(prefix, '{prefix}');
    }
    return s;
  }

  /** Compare two strings; learn what was not known.  null = the same, else {hard|soft: text}. */
  string(a, b, key, parentKey) {
    if (typeof b !== 'string') {
      return {
        hard: `expected a string, got ${JSON.stringify(b)?.slice(0, 60)}`
      };
    }
    const R = this.neutral(a, this.hostsRec, this.rec.doi_prefix);
    const L = this.neutral(b, this.hostsLive, this.live.doi_prefix);
    if (
      (key === 'user' || (key === 'id' && parentKey === 'user')) &&
      this.users.has(a)
    ) {
      return b === this.users.get(a)
        ? null
        : { hard: `user id: expected ${this.users.get(a)}, got ${b}` };
    }
    if (key === 'number' && /^[0-9a-z]{1,4}$/.test(a)) {
      return this.learn('number:' + a, 'number:' + b);
    }
    const parts = [];
    let re = '^',
      at = 0;
    for (const m of R.matchAll(this.token)) {
      re += esc(R.slice(at, m.index));
      const g = m.groups;
      if (g.time) {
        re += `(${DATETIME})`;
        parts.push(['time', m[0]]);
      } else if (g.day) {
        re += `(${ANY_DAY[this.days.indexOf(m[0])]})`;
        parts.push(['day', m[0]]);
      } else if (g.user) {
        re += '([^/?&#\\s"]+)';
        parts.push(['user', m[0]]);
      } else if (g.rid) {
        re += '([0-9A-Za-z-]+?)';
        parts.push(['rid', m[0]]);
      } else if (g.uuid) {
        re += '([^/?&#\\s"]+?)';
        parts.push(['uuid', m[0]]);
      } else {
        re += '([^&#\\s"]+?)';
        parts.push(['place', m[0]]);
      }
      at = m.index + m[0].length;
    }
    if (!parts.length) {
      return R === L ? null : { hard: `expected ${short(R)}, got ${short(L)}` };
    }
    const m = new RegExp(re + esc(R.slice(at)) + '$').exec(L);
    if (!m) {
      return { hard: `expected ${short(R)}, got ${short(L)}` };
    }
    let worst = null;
    parts.forEach(([kind, rec], i) => {
      const live = m[i + 1];
      let d = null;
      if (kind === 'time') {
        if (rec.includes('T') !== live.includes('T')) {
          d = { hard: `time format: expected like ${rec}, got ${live}` };
        } else if (/Z$/.test(live) !== /Z$/.test(rec)) {
          d = { soft: `time zone written otherwise: ${rec} / ${live}` };
        }
      } else if (kind === 'day') {
        const now = writtenDay(today())[this.days.indexOf(rec)];
        if (live !== rec && live !== now) {
          d = { hard: `expected the day ${rec} or today, got ${live}` };
        }
      } else if (kind === 'user') {
        if (live !== this.users.get(rec)) {
          d = { hard: `user id: expected ${this.users.get(rec)}, got ${live}` };
        }
      } else {
        d = this.learn(rec, live, kind);
      }
      if (d && (!worst || d.hard)) {
        worst = d;
      }
    });
    return worst;
  }

  learn(rec, live, kind) {
    if (/^<code>/.test(rec)) {
      this.map.set(rec, decodeURIComponent(live));
      return null;
    }
    if (kind === 'place') {
      live = safeDecode(live);
    }
    const known = this.map.get(rec);
    if (known !== undefined) {
      return known === live
        ? null
        : { hard: `id ${rec}: expected ${known} (as before), got ${live}` };
    }
    if (kind === 'rid' && this.targets.has(live)) {
      return {
        hard: `id ${live} was already that of another record (${this.targets.get(live)} / ${rec})`
      };
    }
    if (kind === 'rid') {
      this.targets.set(live, rec);
    }
    this.map.set(rec, live);
    return null;
  }

  /** Rewrite a recorded text for the live server. */
  out(s, { form = false } = {}) {
    for (const h of this.hostsRec) {
      s = s.replaceAll(h, this.live.origin);
    }
    if (this.rec.doi_prefix !== this.live.doi_prefix) {
      s = s.replaceAll(this.rec.doi_prefix, this.live.doi_prefix);
    }
    return s.replace(this.token, (t, ...rest) => {
      const g = rest.at(-1);
      if (g.time || g.day) {
        return t;
      }
      if (g.user) {
        return this.users.get(t);
      }
      const v = this.map.get(t);
      if (v === undefined) {
        this.unknown.add(t);
        return t;
      }
      return form && g.place ? encodeURIComponent(v) : v;
    });
  }

  revision(recordId, rec, live) {
    this.revisions.set(`${recordId}/${rec}`, live);
  }
}

const safeDecode = s => {
  try {
    return decodeURIComponent(s);
  } catch {
    return s;
  }
};
export const short = (x, n = 110) => {
  const s = typeof x === 'string' ? JSON.stringify(x) : String(x);
  return s.length > n ? s.slice(0, n) + '…' : s;
};

/** All record ids (also of concepts) which the recorded answers gave out. */
export function recordIdsOf(list) {
  const ids = new Set();
  const walk = v => {
    if (Array.isArray(v)) {
      return v.forEach(walk);
    }
    if (v && typeof v === 'object') {
      for (const [k, x] of Object.entries(v)) {
        if (k === 'id' && typeof x === 'string' && /^\d{5,7}$/.test(x)) {
          ids.add(x);
        }
        walk(x);
      }
    }
  };
  for (const e of list) {
    if (e.response?.body?.kind === 'json') {
      walk(e.response.body.value);
    }
    for (const m of e.request.path.matchAll(
      /\/records\/(\d{5,7})(?=[/?]|$)/g
    )) {
      ids.add(m[1]);
    }
  }
  return ids;
}
