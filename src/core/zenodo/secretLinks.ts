import { NotFoundError } from './errors';
import { asObject, parseHits } from './parse';
import { nothing, orNull, SiteApi } from './siteApi';

/** A link with which somebody without an account sees what else only its owner does. */
export interface ISecretLink {
  readonly id: string;
  /** The server's word: `view` (a record), `preview` (a draft, too), `edit`. */
  readonly permission: string;
  readonly description: string;
  /** What makes the link work: whoever has it sees the draft. */
  readonly token: string;
}

/** What is sent as JSON is answered so: these calls have no other form. */
const headers = { Accept: 'application/json' };

/**
 * The secret links of a draft or record. They belong to its work: a link to a
 * draft opens the record that it becomes, too.
 *
 * Source: zenodo-api.md, section 1; recorded: `links.create`, `links.list`,
 * `links.use`, `links.delete`, `links.bad_permission`.
 *
 * All throw `SiteError` and `CancelledError`.
 */
export class SecretLinks {
  constructor(private readonly _api: SiteApi) {}

  list(id: string, signal?: AbortSignal): Promise<ISecretLink[]> {
    return this._api.call(
      { method: 'GET', path: linksPath(id), headers, signal },
      json => parseHits(json, parseLink)
    );
  }

  /**
   * Make a link with which a draft can be looked at, and its files fetched.
   *
   * @param description - what its owner reads in the site's list of links
   * @throws AnswerLostError when it may have been made: `list` tells
   */
  create(
    id: string,
    description: string,
    signal?: AbortSignal
  ): Promise<ISecretLink> {
    return this._api.call(
      {
        method: 'POST',
        path: linksPath(id),
        // `view` opens published records only.
        body: { permission: 'preview', description },
        headers,
        signal
      },
      parseLink
    );
  }

  /** Make a link useless. Gone already is well too. */
  async remove(id: string, link: string, signal?: AbortSignal): Promise<void> {
    await orNull(
      this._api.call(
        {
          method: 'DELETE',
          path: [...linksPath(id), link],
          repeatable: true,
          headers,
          signal
        },
        nothing
      ),
      error => error instanceof NotFoundError
    );
  }
}

function linksPath(id: string): string[] {
  return ['records', id, 'access', 'links'];
}

/** Ids and tokens become parts of addresses: nothing but what they may have. */
function parseLink(json: unknown): ISecretLink | null {
  const { id, permission, description, token } = asObject(json);
  return typeof id === 'string' &&
    /^[A-Za-z0-9-]{1,64}$/.test(id) &&
    typeof token === 'string' &&
    /^[A-Za-z0-9._~+/=-]{1,2000}$/.test(token)
    ? {
        id,
        permission: typeof permission === 'string' ? permission : '',
        description: typeof description === 'string' ? description : '',
        token
      }
    : null;
}
