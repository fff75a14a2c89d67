/** Files of the user's own computer, and looking at what is made here. */
import { expect, test } from '../fixtures';
import { confirm, fillIn, press } from '../support/failures';
import { Publishing } from '../support/publishing';
import { reloadWhenSaved } from '../support/reload';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

test('hidden files are picked from the computer, and the list of contents is looked at', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({ 'notes/private.txt': 'mine\n' });
  await fillIn(publishing, folder, `Picked ${tmpPath}`);
  const tree = panel.getByRole('tree', { name: 'Files' });
  const item = (name: RegExp) => tree.getByRole('treeitem', { name });
  await publishing.unfold('Contents');
  const text = (name: string, content: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content)
  });

  // By keyboard, into the browser's own chooser.
  const button = panel.getByRole('button', {
    name: 'Add files from your computer…'
  });
  await button.focus();
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (
    await choosing
  ).setFiles([
    text('.zenodoignore', '*.csv\n'),
    text('environment.yml', 'dependencies:\n  - python=3.12\n')
  ]);
  await expect(panel).toContainText('2 files were added.');
  await expect(item(/^\.zenodoignore picked from your computer/)).toBeVisible();
  await expect(item(/^data\.csv.*left out: \.zenodoignore/)).toHaveAttribute(
    'aria-checked',
    'false'
  );

  const place = panel.getByLabel('Path of environment.yml in the bundle');
  await place.fill('../environment.yml');
  await expect(place).toHaveAttribute('aria-invalid', 'true');
  await place.fill('.binder/environment.yml');
  await place.press('Enter');
  await expect(place).toBeFocused();
  await expect(item(/^\.binder\b/)).toBeVisible();
  await expect(panel).toContainText('.binder/environment.yml');

  // What is made here is looked at before anything is sent.
  const crate = item(/^ro-crate-metadata\.json/);
  await crate.focus();
  await page.keyboard.press('Enter');
  const shown = panel.getByRole('document', {
    name: 'Text of ro-crate-metadata.json'
  });
  await expect(shown).toContainText('10.5281/zenodo.0000000');
  await expect(shown).toContainText('.binder/environment.yml');
  await page.keyboard.press('Tab');
  await expect(crate.getByRole('button', { name: 'Hide' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(shown).toBeHidden();
  await expect(crate).toBeFocused();

  await publishing.signIn();
  const doi = await publishing.publish();
  const archive = await archiveOf(request, site, doi);
  const read = (path: string) =>
    Buffer.from(archive.get(path) ?? []).toString();
  expect([...archive.keys()]).not.toContain('data.csv');
  expect(read('.zenodoignore')).toBe('*.csv\n');
  expect(read('.binder/environment.yml')).toContain('python=3.12');
  expect(read('ro-crate-metadata.json')).toContain(doi);
});

test('a file that was picked is asked for again after the page was loaded again', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, `Picked again ${tmpPath}`);
  await publishing.unfold('Contents');
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const file = { name: 'mask.bin', mimeType: '', buffer: bytes };
  const input = panel.locator('input[type="file"]').first();
  await input.setInputFiles(file);
  await expect(panel).toContainText('1 file was added.');
  // The panel, and its form.
  await reloadWhenSaved(page, /zenodo-publisher:(?:.|\n)*mask\.bin/);
  await expect(panel).toBeVisible();
  await publishing.signIn();
  await publishing.unfold('Contents');
  const again = panel.getByRole('button', { name: 'Pick it again… mask.bin' });
  await expect(again).toBeVisible();
  await press(publishing, 'Publish');
  await expect(
    panel.getByRole('group', { name: /to fix before/ })
  ).toContainText('You picked “mask.bin” from your computer.');
  const choosing = page.waitForEvent('filechooser');
  await again.click();
  await (await choosing).setFiles(file);
  await expect(again).toBeHidden();
  await press(publishing, 'Publish');
  await confirm(page);
  const archive = await archiveOf(request, site, await publishing.doi());
  expect(Buffer.from(archive.get('mask.bin') ?? [])).toEqual(bytes);
});
