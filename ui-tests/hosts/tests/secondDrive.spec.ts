import { expect } from '@playwright/test';

import { badgesOf, notebook } from '../../support/notebooks';
import { onHost } from '../host';
import { addDrive, readFromDrive, showDrive } from '../memoryDrive';
import { secondDrive } from '../servers/secondDrive';
import {
  badgesOnDisk,
  chooseToPublish,
  countRecords,
  entry,
  expectArchive,
  openHost,
  publishFromPanel
} from '../smoke';

const test = onHost(secondDrive);

const files = {
  'elsewhere.ipynb': notebook('Elsewhere', 'open("soil.csv")\n'),
  'soil.csv': 'a,b\n1,2\n',
  // The server has another file of this name.
  'requirements.txt': 'numpy==2.1.0\n'
};

test('from a second drive, a notebook is published, and its badge is written there', async ({
  page,
  request,
  host,
  site
}) => {
  const before = await countRecords({ request, site });
  await openHost(page, host.address);
  await addDrive(page, files);
  await showDrive(page);
  await expect(entry(page, 'soil.csv')).toBeVisible();
  await chooseToPublish(page, 'elsewhere.ipynb');
  const doi = await publishFromPanel({ page, site });
  await expect
    .poll(async () =>
      badgesOf(Buffer.from(await readFromDrive(page, 'elsewhere.ipynb')))
    )
    .toEqual([expect.stringContaining(doi)]);
  const names = ['elsewhere.ipynb', 'soil.csv', 'requirements.txt'];
  const archive = await expectArchive({ request, site }, doi, names);
  for (const name of ['soil.csv', 'requirements.txt'] as const) {
    expect(Buffer.from(archive.get(name)!).toString()).toBe(files[name]);
  }
  expect(await countRecords({ request, site })).toBe(before + 1);
  expect(badgesOnDisk(host)).toEqual([]);
});
