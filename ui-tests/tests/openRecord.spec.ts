/** Opening a published record in a new folder, and going on from there. */
import JSZip from 'jszip';

import { expect, test } from '../fixtures';
import { labUrl } from '../environment';
import { expectAccessible } from '../support/accessible';
import {
  addFault,
  confirm,
  mendSite,
  needsFaults,
  press,
  retrySoon
} from '../support/failures';
import { notebook } from '../support/notebooks';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { OpenRecord, publishByHand } from '../support/records';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

test.use({ autoGoto: false });

test.beforeEach(async ({ page, request, site }) => {
  await mendSite(request, site);
  await retrySoon(page);
  await page.goto();
});

test.afterEach(async ({ request, site }) => {
  await mendSite(request, site);
});

const part = '.jp-ZenodoPublisher-open';
const unique = (words: string) =>
  `${words} ${Math.random().toString(36).slice(2, 10)}`;

/** A notebook that says of itself that it is trusted, with an output that runs. */
function plantedNotebook(): string {
  const planted = JSON.parse(notebook('Planted', 'print(1)\n'));
  for (const cell of planted.cells) {
    cell.metadata.trusted = true;
  }
  planted.metadata.trusted = true;
  planted.cells[1].outputs = [
    {
      output_type: 'display_data',
      metadata: {},
      data: {
        'text/html': [
          '<img src="none" onerror="window.planted = 1">',
          '<script>window.planted = 2</script>'
        ],
        'application/javascript': ['window.planted = 3']
      }
    }
  ];
  return JSON.stringify(planted);
}

/** An archive as somebody with bad intentions makes it. */
async function plantedZip(): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('planted.ipynb', plantedNotebook());
  zip.file('data/levels.csv', 'a,b\n1,2\n'.repeat(200_000));
  zip.file('requirements.txt', 'numpy==2.0.0\n');
  zip.file('../evil.txt', 'x', { createFolders: false });
  zip.file('Data/Levels.csv', 'other');
  zip.file('.env', 'TOKEN=1');
  zip.file('link', '/etc/passwd', { unixPermissions: 0o120777 });
  return zip.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: 'DEFLATE'
  });
}

test('what was published is opened again, and published as the next version', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const title = unique('River levels');
  const publishing = new Publishing(page, site);
  const opening = new OpenRecord(page);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'a.ipynb': notebook('A', 'open("data/x y.csv")\n'),
    'data/x y.csv': '1,2\n',
    'data/empty.txt': '',
    'requirements.txt': 'numpy==2.0.0\n'
  });
  await publishing.open([folder.path]);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.panel.getByLabel('Title', { exact: true }).fill(title);
  await publishing.signIn();
  const doi = await publishing.publish();
  await page.activity.closeAll();

  // From the list of publications, into the folder that the file browser shows.
  await page.filebrowser.openDirectory(tmpPath);
  const list = new PublicationsList(page, site);
  await list.open();
  await list.until(async () => {
    await expect(list.titles('Published').first()).toHaveText(title, {
      timeout: 1000
    });
  });
  const entry = await list.unfold(title);
  await entry.getByRole('button', { name: 'Open here…' }).click();
  await expect(
    opening.panel.getByRole('heading', { name: title })
  ).toBeVisible();
  await expect(opening.panel).toContainText(doi);
  await expect(opening.panel).toContainText(/1 file, \d/);
  const name = await opening.folder.inputValue();
  expect(name).toMatch(/^river-levels-/);
  const outcome = await opening.fetch();
  await expect(outcome).toContainText(`${tmpPath}/${name}`);
  await expect(outcome).toContainText('requirements.txt');
  await expect(
    page.getByRole('region', { name: 'File Browser' }).first()
  ).toContainText('a.ipynb');

  const copy = new WorkingFolder(request, `${tmpPath}/${name}`);
  const archive = await archiveOf(request, site, doi);
  expect(archive.size).toBeGreaterThanOrEqual(4);
  for (const [path, bytes] of archive) {
    expect(Buffer.compare(await copy.read(path), bytes), path).toBe(0);
  }

  await outcome.getByRole('button', { name: 'Publish a new version…' }).click();
  const { panel } = publishing;
  const box = panel.getByRole('region', { name: 'New version' });
  await expect(box).toContainText(doi);
  await copy.write({ 'more.csv': '3\n' });
  await panel.getByRole('button', { name: 'Contents', exact: true }).click();
  await panel
    .getByRole('button', { name: 'Look through the folder again' })
    .click();
  await expect(box).toContainText('Since then: 1 added');
  await expect(
    panel.getByRole('treeitem', { name: /more\.csv.*added/ })
  ).toBeVisible();
  await press(publishing, 'Publish');
  await confirm(page);
  const second = await publishing.doi();
  expect(second).not.toBe(doi);
  const id = second.replace(/^.*\./, '');
  const versions = await request.get(`${site.url}/api/records/${id}/versions`);
  expect(
    ((await versions.json()) as { hits: { total: number } }).hits.total
  ).toBe(2);

  // The DOI of all versions leads to the newest; the folder is not taken twice.
  await opening.open({ path: tmpPath });
  await opening.lookUp(
    `https://doi.org/${doi.replace(/\d+$/, n => String(Number(n) - 1))}`
  );
  await expect(opening.panel).toContainText(second);
  await expect(opening.folder).toHaveValue(`${name}-2`);
});

test('a planted archive writes nothing elsewhere, and runs nothing', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const opening = new OpenRecord(page);
  const title = unique('Planted');
  const doi = await publishByHand(
    request,
    site,
    'bundle.zip',
    await plantedZip(),
    title
  );
  await opening.open({ record: doi, path: tmpPath });
  await opening.folder.fill('planted');
  const outcome = await opening.fetch();
  await expect(outcome).toContainText('3 files (');
  await expect(outcome).toContainText('4 files are left out');
  for (const line of [
    '../evil.txt would be written outside',
    'Data/Levels.csv has the name of another',
    '.env is hidden',
    'link is a link'
  ]) {
    await expect(outcome).toContainText(line);
  }
  const listing = await request.get(
    `${labUrl}/api/contents/${tmpPath}?content=1`
  );
  const { content } = (await listing.json()) as {
    content: readonly { name: string }[];
  };
  expect(content.map(({ name }) => name)).toEqual(['planted']);
  // More than a piece of an upload, byte for byte.
  const folder = new WorkingFolder(request, `${tmpPath}/planted`);
  expect(Buffer.from(await folder.read('data/levels.csv')).toString()).toBe(
    'a,b\n1,2\n'.repeat(200_000)
  );
  expect(Buffer.from(await folder.read('planted.ipynb')).toString()).toBe(
    plantedNotebook()
  );

  const asNotebook = await request.get(
    `${labUrl}/api/contents/${tmpPath}/planted/planted.ipynb?type=notebook&content=1`
  );
  const { cells } = (
    (await asNotebook.json()) as {
      content: { cells: readonly { metadata: { trusted?: boolean } }[] };
    }
  ).content;
  expect(cells[1].metadata.trusted).toBe(false);
  await page.notebook.openByPath(`${tmpPath}/planted/planted.ipynb`);
  await expect(page.locator('.jp-NotebookPanel')).toContainText('Planted');
  await page.waitForTimeout(500);
  expect(
    await page.evaluate(() => (window as { planted?: number }).planted ?? 0)
  ).toBe(0);

  // Its notebooks name no record; the folder remembers it.
  const publishing = new Publishing(page, site);
  await page.activity.activateTab('Open a Zenodo record');
  await outcome.getByRole('button', { name: 'Publish a new version…' }).click();
  await expect(
    publishing.panel.getByRole('heading', { name: 'Contents' })
  ).toBeVisible();
  await publishing.signIn();
  await expect(
    publishing.panel.getByRole('region', { name: 'New version' })
  ).toContainText(doi);
});

test('restricted files are opened by their owner alone', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const opening = new OpenRecord(page);
  const { panel } = opening;
  const doi = await publishByHand(
    request,
    site,
    'study.ipynb',
    Buffer.from(notebook('Study', 'print(1)\n')),
    unique('Study'),
    'restricted'
  );
  await opening.open({ path: tmpPath });
  await opening.lookUp(doi);
  await expect(panel).toContainText('The files of this record are restricted.');

  const list = new PublicationsList(page, site);
  await list.open();
  await list.signIn();
  await opening.open({ record: doi, path: tmpPath });
  await expect(opening.folder).toBeVisible();
  await opening.folder.fill('mine');
  await expect(await opening.fetch()).toContainText('1 file (');
  const folder = new WorkingFolder(request, `${tmpPath}/mine`);
  expect(Buffer.from(await folder.read('study.ipynb')).toString()).toBe(
    notebook('Study', 'print(1)\n')
  );
});

test('a download is cancelled, fails, and is tried again', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  needsFaults(site);
  const opening = new OpenRecord(page);
  const { panel } = opening;
  const doi = await publishByHand(
    request,
    site,
    'study.ipynb',
    Buffer.from(notebook('Study', 'print(1)\n')),
    unique('Study')
  );
  const content = '/api/records/\\d+/files/.+/content$';
  await addFault(request, site, {
    ...{ kind: 'delay', ms: 8000, method: 'GET', path: content }
  });
  await opening.open({ record: doi, path: tmpPath });
  await opening.folder.fill('study');
  await panel.getByRole('button', { name: 'Open here' }).click();
  await expect(
    panel.getByRole('progressbar', { name: 'Download progress' })
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel download' }).click();
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText('The download was cancelled');
  await expect(alert).toContainText('Nothing was written.');

  await addFault(request, site, {
    ...{ kind: 'refuse', status: 404, method: 'GET', path: content }
  });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('does not find this');
  await addFault(request, site, {
    ...{ kind: 'gateway', status: 502, method: 'GET', path: content }
  });
  await alert.getByRole('button', { name: 'Try again' }).click();
  const outcome = panel.getByRole('status');
  await expect(outcome).toContainText('1 file (');
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  expect(Buffer.from(await folder.read('study.ipynb')).toString()).toBe(
    notebook('Study', 'print(1)\n')
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`in the ${theme} theme`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    needsFaults(site);
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const opening = new OpenRecord(page);
    const { panel } = opening;
    const doi = await publishByHand(
      request,
      site,
      'bundle.zip',
      await plantedZip(),
      unique('Soil moisture in the Alentejo, 2015–2025:')
    );
    await opening.open({ path: tmpPath });
    await expectAccessible(page, info, 'asking', part);
    await opening.lookUp('https://figshare.com/articles/1');
    await expect(panel).toContainText('figshare.com is no site');
    await expectAccessible(page, info, 'problem', part);
    await opening.lookUp(doi);
    await expect(opening.folder).toBeVisible();
    await expectAccessible(page, info, 'found', part);
    await addFault(request, site, {
      ...{ kind: 'delay', ms: 20000, method: 'GET' },
      path: '/files/.+/content$'
    });
    await panel.getByRole('button', { name: 'Open here' }).click();
    await expect(panel.getByRole('progressbar')).toBeVisible();
    await expectAccessible(page, info, 'running', part);
    await panel.getByRole('button', { name: 'Cancel download' }).click();
    await expect(panel.getByRole('alert')).toContainText('cancelled');
    await expectAccessible(page, info, 'stopped', part);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect(panel.getByRole('status')).toContainText('Opened');
    await expectAccessible(page, info, 'done', part);
    await page.setViewportSize({ width: 620, height: 900 });
    await expectAccessible(page, info, 'done-narrow', part);
    await opening.panel
      .getByRole('button', { name: 'Open another record' })
      .click();
    await opening.lookUp(doi);
    await expect(opening.folder).toBeVisible();
    await expectAccessible(page, info, 'found-narrow', part);
  });
}
