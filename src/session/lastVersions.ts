import { undoUntil } from '../core/publish/replaceFiles';
import type { IKnownRecord } from '../core/publish/versions';
import { doiUrl, type ISite } from '../core/zenodo/sites';
import type { IAskedRecord } from './askedRecord';
import type { ILastVersion, PublishAs } from './versionState';

/**
 * The records that the bundle may belong to, as far as they are still there.
 *
 * @param asked - what the site said of them, by id
 * @param now - milliseconds since 1970
 */
export function lastVersions(
  known: readonly IKnownRecord[],
  asked: ReadonlyMap<string, IAskedRecord>,
  site: ISite,
  now: number
): ILastVersion[] {
  return known.flatMap((one): ILastVersion[] => {
    const said = asked.get(one.recordId);
    return said?.isGone
      ? []
      : [
          {
            recordId: one.recordId,
            doi: one.doi,
            conceptDoi: one.conceptDoi,
            title: one.title || (said?.title ?? ''),
            publishedAt: one.publishedAt || (said?.published ?? ''),
            doiUrl: doiUrl(site, one.doi),
            version: said?.version ?? '',
            isOwn: said ? said.isOwn : null,
            replaceUntil: undoUntil(said?.created || one.publishedAt, now),
            files: said?.files ?? null
          }
        ];
  });
}

/** What the user chose, where that is possible. */
export function possible(
  as: PublishAs | null,
  last: ILastVersion | null
): PublishAs {
  if (last === null || last.isOwn === false) {
    return 'separate';
  }
  return as === 'replace-files' && last.replaceUntil === null
    ? 'new-version'
    : (as ?? 'new-version');
}
