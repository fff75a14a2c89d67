import { AnswerLostError, GoneError, NotFoundError } from './errors';
import { quick } from './retry';
import { nothing, SiteApi } from './siteApi';

/**
 * Delete a published record, as its owner may within `undoDays`. The site
 * grants it at once; afterwards the record's page, and its DOI, say that it was
 * deleted (410). A record that is deleted already is well too: after a lost
 * answer the record is asked for, and not the deletion once more.
 *
 * Source: FINDINGS 37; recorded: `request_deletion.*`, `deleted.files`.
 *
 * @param reason - an id of the vocabulary `removalreasons`
 * @throws PermissionDeniedError when it is too late, or the record is not the user's
 * @throws RefusedMetadataError for a reason that the site does not have
 * @throws AnswerLostError when the record is still there, so that it may be tried again
 */
export async function deleteRecord(
  api: SiteApi,
  id: string,
  reason: string,
  signal?: AbortSignal
): Promise<void> {
  try {
    await api.call(
      {
        method: 'POST',
        path: ['records', id, 'request-deletion'],
        body: { reason },
        headers: { Accept: 'application/json' },
        signal
      },
      nothing
    );
  } catch (error) {
    const gone =
      error instanceof GoneError ||
      (error instanceof AnswerLostError && (await isGone(api, id, signal)));
    if (!gone) {
      throw error;
    }
  }
}

/** Whether a tombstone is in the place of a record. Rejects as the site's API does. */
export async function isGone(
  api: SiteApi,
  id: string,
  signal?: AbortSignal
): Promise<boolean> {
  try {
    await api.call(
      { method: 'GET', path: ['records', id], policy: quick, signal },
      nothing
    );
    return false;
  } catch (error) {
    if (error instanceof GoneError || error instanceof NotFoundError) {
      return error instanceof GoneError;
    }
    throw error;
  }
}
