/** A community's curator, who works on the site and knows nothing of JupyterLab. */
import type { APIRequestContext } from '@playwright/test';

import { expect, ITestSite } from '../fixtures';

interface IFound {
  readonly id: string;
  readonly title: string;
}

/** The curator of the open community. */
export class Curator {
  constructor(
    private readonly _request: APIRequestContext,
    private readonly _site: ITestSite
  ) {}

  /** Decide about what was submitted under this title. */
  async decide(
    title: string,
    action: 'accept' | 'decline',
    words: string
  ): Promise<void> {
    const id = await this._requestNamed(title);
    await this._post(`${id}/actions/${action}`, words);
  }

  /** Write about what was submitted under this title. */
  async write(title: string, words: string): Promise<void> {
    const before = (await this.read(title)).length;
    await this._post(`${await this._requestNamed(title)}/comments`, words);
    // The index of a real site is a second behind.
    await expect
      .poll(async () => (await this.read(title)).length)
      .toBeGreaterThan(before);
  }

  /** What was written about it, as the site keeps it. */
  async read(title: string): Promise<string[]> {
    const id = await this._requestNamed(title);
    const answer = await this._request.get(
      `${this._site.url}/api/requests/${id}/timeline`,
      { headers: this._headers(this._site.tokenOfCurator) }
    );
    const { hits } = (await answer.json()) as {
      hits: { hits: readonly { type: string; payload: { content: string } }[] };
    };
    return hits.hits
      .filter(({ type }) => type === 'C')
      .map(({ payload }) => payload.content);
  }

  private async _post(path: string, words: string): Promise<void> {
    const answer = await this._request.post(
      `${this._site.url}/api/requests/${path}`,
      {
        headers: this._headers(this._site.tokenOfCurator),
        data: { payload: { content: words, format: 'html' } }
      }
    );
    expect(answer.ok()).toBe(true);
  }

  /** The latest, once the index of the site knows it. */
  private async _requestNamed(title: string): Promise<string> {
    let id = '';
    await expect(async () => {
      const answer = await this._request.get(
        `${this._site.url}/api/user/requests?size=50&sort=newest`,
        { headers: this._headers(this._site.token) }
      );
      const { hits } = (await answer.json()) as {
        hits: { hits: readonly IFound[] };
      };
      id = hits.hits.find(one => one.title === title)?.id ?? '';
      expect(id).not.toBe('');
    }).toPass({ timeout: 30_000 });
    return id;
  }

  private _headers(token: string): Record<string, string> {
    return { Authorization: `Bearer ${token}` };
  }
}
