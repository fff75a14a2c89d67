/** The next version of a record, from the panel that published the first one. */
import type { APIRequestContext } from '@playwright/test';

import { expectAccessible } from '../support/accessible';
import { expect, ITestSite, test } from '../fixtures';
import { confirm, fillForm, press, titleOf } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

interface IVersions {
  readonly hits: { readonly hits: readonly IRecord[] };
}

interface IRecord {
  readonly metadata: { readonly title: string };
}

/** Correct the title of a record as its page on the site does. */
async function correctTitle(
  request: APIRequestContext,
  site: ITestSite,
  id: string,
  title: string
): Promise<void> {
  const draft = `${site.url}/api/records/${id}/draft`;
  const headers = {
    Accept: 'application/vnd.inveniordm.v1+json',
    Authorization: `Bearer ${site.token}`
  };
  const opened = await request.post(draft, { headers });
  const { metadata, access, files } = (await opened.json()) as {
    metadata: Record<string, unknown> & { resource_type: { id: string } };
    access: object;
    files: object;
  };
  const { resource_type, rights: _rights, ...others } = metadata;
  const changed = { ...others, resource_type: { id: resource_type.id }, title };
  const put = await request.put(draft, {
    headers,
    data: { metadata: changed, access, files }
  });
  expect(put.status()).toBe(200);
  const published = await request.post(`${draft}/actions/publish`, { headers });
  expect(published.status()).toBe(202);
}

test('the same notebooks again become the next version of their record', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
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
  const title = `Corrected there ${tmpPath}`;
  await correctTitle(request, site, first.replace(/^.*\./, ''), title);

  // Nothing is new: it is not published a second time by accident.
  await press(publishing, 'New version');
  const box = panel.getByRole('region', { name: 'New version' });
  await expect(box).toContainText(first);
  await expect(box).toContainText('Since then: 2 the same.');
  // What was corrected on the site's page stays corrected.
  await expect(titleOf(publishing)).toHaveValue(title);
  await publishing.unfold('Metadata');
  await expect(
    panel.getByText('from the last version on', { exact: false }).first()
  ).toBeVisible();
  await press(publishing, 'Publish');
  await expect(panel).toContainText(/No file has changed since/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectAccessible(page, info, 'new-version');

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
  for (const { metadata } of hits.hits) {
    expect(metadata.title).toBe(title);
  }

  // One badge, with the new DOI.
  const text = Buffer.from(await folder.read('a.ipynb')).toString();
  expect(text.split('zenodo-publisher-badge').length).toBeLessThanOrEqual(3);
  expect(text).toContain(second);
  expect(text).not.toContain(first);
});
