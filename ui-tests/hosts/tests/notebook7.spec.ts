import { expect } from '@playwright/test';

import { onHost } from '../host';
import { notebook7 } from '../servers/notebook7';
import {
  countRecords,
  entry,
  expectArchive,
  expectBadgeOnDisk,
  openHost,
  publishFromPanel,
  publishStudy
} from '../smoke';

const test = onHost(notebook7);

test('Notebook 7 publishes from the page of the files', async ({
  page,
  request,
  host,
  site
}) => {
  await publishStudy({ page, request, host, site });
});

test('Notebook 7 publishes from the page of a notebook', async ({
  page,
  request,
  host,
  site
}) => {
  const before = await countRecords({ request, site });
  await openHost(page, host.address);
  const opening = page.context().waitForEvent('page');
  await entry(page, 'second.ipynb').dblclick();
  const own = await opening;
  await own.getByRole('menuitem', { name: 'File' }).click();
  await own.getByRole('menuitem', { name: 'Publish to Zenodo…' }).click();
  // The kernel writes its language into the notebook, sooner or later.
  const save = own.getByRole('button', { name: 'Save', exact: true });
  await own.addLocatorHandler(own.getByText('Save first?'), () => save.click());
  const doi = await publishFromPanel({ page: own, site });
  await expectBadgeOnDisk(host, doi, 'second.ipynb');
  expect(await countRecords({ request, site })).toBe(before + 1);
  await expectArchive({ request, site }, doi, ['second.ipynb']);
});
