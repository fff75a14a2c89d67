import { expect, type Page } from '@playwright/test';

import { onHost } from '../host';
import { collaboration } from '../servers/collaboration';
import {
  badgesOnDisk,
  chooseToPublish,
  countRecords,
  entry,
  expectArchive,
  expectBadgeOnDisk,
  openHost,
  publishFromPanel
} from '../smoke';

const test = onHost(collaboration);

async function openNotebook(page: Page, address: string): Promise<void> {
  await openHost(page, address);
  await entry(page, 'study.ipynb').dblclick();
  await expect(page.getByRole('heading', { name: 'Study' })).toBeVisible();
}

const badge = (page: Page, doi: string) =>
  page.getByRole('main').locator(`.jp-Notebook a[href*="${doi}"]`);

test('while a notebook is open in two tabs, its badge comes into both, and once', async ({
  context,
  request,
  host,
  site
}) => {
  const [ours, theirs] = [await context.newPage(), await context.newPage()];
  await openNotebook(ours, host.address);
  await openNotebook(theirs, host.address);
  const before = await countRecords({ request, site });

  await chooseToPublish(ours, 'study.ipynb');
  const doi = await publishFromPanel({ page: ours, site });
  await expectBadgeOnDisk(host, doi);
  await expect(badge(theirs, doi).first()).toBeVisible();
  await ours.getByRole('tab', { name: 'study.ipynb' }).click();
  await expect(badge(ours, doi).first()).toBeVisible();
  expect(await countRecords({ request, site })).toBe(before + 1);
  await expectArchive({ request, site }, doi, ['study.ipynb']);

  await test.step('what the other one writes then leaves it alone', async () => {
    await theirs.getByText('print("done")').click();
    await theirs.keyboard.type('# and more\n');
    await expect
      .poll(() => JSON.stringify(badgesOnDisk(host)), { timeout: 20_000 })
      .toContain(doi);
    expect(badgesOnDisk(host)).toHaveLength(1);
  });
});
