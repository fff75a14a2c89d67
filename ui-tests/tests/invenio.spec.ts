/** The whole way on a real InvenioRDM, which has no hub, resolver or faults. */
import { siteDoiPrefix } from '../environment';
import { expect, test } from '../fixtures';
import { badgesOf, linksOf, notebook } from '../support/notebooks';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

const names = ['01-clean.ipynb', '02-figures.ipynb'];

test('two notebooks, from the file browser to a public record', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    '01-clean.ipynb': notebook('Clean', 'import csv\n'),
    '02-figures.ipynb': notebook('Figures', 'import json\n'),
    'requirements.txt': 'numpy==2.0.0\n',
    'runtime.txt': 'python-3.12\n'
  });
  const publishing = new Publishing(page, site);
  await publishing.openFromFileBrowser(folder.path, names);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const doi = await publishing.publish();
  expect(doi).toMatch(new RegExp(`^${siteDoiPrefix}/zenodo\\.\\d+$`));

  const record = await (
    await request.get(`${site.url}/api/records/${doi.replace(/^.*\./, '')}`)
  ).json();
  expect(record.is_published).toBe(true);
  expect(record.pids.doi.identifier).toBe(doi);
  expect(record.metadata.creators[0].person_or_org.name).toBe('Silva, Ana');
  expect(record.metadata.references ?? []).toEqual([]);

  const archive = await archiveOf(request, site, doi);
  expect([...archive.keys()]).toEqual(
    expect.arrayContaining([...names, 'requirements.txt', 'runtime.txt'])
  );
  for (const name of names) {
    for (const bytes of [archive.get(name)!, await folder.read(name)]) {
      const badges = badgesOf(bytes);
      expect(badges).toHaveLength(1);
      expect(linksOf(badges[0])[0]).toContain(doi);
    }
  }
});

test('the files of a record are replaced, and it is deleted', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/other`);
  await folder.write({
    'a.ipynb': notebook('Areas', 'import csv\n'),
    'requirements.txt': 'numpy==2.0.0\n'
  });
  const publishing = new Publishing(page, site);
  // A real server keeps the records of earlier runs.
  const title = `Other files ${Math.random().toString(36).slice(2, 10)}`;
  await publishing.open([folder.path]);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.panel.getByLabel('Title', { exact: true }).fill(title);
  await publishing.signIn();
  const doi = await publishing.publish();
  const record = `${site.url}/api/records/${doi.replace(/^.*\./, '')}`;
  const before = await (await request.get(record)).json();

  await folder.write({ 'a.ipynb': notebook('Areas', 'import json\n') });
  await publishing.panel
    .getByRole('button', { name: 'Delete or replace files…' })
    .click();
  const list = new PublicationsList(page, site);
  const entry = list.entry(title);
  await entry.getByRole('button', { name: 'Replace files…' }).click();
  await publishing.panel
    .getByRole('button', { name: 'Publish', exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Replace files' }).click();
  expect(await publishing.doi()).toBe(doi);

  const after = await (await request.get(record)).json();
  expect(after.created).toBe(before.created);
  expect(after.metadata.title).toBe(title);
  expect(after.files.entries).not.toEqual(before.files.entries);
  const archive = await archiveOf(request, site, doi);
  const text = Buffer.from(archive.get('a.ipynb')!).toString();
  expect(text).toContain('import json');

  await entry.getByRole('button', { name: 'Delete record…' }).click();
  await dialog.getByLabel('Reason').selectOption('test-record');
  await dialog.getByRole('button', { name: 'Delete record' }).click();
  await dialog.getByRole('button', { name: 'Remove badges' }).click();
  await expect(entry).toContainText('Deleted on');
  expect((await request.get(record)).status()).toBe(410);
  expect(badgesOf(await folder.read('a.ipynb'))).toEqual([]);
});
