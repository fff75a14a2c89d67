/**
 * The whole form in every width, theme and direction, with all groups open and
 * all lists filled, with what is wrong showing: no violation that axe can find,
 * and nothing that runs out of the panel.
 */
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { combobox, lookUp, openGroups } from '../support/wholeForm';
import { WorkingFolder } from '../support/workingFolder';

const looks = [
  { name: 'light', width: 1200 },
  { name: 'dark', width: 1200 },
  // A page of 1280 pixels at 200 %.
  { name: 'zoomed', width: 640 },
  { name: 'narrow', width: 320 },
  { name: 'dark and narrow', width: 320 },
  { name: 'from right to left', width: 900 }
];

for (const { name, width } of looks) {
  test(name, async ({ page, request, site, tmpPath }, info) => {
    test.setTimeout(120_000);
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    if (name.startsWith('dark')) {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const look = (state: string) => expectAccessible(page, info, state);
    const button = (label: string) =>
      panel.getByRole('button', { name: label, exact: true });
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await folder.write({
      'study.ipynb': notebook('Study', 'print(1)\n'),
      'requirements.txt': 'numpy==2.1.0\n'
    });
    await publishing.open([`${folder.path}/study.ipynb`]);
    await publishing.signIn();
    await page.sidebar.close('left');
    const wide = (await panel.boundingBox())?.width ?? 0;
    await page.setViewportSize({ width: 1280 - wide + width, height: 1600 });
    await expect
      .poll(async () => (await panel.boundingBox())?.width)
      .toBe(width);
    if (name === 'from right to left') {
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    }
    await openGroups(panel);
    for (const add of [
      'Add a licence that is not in the list',
      'Add funding',
      'Add contributor',
      'Add a related work',
      'Add a reference',
      'Add an alternate identifier',
      'Add a date',
      'Add a title',
      'Add a description'
    ]) {
      await button(add).click();
    }
    await button('Paste a list of creators…').click();
    await panel
      .getByLabel('Names, one per line')
      .fill('Silva, Ana; University of Évora; 0000-0002-1825-0097\nRui Costa');
    await panel.getByRole('radio', { name: /^Restricted files/ }).check();
    await panel.getByRole('checkbox', { name: /^They become public/ }).check();
    await panel
      .getByLabel('Description', { exact: true })
      .fill(
        `${'See https://example.org/a-rather-long-address-of-something\n'.repeat(6)}# x`
      );
    await button('Preview of Description').click();
    const communities = combobox(panel, 'Communities');
    await communities.fill('comm');
    await expect(panel.getByRole('option', { name: /^Open/ })).toBeVisible();
    await communities.press('ArrowDown');
    await communities.evaluate(one => one.scrollIntoView({ block: 'center' }));
    await look('list');
    await communities.press('Escape');
    await communities.fill('');
    await lookUp(communities, 'open', 'Takes submissions from everyone.');
    await press(publishing, 'Publish');
    await expect(
      panel.getByRole('group', { name: /to fix before/ })
    ).toBeVisible();
    await look('errors');
    for (const heading of [
      'Description',
      'Access and communities',
      'Links to other works',
      'Journal, thesis, conference',
      'Languages, dates, publisher, other'
    ]) {
      await panel
        .getByText(heading, { exact: true })
        .last()
        .evaluate(one => one.scrollIntoView({ block: 'start' }));
      await page.screenshot({
        path: info.outputPath(`${heading.split(/[ ,]/)[0]}.png`)
      });
    }
  });
}
