/** The next version of a record, from the panel that published the first one. */
import { expect, test } from '../fixtures';
import { confirm, fillForm, press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

interface IVersions {
  readonly hits: { readonly hits: readonly { readonly id: string }[] };
}

test('the same notebooks again become the next version of their record', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'a.ipynb': notebook('A', 'print(1)\n'),
    'requirements.txt': 'numpy==2.0.0\n'
  });
  await publishing.open([folder.path]);
  await fillForm(publishing, `Twice ${tmpPath}`);
  await publishing.signIn();
  const first = await publishing.publish();

  // Nothing is new: it is not published a second time by accident.
  await press(publishing, 'New version');
  const box = panel.getByRole('region', { name: 'New version' });
  await expect(box).toContainText(first);
  await expect(box).toContainText('Since then: 2 the same.');
  await press(publishing, 'Publish');
  await expect(panel).toContainText(/No file has changed since/);
  await expect(page.getByRole('dialog')).toBeHidden();

  await folder.write({ 'data.csv': '1\n' });
  await publishing.unfold('Contents');
  await panel
    .getByRole('button', { name: 'Look through the folder again' })
    .click();
  await expect(box).toContainText('Since then: 1 added, 2 the same.');
  await expect(
    panel.getByRole('treeitem', { name: /data\.csv.*added/ })
  ).toBeVisible();
  await press(publishing, 'Publish');
  await confirm(page);
  const second = await publishing.doi();
  expect(second).not.toBe(first);
  const id = second.replace(/^.*\./, '');
  const answer = await request.get(`${site.url}/api/records/${id}/versions`);
  const { hits } = (await answer.json()) as IVersions;
  expect(hits.hits).toHaveLength(2);

  // One badge, with the new DOI.
  const text = Buffer.from(await folder.read('a.ipynb')).toString();
  expect(text.split('zenodo-publisher-badge').length).toBeLessThanOrEqual(3);
  expect(text).toContain(second);
  expect(text).not.toContain(first);
});
