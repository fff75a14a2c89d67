// Headers of a recorded answer (a) against those of a live one (b).

const words = s =>
  new Set(
    (s ?? '')
      .split(',')
      .map(x => x.trim().toLowerCase())
      .filter(Boolean)
  );

/** H notes a difference; look: whether the statuses are comparable. */
export function compareHeaders(ids, a, b, H, look) {
  const both = (name, words = '') => {
    if (name in a !== name in b) {
      H(
        name,
        name in a ? `missing${words}` : `present, recorded without${words}`
      );
    }
    return name in a && name in b;
  };
  if (
    both('access-control-allow-origin') &&
    a['access-control-allow-origin'] !== b['access-control-allow-origin']
  ) {
    H(
      'access-control-allow-origin',
      `${a['access-control-allow-origin']} / ${b['access-control-allow-origin']}`,
      'soft'
    );
  }
  if (both('access-control-expose-headers')) {
    const x = words(a['access-control-expose-headers']),
      y = words(b['access-control-expose-headers']);
    for (const w of x) {
      if (!y.has(w)) {
        H('access-control-expose-headers', `lacks ${w}`);
      }
    }
    for (const w of y) {
      if (!x.has(w)) {
        H('access-control-expose-headers', `has ${w} too`);
      }
    }
  }
  for (const n of [
    'access-control-allow-methods',
    'access-control-allow-headers'
  ]) {
    if (both(n)) {
      const x = words(a[n]),
        y = words(b[n]);
      for (const w of x) {
        if (!y.has(w) && !y.has('*')) {
          H(n, `lacks ${w}`);
        }
      }
      for (const w of y) {
        if (!x.has(w)) {
          H(n, `has ${w} too`, 'soft');
        }
      }
    }
  }
  if (
    both('x-ratelimit-limit') &&
    a['x-ratelimit-limit'] !== b['x-ratelimit-limit']
  ) {
    H(
      'x-ratelimit-limit',
      `expected ${a['x-ratelimit-limit']}, got ${b['x-ratelimit-limit']}`
    );
  }
  for (const n of [
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
    'retry-after'
  ]) {
    if (both(n) && !/^\d+$/.test(b[n])) {
      H(n, `not a number: ${b[n]}`);
    }
  }
  if (both('etag')) {
    if (/md5:/.test(a.etag)) {
      if (a.etag !== b.etag) {
        H('etag', `expected ${a.etag}, got ${b.etag}`);
      }
    } else if (/^"\d+"$/.test(a.etag) && !/^"\d+"$/.test(b.etag)) {
      H('etag', `expected a quoted number, got ${b.etag}`);
    }
  }
  if (both('location') && look) {
    const d = ids.string(a.location, b.location);
    if (d) {
      H('location', d.hard ?? d.soft, d.hard ? 'hard' : 'soft');
    }
  }
  if ('content-disposition' in a) {
    if (!('content-disposition' in b)) {
      H('content-disposition', 'missing');
    } else {
      const d = ids.string(
        a['content-disposition'].replaceAll('"', ''),
        b['content-disposition'].replaceAll('"', '')
      );
      if (d?.hard) {
        H('content-disposition', d.hard);
      }
    }
  }
  if ('link' in a) {
    const d = 'link' in b ? ids.string(a.link, b.link) : { soft: 'missing' };
    if (d) {
      H('link', d.hard ?? d.soft, 'soft');
    }
  }
  for (const n of ['allow', 'www-authenticate']) {
    if (
      n in a && n in b
        ? [...words(a[n])].sort().join() !== [...words(b[n])].sort().join()
        : n in a
    ) {
      H(n, `${a[n]} / ${b[n]}`, 'soft');
    }
  }
  const names = h =>
    []
      .concat(h['set-cookie'] ?? [])
      .map(c => c.split('=')[0])
      .sort()
      .join();
  if (names(a) !== names(b)) {
    H(
      'set-cookie',
      `cookies ${names(a) || 'none'} / ${names(b) || 'none'}`,
      'soft'
    );
  }
}
