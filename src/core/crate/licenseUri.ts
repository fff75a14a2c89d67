import { spdxSpelling } from '../metadata/spdxSpelling';

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
  const spelling = spdxSpelling(id);
  return spelling === null ? null : `https://spdx.org/licenses/${spelling}`;
}
