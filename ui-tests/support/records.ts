/** The panel that opens a record, and records made by somebody else. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { APIRequestContext, Locator } from '@playwright/test';

import { expect, ITestSite } from '../fixtures';

/** The panel "Open a Zenodo record". */
export class OpenRecord {
  constructor(private readonly _page: IJupyterLabPageFixture) {
    this.panel = _page.getByRole('region', { name: 'Open a Zenodo record' });
    this.address = this.panel.getByLabel('DOI or address of the record');
    this.folder = this.panel.getByLabel('New folder');
  }

  readonly panel: Locator;
  readonly address: Locator;
  readonly folder: Locator;

  /** Open the panel by its command. */
  async open(args: { record?: string; path?: string }): Promise<void> {
    await this._page.evaluate(async args => {
      // It answers with nothing: a widget cannot leave the page.
      await window.jupyterapp.commands.execute(
        'zenodo-publisher:open-record',
        args
      );
    }, args);
    await expect(this.panel).toBeVisible();
  }

  /** Type an address, and look it up. */
  async lookUp(record: string): Promise<void> {
    await this.address.fill(record);
    await this.panel.getByRole('button', { name: 'Look up' }).click();
  }

  /** Open what was found, and wait until it is there. */
  async fetch(): Promise<Locator> {
    await this.panel.getByRole('button', { name: 'Open here' }).click();
    const outcome = this.panel.getByRole('status');
    await expect(outcome).toContainText('Opened');
    return outcome;
  }
}

/** Publish one file as anybody may have, without this extension. @returns the DOI */
export async function publishByHand(
  request: APIRequestContext,
  site: ITestSite,
  key: string,
  content: Buffer,
  title: string,
  files: 'public' | 'restricted' = 'public'
): Promise<string> {
  const headers = { Authorization: `Bearer ${site.token}` };
  const records = `${site.url}/api/records`;
  const made = await request.post(records, {
    headers,
    data: {
      access: { record: 'public', files },
      files: { enabled: true },
      metadata: {
        title,
        publisher: 'Zenodo',
        publication_date: '2026-11-21',
        resource_type: { id: 'software-computationalnotebook' },
        creators: [
          {
            person_or_org: {
              type: 'personal',
              family_name: 'Silva',
              given_name: 'Ana'
            }
          }
        ]
      }
    }
  });
  const { id } = (await made.json()) as { id: string };
  const draft = `${records}/${id}/draft`;
  const file = `${draft}/files/${encodeURIComponent(key)}`;
  await request.post(`${draft}/files`, { headers, data: [{ key }] });
  await request.put(`${file}/content`, {
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    data: content
  });
  await request.post(`${file}/commit`, { headers });
  const published = await request.post(`${draft}/actions/publish`, { headers });
  expect(published.status()).toBe(202);
  const { pids } = (await published.json()) as {
    pids: { doi: { identifier: string } };
  };
  return pids.doi.identifier;
}
