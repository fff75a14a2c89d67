import type { IRecordFile } from '../zenodo/types';
import type { IContext } from './context';
import { StrangeFilesError } from './errors';
import type { IJournalPack, IJournalUpload } from './journalEntry';

/** Whether all that was packed is among the files, complete and with its checksum. */
export function areThere(
  files: readonly IRecordFile[],
  uploads: readonly IJournalUpload[]
): boolean {
  return uploads.every(upload => isThere(files, upload));
}

/** Whether a file is among others, complete and with its checksum. */
export function isThere(
  files: readonly IRecordFile[],
  { key, md5 }: IJournalUpload
): boolean {
  return files.some(
    file => file.key === key && file.status === 'completed' && file.md5 === md5
  );
}

/** Whether something that was sent by another name is still among the files. */
export function holdsFormer(
  files: readonly IRecordFile[],
  { former = [] }: IJournalPack
): boolean {
  return files.some(({ key }) => former.includes(key));
}

/**
 * Stop when there are files that are not ours. What the user put in on the site
 * was not in the list that was confirmed, and Binder unpacks an archive only
 * when it is alone.
 *
 * @throws StrangeFilesError
 */
export function refuseOthers(
  { request, trans }: IContext,
  files: readonly IRecordFile[],
  { uploads, former = [] }: IJournalPack
): void {
  const keys = new Set([...uploads.map(({ key }) => key), ...former]);
  const others = files.filter(file => !keys.has(file.key));
  if (others.length > 0) {
    throw new StrangeFilesError(
      trans._n(
        'The draft on %2 also holds %3, which was not put there from here.',
        'The draft on %2 also holds %1 files that were not put there from here: %3.',
        others.length,
        request.site.name,
        others.map(file => file.key).join(', ')
      )
    );
  }
}
