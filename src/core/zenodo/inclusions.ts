import { RefusedMetadataError } from './errors';
import { IRequest, parseProposed } from './requests';
import { SiteApi } from './siteApi';

/** What the server says where the record was proposed, or is in, already. */
const already =
  /already an open inclusion request|already included in this community/i;

/**
 * Proposes published records to communities. The record and its DOI stay as they
 * are; the community's curators decide whether it is shown among theirs.
 *
 * Source: zenodo-api.md, section 9; FINDINGS 36.
 */
export class Inclusions {
  constructor(private readonly _api: SiteApi) {}

  /**
   * Ask that a community takes a record in. Asked already is well too. Where the
   * community lets the user, the server accepts it at once.
   *
   * @param community - its UUID
   * @returns the request; null where it was asked already, or is not told
   * @throws RefusedMetadataError when the community takes none from this user,
   *   SiteError, CancelledError
   */
  async propose(
    id: string,
    community: string,
    signal?: AbortSignal
  ): Promise<IRequest | null> {
    try {
      const proposed = await this._api.call(
        {
          method: 'POST',
          path: ['records', id, 'communities'],
          headers: { Accept: 'application/json' },
          body: { communities: [{ id: community }] },
          repeatable: true,
          signal
        },
        json => (typeof json === 'object' ? parseProposed(json) : null)
      );
      return proposed[0] ?? null;
    } catch (error) {
      const isAlready =
        error instanceof RefusedMetadataError &&
        error.errors.some(({ messages }) =>
          messages.some(m => already.test(m))
        );
      if (!isAlready) {
        throw error;
      }
      return null;
    }
  }
}
