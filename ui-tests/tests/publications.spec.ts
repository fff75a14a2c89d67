/** The side panel of publications: each action, in whole flows. */
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import {
  addFault,
  confirm,
  expectTrouble,
  fillIn,
  mendAround,
  mendSite,
  needsFaults,
  paths,
  press,
  titleOf,
  uploadsNamed
} from '../support/failures';
import { badgesOf, openedBy } from '../support/notebooks';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { reloadWhenSaved } from '../support/reload';
import { WorkingFolder } from '../support/workingFolder';

mendAround();

/** Titles are searched by their words: one that no other test has. */
const unique = (words: string) =>
  `${words} ${Math.random().toString(36).slice(2, 10)}`;

test('what was published is cited, launched, badged, versioned and deleted', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const title = unique('Soil moisture');
  const publishing = new Publishing(page, site);
  const list = new PublicationsList(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  const doi = await publishing.publish();

  // One sign-in is good for both panels.
  await list.open();
  await list.until(async () => {
    await expect(list.titles('Published').first()).toHaveText(title, {
      timeout: 1000
    });
  });
  const entry = await list.unfold(title);
  await expect(entry).toContainText(/Published \d+ \w+ \d{4}/);
  await expect(entry.getByRole('link', { name: doi })).toHaveAttribute(
    'href',
    `${site.url}/${doi}`
  );
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await entry.getByRole('button', { name: 'Copy DOI' }).click();
  await expect(entry.getByRole('status').first()).toHaveText('DOI copied.');
  expect(await copied()).toBe(doi);
  await entry.getByRole('button', { name: 'Copy citation' }).click();
  await expect(entry.getByRole('status').first()).toHaveText(
    'Citation copied.'
  );
  expect(await copied()).toContain(doi);
  await expectAccessible(page, info, 'published', '.jp-ZenodoPublisher-side');

  const launch = entry.getByRole('link', { name: /^Launch Binder/ });
  await expect(launch).toHaveAttribute('rel', /noopener/);
  const href = (await launch.getAttribute('href')) ?? '';
  expect(openedBy(href)).toBe('study.ipynb');
  // A real site is no Binder hub.
  if (!site.isReal) {
    const [binder] = await Promise.all([
      page.context().waitForEvent('page'),
      launch.click()
    ]);
    await expect(binder.locator('body')).toContainText('study.ipynb');
    await binder.close();
  }
  await expect(entry.getByRole('link', { name: /^Open on/ })).toHaveAttribute(
    'href',
    `${site.url}/records/${doi.replace(/^.*\./, '')}`
  );

  // The badge is put back where it was lost.
  const badges = async () => badgesOf(await folder.read('study.ipynb'));
  expect(await badges()).toHaveLength(1);
  const dialog = page.getByRole('dialog');
  await entry.getByRole('button', { name: 'Insert Binder badge…' }).click();
  await expect(dialog).toContainText('study.ipynb');
  await dialog.getByRole('button', { name: 'Insert', exact: true }).click();
  await expect(entry.getByRole('status').first()).toHaveText(
    'The badge is in 1 notebook.'
  );
  expect(await badges()).toEqual([expect.stringContaining(doi)]);

  // A panel for the next version of the same files.
  await entry.getByRole('button', { name: 'New version…' }).click();
  await expect(publishing.outcome).toBeEmpty();
  await expect(titleOf(publishing)).toBeEditable();

  await entry.getByRole('button', { name: 'Delete record…' }).click();
  await expect(dialog).toContainText(title);
  await expect(dialog).toContainText(doi);
  await expect(
    dialog.getByRole('button', { name: 'Keep record' })
  ).toBeFocused();
  await expectAccessible(page, info, 'delete', '.jp-Dialog-content');
  // No reason, no deletion.
  await dialog.getByRole('button', { name: 'Delete record' }).click();
  await expect(dialog.getByLabel('Reason')).toHaveAttribute(
    'aria-invalid',
    'true'
  );
  await dialog.getByLabel('Reason').selectOption('test-record');
  await dialog.getByRole('button', { name: 'Delete record' }).click();
  await expect(dialog).toContainText('Remove the badges?');
  await dialog.getByRole('button', { name: 'Remove badges' }).click();
  await expect(entry.getByRole('status').first()).toHaveText(
    /^The record was deleted on .* The badge was removed from 1 file\.$/
  );
  await expect(entry).toContainText('Deleted on');
  expect(await badges()).toEqual([]);
  const record = await request.get(
    `${site.url}/api/records/${doi.replace(/^.*\./, '')}`
  );
  expect(record.status()).toBe(410);
});

test('one that stopped is resumed from the list', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  needsFaults(site);
  const title = unique('Groundwater levels');
  const publishing = new Publishing(page, site);
  const list = new PublicationsList(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await addFault(request, site, {
    kind: 'drop',
    method: 'PUT',
    bytes: 100,
    path: paths.content,
    times: 99
  });
  await press(publishing, 'Publish');
  await expectTrouble(publishing, /Zenodo \(test\)/, /then press Resume/);
  await mendSite(request, site);
  await page.activity.closeAll();
  await expect(publishing.panel).toBeHidden();

  await list.open();
  const entry = list.entry(title);
  await expect(list.titles('Needs you').first()).toHaveText(title);
  await expect(entry).toContainText(/^.*Stopped, .*Nothing is lost\./);
  await expectAccessible(page, info, 'stopped', '.jp-ZenodoPublisher-side');
  await entry.getByRole('button', { name: `Resume: ${title}` }).click();
  await press(publishing, 'Resume');
  await confirm(page);
  const doi = await publishing.doi();
  await list.until(async () => {
    await expect(list.titles('Published').first()).toHaveText(title, {
      timeout: 1000
    });
  });
  expect(await uploadsNamed(request, site, title)).toEqual([
    { doi, published: true }
  ]);
});

test('a draft is shared with co-authors, and discarded', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const title = unique('Evapotranspiration');
  const publishing = new Publishing(page, site);
  const list = new PublicationsList(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await publishing.panel.getByRole('button', { name: 'Save draft' }).click();
  await expect(publishing.panel).toContainText('Uploaded and checked');
  await list.open();
  const entry = await list.unfold(title);
  await expect(list.titles('Needs you').first()).toHaveText(title);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await entry.getByRole('button', { name: 'Copy link for co-authors' }).click();
  await expect(entry.getByRole('status').first()).toContainText('Link copied.');
  const link = new URL(
    await page.evaluate(() => navigator.clipboard.readText())
  );
  const draft = link.pathname.replace('/records/', '/api/records/');
  const look = async () => {
    const token = link.searchParams.get('token');
    const url = `${site.url}${draft}/draft?token=${token}`;
    return (await request.get(url)).status();
  };
  expect(await look()).toBe(200);
  await entry.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(entry.getByRole('status').first()).toContainText(
    'does not work'
  );
  expect(await look()).toBe(403);

  await entry.getByRole('button', { name: 'Discard draft…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep draft' }).click();
  expect(await uploadsNamed(request, site, title)).toHaveLength(1);
  await entry.getByRole('button', { name: 'Discard draft…' }).click();
  await dialog.getByRole('button', { name: 'Discard draft' }).click();
  await expect(entry).toBeHidden();
  await expect(list.panel).toContainText('The draft was discarded.');
  await expect.poll(() => uploadsNamed(request, site, title)).toEqual([]);
});

test('drafts of the site are searched, by somebody who signs in here', async ({
  page,
  request,
  site
}) => {
  const words = Math.random().toString(36).slice(2, 10);
  const make = (title: string) =>
    request.post(`${site.url}/api/records`, {
      headers: { Authorization: `Bearer ${site.token}` },
      data: { metadata: { title } }
    });
  await make(`Rain ${words} gauges`);
  await make(`Snow ${words} depth`);
  const list = new PublicationsList(page, site);
  await list.open();
  await expect(list.panel).toContainText('Sign in to see your records.');
  await list.signIn();
  const search = list.panel.getByLabel('Search publications');
  await search.fill(`${words} hail`);
  await expect(list.panel).toContainText(`Nothing found for “${words} hail”.`);
  await search.fill(`rain ${words}`);
  await expect(list.titles('On their way')).toHaveText([
    `Rain ${words} gauges`
  ]);
  await search.fill(`${words.slice(0, 6)} dep`);
  await expect(list.titles('On their way')).toHaveText([`Snow ${words} depth`]);
  await list.panel.getByLabel('Show').selectOption('zenodo');
  await expect(list.titles('On their way')).toHaveCount(0);
  await expect(list.panel.getByLabel('Access token')).toBeVisible();
});

test.describe('after a reload', () => {
  // Workspaces are really on the server.
  test.use({ mockState: false });

  test('the panel is there again, and only then it is loaded', async ({
    page,
    site
  }) => {
    const list = new PublicationsList(page, site);
    await list.open();
    await reloadWhenSaved(page, /zenodo-publications/);
    await expect(list.panel).toBeVisible();
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`in the ${theme} theme`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    const side = '.jp-ZenodoPublisher-side';
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const list = new PublicationsList(page, site);
    await list.open();
    await expectAccessible(page, info, 'signed-out', side);
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    const title = unique('Soil moisture in the Alentejo, 2015–2025:');
    await fillIn(publishing, folder, title);
    await list.signIn();
    await expectAccessible(page, info, 'signed-in', side);
    await publishing.publish();
    await list.until(async () => {
      await expect(list.titles('Published').first()).toHaveText(title, {
        timeout: 1000
      });
    });
    await list.unfold(title);
    await expectAccessible(page, info, 'unfolded', side);
    await page.sidebar.setWidth(250, 'left');
    await expectAccessible(page, info, 'narrow', side);
  });
}
