/**
 * Licences in SPDX's own spelling, which its addresses need; sites have them
 * in small letters. Those that research software and data have.
 * Source: https://spdx.org/licenses
 */
const spdx: readonly string[] = [
  '0BSD',
  'AFL-3.0',
  'AGPL-3.0-only',
  'AGPL-3.0-or-later',
  'Apache-2.0',
  'Artistic-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD-3-Clause-Clear',
  'BSL-1.0',
  'CECILL-2.1',
  'CECILL-B',
  'CECILL-C',
  'ECL-2.0',
  'EPL-2.0',
  'EUPL-1.1',
  'EUPL-1.2',
  'GFDL-1.3-only',
  'GFDL-1.3-or-later',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'ISC',
  'LGPL-2.1-only',
  'LGPL-2.1-or-later',
  'LGPL-3.0-only',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'NCSA',
  'ODbL-1.0',
  'ODC-By-1.0',
  'OSL-3.0',
  'PDDL-1.0',
  'Unlicense',
  'Zlib'
];

const spelled: ReadonlyMap<string, string> = new Map(
  spdx.map(id => [id.toLowerCase(), id])
);

/**
 * The address by which a licence is known, from the id of the site's
 * vocabulary: the licence's own at Creative Commons, else SPDX's. Null for one
 * that has no address that is sure to be right.
 */
export function licenseUri(id: string): string | null {
  const [, terms, version] =
    /^cc-(by(?:-nc)?(?:-nd|-sa)?)-([1-4]\.[05])$/i.exec(id) ?? [];
  if (terms !== undefined) {
    return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
  }
  if (/^cc0-1\.0$/i.test(id)) {
    return 'https://creativecommons.org/publicdomain/zero/1.0/';
  }
  const spelling = spelled.get(id.toLowerCase());
  return spelling === undefined
    ? null
    : `https://spdx.org/licenses/${spelling}`;
}
