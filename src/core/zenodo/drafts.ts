import {
  AnswerLostError,
  NotFoundError,
  PermissionDeniedError,
  RefusedMetadataError,
  TokenRefusedError
} from './errors';
import { parseDraft, parseHits, parseRecord } from './parse';
import { atOnce, backOff, patient } from './retry';
import { ICall, nothing, orNull, SiteApi } from './siteApi';
import { zenodo, zenodoSandbox } from './sites';
import { DraftBody, IDraft, IRecord } from './types';

/** The calls about drafts and records. All throw `SiteError` and `CancelledError`. */
export class Drafts {
  constructor(private readonly _api: SiteApi) {}

  /**
   * Ask whether the site knows the token. There is no way to ask for its scopes,
   * and the server does not look at them either (zenodo-api.md, 1 and 4).
   *
   * @throws TokenRefusedError, NotSignedInError
   */
  async verifyToken(signal?: AbortSignal): Promise<{ ok: true }> {
    try {
      await this._api.call(
        { method: 'GET', path: userRecords, query: { size: '1' }, signal },
        json => parseHits(json, parseDraft)
      );
      return { ok: true };
    } catch (error) {
      if (!(error instanceof PermissionDeniedError)) {
        throw error;
      }
      const { details, site } = error;
      const other =
        site.id === zenodo.id
          ? zenodoSandbox.name
          : site.id === zenodoSandbox.id
            ? zenodo.name
            : null;
      throw new TokenRefusedError(
        { trans: this._api.trans, site, details, cause: error },
        other
      );
    }
  }

  /**
   * Make a draft. Its `errors` are what the server would not keep.
   *
   * @throws AnswerLostError when it may have been made: `findDraftByReference`
   * @throws RefusedMetadataError for an unknown id of a vocabulary; nothing was made
   */
  createDraft(body: DraftBody, signal?: AbortSignal): Promise<IDraft> {
    return this._api.call(
      { method: 'POST', path: ['records'], body, signal },
      parseDraft
    );
  }

  /**
   * @throws NotFoundError when it was published, discarded or never there
   */
  getDraft(id: string, signal?: AbortSignal): Promise<IDraft> {
    return this._api.call(
      { method: 'GET', path: draftPath(id), signal },
      parseDraft
    );
  }

  /**
   * Replace a draft's metadata. Without `pids` in the body a reserved DOI stays;
   * without `custom_fields` those are cleared (FINDINGS 12). The only answer that
   * tells all objections (FINDINGS 8, 9).
   *
   * @throws RevisionMismatchError when it is not at this revision any more
   * @throws AnswerLostError only with a revision: the draft has changed, by us or by another
   */
  async updateDraft(
    id: string,
    body: DraftBody,
    options: { readonly revision?: number } = {},
    signal?: AbortSignal
  ): Promise<IDraft> {
    const { revision } = options;
    const call: ICall = { method: 'PUT', path: draftPath(id), body, signal };
    if (revision === undefined) {
      return this._api.call({ ...call, repeatable: true }, parseDraft);
    }
    // A bare integer; the quoted ETag is refused.
    const headers = { 'If-Match': String(revision) };
    for (let attempt = 1; ; attempt++) {
      try {
        return await this._api.call({ ...call, headers }, parseDraft);
      } catch (error) {
        // Repeated blindly, it would be refused because of our own change.
        if (
          !(error instanceof AnswerLostError) ||
          attempt >= patient.attempts ||
          (await this.getDraft(id, signal)).revision !== revision
        ) {
          throw error;
        }
        await this._api.clock.sleep(
          backOff(this._api.clock, patient, attempt),
          signal
        );
      }
    }
  }

  /** Delete a draft, and with it its reserved DOI. Gone already is well too. */
  async deleteDraft(id: string, signal?: AbortSignal): Promise<void> {
    await orNull(
      this._api.call(
        { method: 'DELETE', path: draftPath(id), repeatable: true, signal },
        nothing
      ),
      error => error instanceof NotFoundError
    );
  }

  /** Reserve the draft's DOI. Reserved already is well too, so it may be repeated. */
  async reserveDoi(id: string, signal?: AbortSignal): Promise<string> {
    try {
      return await this._api.call(
        {
          method: 'POST',
          path: [...draftPath(id), 'pids', 'doi'],
          repeatable: true,
          signal
        },
        json => parseDraft(json)?.doi ?? null
      );
    } catch (error) {
      if (
        error instanceof RefusedMetadataError &&
        error.errors.some(({ field }) => field === 'pids.doi')
      ) {
        const { doi } = await this.getDraft(id, signal);
        if (doi) {
          return doi;
        }
      }
      throw error;
    }
  }

  /**
   * Publish. Cannot be taken back.
   *
   * @throws RateLimitedError at once: what was looked at before the wait that it
   *   asks for may be another after it
   * @throws AnswerLostError when it may have happened: `getRecord` tells
   * @throws RefusedMetadataError, RefusedRequestError (an open review, a blocked account)
   */
  publish(id: string, signal?: AbortSignal): Promise<IRecord> {
    return this._api.call(
      {
        method: 'POST',
        path: [...draftPath(id), 'actions', 'publish'],
        isPublishing: true,
        policy: atOnce,
        signal
      },
      parseRecord
    );
  }

  /**
   * A published record, or null where nothing is published under this id.
   *
   * @param withToken - false = as anybody sees it, whether signed in or not
   * @throws GoneError when it was deleted
   */
  getRecord(
    id: string,
    signal?: AbortSignal,
    withToken = true
  ): Promise<IRecord | null> {
    return orNull(
      this._api.call(
        { method: 'GET', path: ['records', id], signal, withToken },
        parseRecord
      ),
      error => error instanceof NotFoundError
    );
  }

  /**
   * Open a published record's metadata for editing. Its files stay locked: no
   * `initFile` here, it would keep the edit from being published (FINDINGS 2).
   * Open already is well too.
   */
  editRecord(id: string, signal?: AbortSignal): Promise<IDraft> {
    return this._api.call(
      { method: 'POST', path: draftPath(id), repeatable: true, signal },
      parseDraft
    );
  }

  /**
   * Make the draft of a new version, without files. There is one at a time:
   * made already is well too (FINDINGS 31).
   */
  newVersion(id: string, signal?: AbortSignal): Promise<IDraft> {
    return this._api.call(
      {
        method: 'POST',
        path: ['records', id, 'versions'],
        repeatable: true,
        signal
      },
      parseDraft
    );
  }

  /**
   * The newest of the user's own drafts and records. The index lags about a second.
   *
   * @param query - in the server's query language; '' for all
   */
  listOwn(
    query: string,
    size: number,
    signal?: AbortSignal
  ): Promise<IDraft[]> {
    return this._api.call(
      {
        method: 'GET',
        path: userRecords,
        query: {
          ...(query ? { q: query } : {}),
          size: String(size),
          sort: 'newest'
        },
        signal
      },
      json => parseHits(json, parseDraft)
    );
  }
}

const userRecords = ['user', 'records'];

/** `records/<id>/draft` */
export function draftPath(id: string): string[] {
  return ['records', id, 'draft'];
}
