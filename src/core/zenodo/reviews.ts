import { draftPath } from './drafts';
import { NotFoundError } from './errors';
import { asObject, cleanId } from './parse';
import { nothing, orNull, SiteApi } from './siteApi';

/** A community's review of a draft. While it is open, the draft is neither published nor deleted. */
export interface IReview {
  /** The request that it is, by which it is found when it has ended; '' = not told. */
  readonly request: string;
  /** The server's word: `created` (not submitted), `submitted`, `accepted`, `declined`, `cancelled` … */
  readonly status: string;
  readonly isOpen: boolean;
  /** The community's UUID. */
  readonly community: string;
}

/** The calls about the review of a draft. All throw `SiteError` and `CancelledError`. */
export class Reviews {
  constructor(private readonly _api: SiteApi) {}

  /** The draft's review, or null. */
  getReview(id: string, signal?: AbortSignal): Promise<IReview | null> {
    return orNull(
      this._api.call(
        { method: 'GET', path: [...draftPath(id), 'review'], signal },
        parseReview
      ),
      error => error instanceof NotFoundError
    );
  }

  /**
   * Choose the community that shall review the draft. From now on the draft is
   * not published but submitted.
   *
   * @param community - its UUID: the slug is "not found" (FINDINGS 35)
   */
  setReview(
    id: string,
    community: string,
    signal?: AbortSignal
  ): Promise<IReview> {
    return this._api.call(
      {
        method: 'PUT',
        path: [...draftPath(id), 'review'],
        body: { receiver: { community }, type: 'community-submission' },
        repeatable: true,
        signal
      },
      parseReview
    );
  }

  /** Choose no community after all, before it is submitted. */
  async deleteReview(id: string, signal?: AbortSignal): Promise<void> {
    await orNull(
      this._api.call(
        {
          method: 'DELETE',
          path: [...draftPath(id), 'review'],
          repeatable: true,
          signal
        },
        nothing
      ),
      error => error instanceof NotFoundError
    );
  }

  /**
   * Submit the draft to its community: the curators publish it, or the server
   * does at once where the community lets the user.
   *
   * @throws AnswerLostError when it may have happened: `getReview` tells; a second time is a 500 (FINDINGS 35)
   * @throws PermissionDeniedError when the community is closed
   */
  submitReview(
    id: string,
    message = '',
    signal?: AbortSignal
  ): Promise<IReview> {
    return this._api.call(
      {
        method: 'POST',
        path: [...draftPath(id), 'actions', 'submit-review'],
        body: message ? { payload: { content: message, format: 'html' } } : {},
        signal
      },
      parseReview
    );
  }
}

function parseReview(json: unknown): IReview | null {
  const { id, status, is_open: isOpen, receiver } = asObject(json);
  const { community } = asObject(receiver);
  return typeof status === 'string'
    ? {
        request: cleanId(id),
        status,
        isOpen: isOpen === true,
        community: typeof community === 'string' ? community : ''
      }
    : null;
}
