/** What a publication needs on every host, step by step, as a user takes them. */
import path from 'node:path';
import {
  type APIRequestContext,
  expect,
  type Locator,
  type Page
} from '@playwright/test';

import type { ITestSite } from '../fixtures';
import { badgesOf } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { archiveOf } from '../support/site';
import { readBytes } from './files';
import type { IHost } from './host';

/** Whose steps they are. */
export interface IVisit {
  readonly page: Page;
  /** Reads from the site, without the extension. */
  readonly request: APIRequestContext;
  readonly host: IHost;
  readonly site: ITestSite;
}

/** An entry of the file browser, wherever the host has that. */
export function entry(page: Page, name: string): Locator {
  return page.getByRole('listitem', { name: `Name: ${name} ` });
}

/** Open the host's page and wait until the file browser shows a file. */
export async function openHost(
  page: Page,
  address: string,
  name = 'study.ipynb'
): Promise<void> {
  await page.goto(address);
  await expect(entry(page, name)).toBeVisible({ timeout: 40_000 });
}

/** Take the command from the context menu of an entry. */
export async function chooseToPublish(page: Page, name: string): Promise<void> {
  await entry(page, name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Publish to Zenodo…' }).click();
}

/** Fill in the least that a record needs, sign in, publish, confirm; the DOI. */
export async function publishFromPanel({
  page,
  site
}: Pick<IVisit, 'page' | 'site'>): Promise<string> {
  const publishing = new Publishing(page, site);
  await publishing.opened();
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  return publishing.publish();
}

/** The badges of a notebook in the host's root folder, as it is on the disk. */
export function badgesOnDisk(host: IHost, name = 'study.ipynb'): string[] {
  const bytes = readBytes(path.join(host.root, name));
  return bytes.length === 0 ? [] : badgesOf(bytes);
}

/** Wait until the notebook on the disk has one badge, with this DOI. */
export async function expectBadgeOnDisk(
  host: IHost,
  doi: string,
  name = 'study.ipynb'
): Promise<void> {
  await expect
    .poll(() => badgesOnDisk(host, name), { timeout: 30_000 })
    .toEqual([expect.stringContaining(doi)]);
}

/** How many records, drafts too, the user has on the site. */
export async function countRecords({
  request,
  site
}: Pick<IVisit, 'request' | 'site'>): Promise<number> {
  const response = await request.get(`${site.url}/api/user/records?size=1`, {
    headers: {
      Accept: 'application/vnd.inveniordm.v1+json',
      Authorization: `Bearer ${site.token}`
    }
  });
  expect(response.status()).toBe(200);
  const { hits } = (await response.json()) as { hits: { total: number } };
  return hits.total;
}

/** The archive of a record has these files, each notebook with one badge. */
export async function expectArchive(
  { request, site }: Pick<IVisit, 'request' | 'site'>,
  doi: string,
  names: readonly string[]
): Promise<ReadonlyMap<string, Uint8Array>> {
  const archive = await archiveOf(request, site, doi);
  expect([...archive.keys()]).toEqual(expect.arrayContaining([...names]));
  for (const [name, bytes] of archive) {
    if (name.endsWith('.ipynb')) {
      expect(badgesOf(bytes), name).toEqual([expect.stringContaining(doi)]);
    }
  }
  return archive;
}

/** The whole way with the one notebook that every host has; the DOI. */
export async function publishStudy(visit: IVisit): Promise<string> {
  const { page, host } = visit;
  const before = await countRecords(visit);
  await openHost(page, host.address);
  await chooseToPublish(page, 'study.ipynb');
  const doi = await publishFromPanel(visit);
  await expectBadgeOnDisk(host, doi);
  expect(await countRecords(visit)).toBe(before + 1);
  await expectArchive(visit, doi, ['study.ipynb']);
  return doi;
}
