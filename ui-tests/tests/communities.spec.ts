/** Communities: proposing, reviews before publishing, and what curators write. */
import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { Curator } from '../support/curator';
import { fillIn, openPanel } from '../support/failures';
import { badgesOf } from '../support/notebooks';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { combobox, lookUp } from '../support/wholeForm';
import { WorkingFolder } from '../support/workingFolder';

// Whole ways with a curator in between, and a look at each state.
test.describe.configure({ timeout: 180_000 });

/** Titles are searched by their words: one that no other test has. */
const unique = (words: string) =>
  `${words} ${Math.random().toString(36).slice(2, 10)}`;

/** Choose the community whose curator is at hand. */
async function chooseCommunity({ panel }: Publishing): Promise<void> {
  const group = panel.getByRole('button', {
    name: 'Access and communities',
    exact: true
  });
  await group.click();
  const field = combobox(panel, 'Communities');
  await lookUp(field, 'open', 'Takes submissions from everyone.');
}

/** Submit for review, and confirm. */
async function submit({ panel }: Publishing): Promise<void> {
  await panel.getByRole('radio', { name: /Have it reviewed first/ }).check();
  await panel
    .getByRole('button', { name: 'Submit for review', exact: true })
    .click();
  const dialog = panel.page().getByRole('dialog');
  await expect(dialog).toContainText('Nothing is public yet.');
  await dialog.getByRole('button', { name: 'Submit for review' }).click();
  await expect(
    panel.getByRole('heading', { name: /looks at it\. Nothing is public yet/ })
  ).toBeVisible();
}

const button = (part: Locator, name: string) =>
  part.getByRole('button', { name, exact: true });

test('a review first: accepted by a curator, the badges offered and put in', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const title = unique('Glacier mass balance');
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const curator = new Curator(request, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await chooseCommunity(publishing);
  await panel
    .getByRole('radio', { name: /Have it reviewed first/ })
    .scrollIntoViewIfNeeded();
  await expectAccessible(page, info, 'choice');
  await submit(publishing);
  await expectAccessible(page, info, 'in-review');

  await curator.write(title, '<p>Which <b>years</b>?</p><script>x</script>');
  await button(panel, 'Check again').click();
  await expect(panel.getByText('Which years?')).toBeVisible();
  await panel.getByLabel(/^Write to the curators/).fill('2015 to 2025');
  await button(panel, 'Send').click();
  await expect(panel.getByText('Sent.')).toBeVisible();
  await expect.poll(() => curator.read(title)).toContain('<p>2015 to 2025</p>');
  await expectAccessible(page, info, 'comments');

  // What is changed meanwhile goes to the draft and is not submitted again.
  await panel.getByRole('button', { name: 'Metadata', exact: true }).click();
  await panel.getByLabel('Version', { exact: true }).fill('1.1.0');
  await button(panel, 'Update draft').click();
  await expect(button(panel, 'Check again')).toBeVisible();

  await page.activity.closeAll();
  await curator.decide(title, 'accept', '<p>Welcome!</p>');
  const list = new PublicationsList(page, site);
  await list.open();
  await list.until(async () => {
    await expect(list.entry(title)).toContainText('badges are not in your', {
      timeout: 1000
    });
  });
  await list
    .entry(title)
    .getByRole('button', { name: /^Resume/ })
    .click();
  const doi = await publishing.doi();
  expect(badgesOf(await folder.read('study.ipynb'))).toEqual([]);
  await expectAccessible(
    page,
    info,
    'offered',
    '.jp-ZenodoPublisher:not(.jp-ZenodoPublisher-side)'
  );
  await button(panel, 'Insert Binder badges').click();
  await expect(publishing.outcome).toContainText('study.ipynb has the badge.');
  expect(badgesOf(await folder.read('study.ipynb'))).toEqual([
    expect.stringContaining(doi)
  ]);
});

test('a review that is declined says why; published without it', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const title = unique('Sea surface temperature');
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await chooseCommunity(publishing);
  await submit(publishing);
  await new Curator(request, site).decide(
    title,
    'decline',
    '<p>Please describe the <i>methods</i>.</p>'
  );
  // Found again after the panel was closed.
  await page.activity.closeAll();
  await openPanel(page, [folder.at('study.ipynb')]);
  await expect(
    panel.getByRole('heading', { name: /did not accept it/ })
  ).toBeVisible();
  await expect(panel.getByText('Please describe the methods.')).toBeVisible();
  await expectAccessible(page, info, 'declined');
  await panel.getByRole('radio', { name: /^Publish now and propose/ }).check();
  const doi = await publishing.publish();
  const record = await request.get(
    `${site.url}/api/records/${doi.replace(/^.*\./, '')}`
  );
  expect(record.ok()).toBe(true);
  expect(badgesOf(await folder.read('study.ipynb'))).toHaveLength(1);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a record that was proposed is followed in the list, in the ${theme} theme`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const title = unique('Lake levels');
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const curator = new Curator(request, site);
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await fillIn(publishing, folder, title);
    await publishing.signIn();
    await chooseCommunity(publishing);
    await publishing.publish();
    await curator.write(title, '<p>Which datum?</p>');
    await button(panel, 'See what the communities say').click();
    await expect(publishing.outcome).toContainText('Which datum?');
    await expectAccessible(page, info, 'outcome');

    const list = new PublicationsList(page, site);
    await list.open();
    await list.until(async () => {
      await expect(list.entry(title)).toContainText(
        'Waiting for the curators',
        {
          timeout: 1000
        }
      );
    });
    const entry = await list.unfold(title);
    await expect(entry).toContainText('Which datum?');
    await entry.getByLabel(/^Write to the curators/).fill('EGM2008');
    await button(entry, 'Send').click();
    await expect(entry).toContainText('EGM2008');
    const side = '.jp-ZenodoPublisher-side';
    await expectAccessible(page, info, 'list', side);
    await page.sidebar.setWidth(250, 'left');
    await expectAccessible(page, info, 'list-narrow', side);
    await entry.getByRole('button', { name: /^Withdraw/ }).click();
    await expect(entry).toContainText('Taken back');
  });
}
