import { includedEntries } from '../bundle/edit';
import type { IPlan, IPlanEntry } from '../bundle/entry';
import { generatedEntry } from '../bundle/generated';
import type { ITranslator } from '../text';
import { ICrateOptions, cratePath, makesCrate, roCrate } from './crate';

/**
 * The crate as an entry of the plan, as it can be looked at before the upload:
 * without DOI and checksums, which come when the files are packed. Null where
 * the project brings its own.
 *
 * @param lastModified - ISO 8601; when the publication was begun.
 */
export function crateEntry(
  plan: IPlan,
  options: Omit<ICrateOptions, 'files' | 'record'>,
  lastModified: string,
  trans: ITranslator
): IPlanEntry | null {
  const entries = includedEntries(plan);
  const brought = entries.filter(({ source }) => source !== null);
  if (!makesCrate(brought.map(({ path }) => path))) {
    return null;
  }
  const files = entries
    .filter(({ path }) => path !== cratePath)
    .map(entry => ({ ...entry, sha256: null }));
  return generatedEntry({
    path: cratePath,
    content: roCrate({ ...options, files, record: null }),
    reason: trans.__(
      'made here: describes the files for other programs (RO-Crate)'
    ),
    lastModified
  });
}
