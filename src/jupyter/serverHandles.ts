import type { IHandles } from '../core/zenodo/handles';
import { asList, asObject } from '../core/zenodo/parse';
import { JupyterServerError } from './errors';
import type { ServerRequests } from './serverRequests';

/**
 * Has our server extension ask for DOIs: blockers of advertisements, firewalls
 * and CORS are the browser's alone.
 */
export class ServerHandles implements IHandles {
  /** @param _capabilities - what the server extension says of itself; null = it is not there */
  constructor(
    private readonly _requests: Pick<ServerRequests, 'json'>,
    private readonly _capabilities: () => Promise<unknown>
  ) {}

  async resolves(
    resolver: string,
    doi: string,
    signal?: AbortSignal
  ): Promise<boolean | null> {
    const { doiResolvers } = asObject(await this._capabilities());
    if (!asList(doiResolvers).includes(resolver)) {
      return null;
    }
    try {
      const answer = await this._requests.json('doi', {
        method: 'POST',
        body: JSON.stringify({ resolver, doi }),
        signal
      });
      const { resolves } = asObject(answer);
      return typeof resolves === 'boolean' ? resolves : null;
    } catch (error) {
      if (error instanceof JupyterServerError) {
        // It could not ask either: the page tries by itself.
        return null;
      }
      throw error;
    }
  }
}
