/** Data that are much for Binder, in a record of their own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '../fixtures';
import { confirm, fillForm, press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { serverRoot } from '../support/serverRoot';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

/**
 * Together they make Binder slow; without the first two they do not. Larger
 * ones would be too much for Playwright, which keeps what a page sends.
 */
const names = [...Array(21).keys()].map(
  i => `${String(i).padStart(2, '0')}.bin`
);
const bytes = 10_000_000;

test('data get a record of their own, from which the notebook fetches them', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  test.setTimeout(180_000);
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const title = `Split ${tmpPath}`;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'code/a.ipynb': notebook(
      'A',
      'open("../data/00.bin")\nopen("../data/20.bin")\n'
    ),
    'requirements.txt': 'numpy==2.0.0\n'
  });
  const data = path.join(await serverRoot(page), tmpPath, 'study', 'data');
  mkdirSync(data);
  for (const name of names) {
    writeFileSync(path.join(data, name), name);
    // Zeros that take no place on the disk.
    truncateSync(path.join(data, name), bytes);
  }

  await publishing.open([folder.path]);
  await fillForm(publishing, title);
  await publishing.signIn();
  await expect(
    panel.getByRole('heading', { name: '210.0 MB: slow in Binder' })
  ).toBeVisible();
  await panel
    .getByRole('button', { name: 'Give the data a record of their own' })
    .click();
  const record = panel.getByRole('region', {
    name: 'The data get a record of their own'
  });
  await expect(record).toContainText('data/00.bin, data/01.bin');
  await expect(record.getByLabel('code/a.ipynb')).toBeChecked();
  await expect(panel.getByRole('heading', { name: /in Binder/ })).toBeHidden();

  await press(publishing, 'Publish');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    '2 files, 20.0 MB, in a record of their own',
    {
      timeout: 120_000
    }
  );
  await confirm(page);
  const doi = await publishing.doi();
  await expect(publishing.outcome).toContainText('a DOI of their own');

  // A reader unpacks the notebooks in an empty folder and runs the first code.
  const archive = await archiveOf(request, site, doi);
  expect([...archive.keys()]).not.toContain('data/00.bin');
  expect([...archive.keys()]).toContain('data/20.bin');
  const { cells } = JSON.parse(
    Buffer.from(archive.get('code/a.ipynb') ?? []).toString()
  ) as { cells: { cell_type: string; source: string[] }[] };
  const [first] = cells.filter(({ cell_type }) => cell_type === 'code');
  const empty = mkdtempSync(path.join(tmpdir(), 'zp-split-'));
  try {
    mkdirSync(path.join(empty, 'code'));
    await promisify(execFile)('python', ['-c', first.source.join('')], {
      cwd: path.join(empty, 'code')
    });
    for (const name of names.slice(0, 2)) {
      const fetched = readFileSync(path.join(empty, 'data', name));
      expect(fetched.length).toBe(bytes);
      expect(fetched.subarray(0, 6).toString()).toBe(name);
    }
  } finally {
    rmSync(empty, { recursive: true });
    rmSync(data, { recursive: true });
  }
});
