/**
 * Deprecated SPDX ids `GPL-3.0` and `GPL-3.0+`, which sites do not know: they
 * want it said whether later versions are meant. Source: SPDX licence list,
 * deprecated identifiers; metadata crosswalk 3b and 4.5.
 */
const GNU = /^((?:a|l)?gpl|gfdl)-(\d+\.\d+)(\+?)$/;

/** Other deprecated ids, and spellings that are no ids but common. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['bsd-2-clause-freebsd', 'bsd-2-clause-views'],
  ['bsd-2-clause-netbsd', 'bsd-2-clause'],
  ['standardml-nj', 'smlnj'],
  ['apache 2.0', 'apache-2.0'],
  ['apache license 2.0', 'apache-2.0'],
  ['asl 2.0', 'apache-2.0'],
  ['cc by 4.0', 'cc-by-4.0'],
  ['cc-by', 'cc-by-4.0'],
  ['cc0', 'cc0-1.0'],
  ['expat', 'mit'],
  ['mit license', 'mit'],
  ['mpl 2.0', 'mpl-2.0'],
  ['gpl-2', 'gpl-2.0-only'],
  ['gplv2', 'gpl-2.0-only'],
  ['gpl-3', 'gpl-3.0-only'],
  ['gplv3', 'gpl-3.0-only'],
  ['gpl-3+', 'gpl-3.0-or-later']
]);

/** Families of licences that say too little to choose one. */
const VAGUE: ReadonlySet<string> = new Set([
  'apache',
  'bsd',
  'cc',
  'gpl',
  'lgpl',
  'none',
  'other',
  'proprietary'
]);

/** What a licence expression comes to. */
export interface ILicenseChoice {
  /** Ids in the site's vocabulary, as far as they can be told. */
  readonly ids: readonly string[];
  /** Parts that cannot be said by an id: `MIT AND Zlib`, `LicenseRef-x`. */
  readonly unknown: readonly string[];
}

/** The vocabulary's id of an SPDX licence id, or null if it is none. */
export function licenseId(spdx: string): string | null {
  const id = spdx.trim().toLowerCase();
  const gnu = GNU.exec(id);
  if (gnu) {
    return `${gnu[1]}-${gnu[2]}-${gnu[3] ? 'or-later' : 'only'}`;
  }
  const known = ALIASES.get(id);
  if (known) {
    return known;
  }
  const isId = /^[a-z\d][a-z\d.-]*$/.test(id) && !/^licenseref-/.test(id);
  return isId && !VAGUE.has(id) ? id : null;
}

/**
 * The licences of some SPDX expressions. All are alternatives: `MIT OR Zlib`.
 *
 * Source: SPDX specification 2.3, annex D (licence expressions).
 */
export function licenseChoice(expressions: readonly string[]): ILicenseChoice {
  const ids = new Set<string>();
  const unknown: string[] = [];
  for (const expression of expressions) {
    const parts = /\b(?:AND|WITH)\b/i.test(expression)
      ? [expression]
      : expression.replace(/[()]/g, ' ').split(/\sOR\s/i);
    for (const part of parts.map(part => part.trim()).filter(part => part)) {
      const id = licenseId(part);
      if (id) {
        ids.add(id);
      } else {
        unknown.push(part);
      }
    }
  }
  return { ids: [...ids], unknown };
}
