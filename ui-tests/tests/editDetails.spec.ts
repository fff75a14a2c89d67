/** The details of a record that was made elsewhere: one field is changed, and nothing else. */
import type { APIRequestContext } from '@playwright/test';

import { completeDraft } from '../../src/core/metadata/__tests__/completeDraft';
import { expect, ITestSite, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { PublicationsList } from '../support/publicationsList';

/** The panel; the list of publications is another. */
const part = '.jp-ZenodoPublisher[aria-label="Edit metadata"]';

const accept = { Accept: 'application/vnd.inveniordm.v1+json' };

/** Publish a record as its owner does with another program. */
async function publishElsewhere(
  request: APIRequestContext,
  site: ITestSite,
  title: string
): Promise<string> {
  const headers = { ...accept, Authorization: `Bearer ${site.token}` };
  const at = `${site.url}/api/records`;
  const made = await request.post(at, {
    headers,
    data: { ...completeDraft, metadata: { ...completeDraft.metadata, title } }
  });
  const { id } = await made.json();
  const files = `${at}/${id}/draft/files`;
  await request.post(files, { headers, data: [{ key: 'a.csv' }] });
  await request.put(`${files}/a.csv/content`, {
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    data: Buffer.from('1,2\n')
  });
  await request.post(`${files}/a.csv/commit`, { headers });
  const published = await request.post(`${at}/${id}/draft/actions/publish`, {
    headers
  });
  expect(published.status()).toBe(202);
  return id;
}

/** What a record says of itself, less what tells when it was changed. */
async function detailsOf(
  request: APIRequestContext,
  site: ITestSite,
  id: string
) {
  const answer = await request.get(`${site.url}/api/records/${id}`, {
    headers: { ...accept, Authorization: `Bearer ${site.token}` }
  });
  const { metadata, custom_fields, access, pids, files } = await answer.json();
  return { metadata, custom_fields, access, pids, files };
}

for (const theme of ['light', 'dark'] as const) {
  test(`one field is changed, in the ${theme} theme`, async ({
    page,
    request,
    site
  }, info) => {
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const words = Math.random().toString(36).slice(2, 10);
    const title = `Made elsewhere ${words}`;
    const id = await publishElsewhere(request, site, title);
    const before = await detailsOf(request, site, id);
    const list = new PublicationsList(page, site);
    await list.open();
    await list.signIn();
    await list.panel.getByLabel('Search publications').fill(words);
    const entry = await list.unfold(title);
    await entry.getByRole('button', { name: 'Edit metadata' }).click();

    const panel = page.getByRole('region', { name: 'Edit metadata' });
    const field = panel.getByLabel('Title', { exact: true });
    await expect(field).toHaveValue(title);
    await expect(panel).toContainText('Nothing is changed yet.');
    await field.fill('');
    await panel.getByRole('button', { name: 'Publish changes' }).click();
    const summary = panel.getByRole('group', { name: /1 thing to fix/ });
    await expect(summary).toBeFocused();
    await expectAccessible(page, info, 'wrong', part);
    await summary.getByRole('button').click();
    await expect(field).toBeFocused();
    await field.fill(`Changed ${words}`);
    await expect(panel).toContainText('You changed: Title.');
    await expectAccessible(page, info, 'changed', part);
    await panel.getByRole('button', { name: 'Publish changes' }).click();
    await expect(panel).toContainText('The change is public');
    expect(await detailsOf(request, site, id)).toEqual({
      ...before,
      metadata: { ...before.metadata, title: `Changed ${words}` }
    });

    // A second thought.
    await panel.getByLabel('Version', { exact: true }).fill('99');
    await panel.getByRole('button', { name: 'Discard changes' }).click();
    await expect(panel).toContainText('Nothing is changed yet.');
    await expect(panel.getByLabel('Version', { exact: true })).toHaveValue(
      String(before.metadata.version)
    );
  });
}

test('a change that was begun on the site is seen, and given up', async ({
  page,
  request,
  site
}) => {
  const words = Math.random().toString(36).slice(2, 10);
  const title = `Made elsewhere ${words}`;
  const id = await publishElsewhere(request, site, title);
  const before = await detailsOf(request, site, id);
  const draft = `${site.url}/api/records/${id}/draft`;
  const headers = { ...accept, Authorization: `Bearer ${site.token}` };
  await request.post(draft, { headers });
  const begun = await request.put(draft, {
    headers,
    data: {
      ...completeDraft,
      metadata: { ...completeDraft.metadata, title: `Begun ${words}` }
    }
  });
  expect(begun.status()).toBe(200);

  const list = new PublicationsList(page, site);
  await list.open();
  await list.signIn();
  await list.panel.getByLabel('Search publications').fill(words);
  const entry = list.panel.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: words })
  });
  await entry.getByRole('button', { name: words }).first().click();
  await entry.getByRole('button', { name: 'Edit metadata' }).click();
  const panel = page.getByRole('region', { name: 'Edit metadata' });
  const field = panel.getByLabel('Title', { exact: true });
  await expect(field).toHaveValue(`Begun ${words}`);
  await expect(panel).toContainText(
    'A change was begun and is not public yet.'
  );
  await panel.getByRole('button', { name: 'Discard changes' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Discard the change' })
    .click();
  await expect(field).toHaveValue(title);
  await expect(panel).toContainText('Nothing is changed yet.');
  expect((await request.get(draft, { headers })).status()).toBe(404);
  expect(await detailsOf(request, site, id)).toEqual(before);
});
