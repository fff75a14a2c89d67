/** What becomes of a record after it was published: changes, other files, badges. */
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { fillIn, mendSite, press, retrySoon } from '../support/failures';
import { badgesOf, notebook } from '../support/notebooks';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

test.use({ autoGoto: false });

test.beforeEach(async ({ page, request, site }) => {
  await mendSite(request, site);
  await retrySoon(page);
  await page.goto();
});

/** The side panel beside it is another one. */
const publishPanel = '.jp-ZenodoPublisher:not(.jp-ZenodoPublisher-side)';

const unique = (words: string) =>
  `${words} ${Math.random().toString(36).slice(2, 10)}`;

test('the files of a record are replaced under the same DOI', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  // Two publications, each looked at by axe.
  test.setTimeout(180_000);
  const title = unique('Snow depth');
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const list = new PublicationsList(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  const doi = await publishing.publish();
  await expectAccessible(page, info, 'what-next');

  // The panel leads to what can be undone.
  await panel.getByRole('button', { name: 'Delete or replace files…' }).click();
  const entry = list.entry(title);
  await expect(
    entry.getByRole('button', { name: 'Replace files…' })
  ).toBeVisible();
  await expect(entry).toContainText('Your files are as they were published.');

  await folder.write({
    'study.ipynb': notebook('Study', 'open("data.csv").read()\n'),
    'data.csv': 'a,b\n1,3\n'
  });
  await entry.getByRole('button', { name: 'Compare with my files' }).click();
  await expect(entry).toContainText(
    'Changed since published: 2 changed, 1 the same.'
  );
  await expect(entry).toContainText('data.csv changed');
  await expectAccessible(page, info, 'changed', '.jp-ZenodoPublisher-side');

  await entry.getByRole('button', { name: 'Replace files…' }).click();
  await expect(publishing.outcome).toBeEmpty();
  const box = panel.getByRole('region', { name: 'New version' });
  await expect(box).toContainText('Other files for');
  await expect(
    box.getByRole('radio', { name: /^Other files for that record/ })
  ).toBeChecked();
  await expectAccessible(page, info, 'replace', publishPanel);
  // The same in the dark.
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('apputils:change-theme', {
      theme: 'JupyterLab Dark'
    })
  );
  await page.screenshot({ path: info.outputPath('dark.png') });
  await press(publishing, 'Publish');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The DOI stays the same');
  await expect(dialog).toContainText('are removed from the record:');
  await expectAccessible(page, info, 'confirm', '.jp-Dialog-content');
  await dialog.getByRole('button', { name: 'Replace files' }).click();
  expect(await publishing.doi()).toBe(doi);
  await expect(publishing.outcome).toContainText('The files were replaced');
  await expectAccessible(page, info, 'replaced', publishPanel);

  const archive = await archiveOf(request, site, doi);
  expect(Buffer.from(archive.get('data.csv')!).toString()).toContain('1,3');
  const text = Buffer.from(archive.get('study.ipynb')!).toString();
  expect(text).toContain('.read()');
  // One badge, the same as before, in the copy and in the folder.
  for (const bytes of [
    archive.get('study.ipynb')!,
    await folder.read('study.ipynb')
  ]) {
    expect(badgesOf(bytes)).toEqual([expect.stringContaining(doi)]);
  }
});

test('a notebook gets the badge of its record, and loses it, by commands', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const title = unique('Wind');
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  const doi = await publishing.publish();
  // A file that is being written may be seen half.
  const expectBadges = (wanted: unknown[]) =>
    expect(async () => {
      const badges = badgesOf(await folder.read('study.ipynb'));
      expect(badges).toEqual(wanted);
    }).toPass({ timeout: 30_000 });
  const run = (command: string) =>
    page.evaluate(
      ([id, path]) => {
        void window.jupyterapp.commands.execute(id, { path });
      },
      [`zenodo-publisher:${command}`, `${folder.path}/study.ipynb`]
    );
  const dialog = page.getByRole('dialog');
  await run('remove-badge');
  await expect(dialog).toContainText('The record stays.');
  await dialog.getByRole('button', { name: 'Remove badges' }).click();
  await expectBadges([]);
  await run('insert-badge');
  await expect(dialog).toContainText(doi);
  // The notebook does not say any more where it was published: the journal does.
  await dialog.getByRole('button', { name: 'Insert', exact: true }).click();
  await expectBadges([expect.stringContaining(doi)]);
  await expectBadges([expect.stringContaining('urlpath')]);
});
