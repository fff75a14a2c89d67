import { expect } from '@playwright/test';

import { onHost } from '../host';
import { allowHidden } from '../servers/allowHidden';
import {
  chooseToPublish,
  expectArchive,
  expectBadgeOnDisk,
  openHost,
  publishFromPanel
} from '../smoke';

const test = onHost(allowHidden);

test('where hidden files are listed, those that belong to it go in, and no others', async ({
  page,
  request,
  host,
  site
}) => {
  await openHost(page, host.address, 'project');
  await chooseToPublish(page, 'project');
  await expect(page.getByLabel('Title')).toHaveValue('Soil under hidden files');
  const doi = await publishFromPanel({ page, site });
  await expectBadgeOnDisk(host, doi, 'project/study.ipynb');
  const archive = await expectArchive({ request, site }, doi, []);
  expect([...archive.keys()].sort()).toEqual([
    '.binder/requirements.txt',
    '.gitignore',
    '.zenodo.json',
    '.zenodoignore',
    'data.csv',
    'ro-crate-metadata.json',
    'study.ipynb'
  ]);
});
