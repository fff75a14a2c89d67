import type { ISource } from './sources/source';
import { asText } from '../zenodo/parse';
import type { ExistingRecord } from './fromRecord';

/**
 * The number after this one, where it is of three parts, as semver.org has it:
 * `1.2.0` after `1.1.4`. Null for others: what they count is their author's.
 */
export function nextVersion(version: string): string | null {
  const [, prefix, major, minor] =
    /^(v?)(\d{1,6})\.(\d{1,6})\.\d{1,6}$/.exec(version.trim()) ?? [];
  return minor === undefined
    ? null
    : `${prefix}${major}.${Number(minor) + 1}.0`;
}

/**
 * The number of the next version, where the record's own can be counted on.
 *
 * @param record - the last version, as the site has it; untrusted
 */
export function nextVersionSource({
  metadata
}: ExistingRecord): ISource | null {
  const version = nextVersion(asText(metadata.version));
  return version === null ? null : { values: { version }, findings: [] };
}
