/** What a notebook loads is proposed as a related work; the form is changed by a fix, and back. */
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

test('a data set that a notebook loads becomes a related work by a fix', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'a.ipynb': notebook(
      'A',
      'get("https://zenodo.org/records/123/files/a.csv")\n'
    ),
    'README.md': '# A\n\nSee https://osf.io/abcd3/.\n',
    'requirements.txt': 'numpy==2.0.0\n'
  });
  await publishing.open([folder.path]);
  await publishing.unfold('Metadata');
  const finding = (text: RegExp) =>
    panel.getByRole('listitem').filter({ hasText: text });
  const data = finding(/uses the data set 10\.5281\/zenodo\.123/);
  await data.getByRole('button', { name: /^Fix/ }).click();
  const change = panel.getByRole('group', {
    name: 'The change in the related works'
  });
  await expect(change).toContainText('References 10.5281/zenodo.123 (Dataset)');
  await expectAccessible(page, info, 'related-works');
  await change.getByRole('button', { name: 'Change it' }).click();
  await expect(data).toBeHidden();
  const added = finding(/10\.5281\/zenodo\.123 is among the related works now/);
  await added.getByRole('button', { name: /^Fix/ }).click();
  await change.getByRole('button', { name: 'Change it' }).click();
  await expect(added).toBeHidden();
  await expect(data).toBeVisible();

  // What a text names, too; ignored, it does not come back.
  const project = finding(/names https:\/\/osf\.io\/abcd3/);
  await project.getByRole('button', { name: /^Ignore/ }).click();
  await expect(project).toBeHidden();
});
