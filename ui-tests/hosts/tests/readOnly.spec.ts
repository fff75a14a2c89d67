import { expect } from '@playwright/test';

import { onHost } from '../host';
import { readOnly } from '../servers/readOnly';
import {
  badgesOnDisk,
  chooseToPublish,
  countRecords,
  expectArchive,
  openHost,
  publishFromPanel
} from '../smoke';

const test = onHost(readOnly);

test('on a folder that may only be read, a notebook is published, and it says that the badge is missing', async ({
  page,
  request,
  host,
  site
}) => {
  const before = await countRecords({ request, site });
  await openHost(page, host.address);
  await chooseToPublish(page, 'study.ipynb');
  const doi = await publishFromPanel({ page, site });
  await expectArchive({ request, site }, doi, ['study.ipynb']);
  expect(await countRecords({ request, site })).toBe(before + 1);
  expect(badgesOnDisk(host)).toEqual([]);
  const panel = page.getByRole('region', { name: 'Publish to Zenodo' });
  await expect(panel).toContainText('read-only');
});
