import { RefusedMetadataError } from './errors';
import { nothing, SiteApi } from './siteApi';

/**
 * Unlock the files of a published record, as its owner may within `undoDays`.
 * A draft of the record must be open; the site grants it at once, and for that
 * draft only: where it is discarded, the next one is locked again.
 *
 * It may be repeated. Asked again within the second that its index needs, the
 * site says that there is such a request already: then it was granted.
 *
 * Source: FINDINGS 37; recorded: `file_modification.*`; invenio-rdm-records,
 * `requests/file_modification.py`.
 *
 * @throws PermissionDeniedError when it is too late, or the record is not the user's
 * @throws NotFoundError when no draft of it is open
 */
export async function unlockFiles(
  api: SiteApi,
  id: string,
  signal?: AbortSignal
): Promise<void> {
  try {
    await api.call(
      {
        method: 'POST',
        path: ['records', id, 'file-modification'],
        // Without a body the recorded server breaks.
        body: {},
        headers: { Accept: 'application/json' },
        repeatable: true,
        signal
      },
      nothing
    );
  } catch (error) {
    if (!(error instanceof RefusedMetadataError)) {
      throw error;
    }
  }
}
