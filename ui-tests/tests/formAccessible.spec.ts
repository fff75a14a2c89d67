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
import { setWidth } from '../support/width';
import { WorkingFolder } from '../support/workingFolder';

interface ILook {
  /** Of the panel, in pixels: 640 is a page of 1280 at 200 %. */
  readonly width: number;
  readonly direction?: 'rtl';
}

const looks: { readonly [theme: string]: readonly ILook[] } = {
  light: [
    { width: 1200 },
    { width: 640 },
    { width: 320 },
    { width: 900, direction: 'rtl' }
  ],
  dark: [{ width: 1200 }, { width: 320 }]
};

for (const theme of Object.keys(looks)) {
  test(theme, async ({ page, request, site, tmpPath }, info) => {
    page.setDefaultTimeout(30_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const button = (label: string) =>
      panel.getByRole('button', { name: label, exact: true });
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await folder.write({
      'study.ipynb': notebook('Study', 'print(1)\n'),
      'requirements.txt': 'numpy==2.1.0\n'
    });
    await publishing.open([`${folder.path}/study.ipynb`]);
    await publishing.signIn();
    const set = async ({ width, direction }: ILook) => {
      await setWidth(page, panel, width, 1600);
      await page.evaluate(
        to => (document.documentElement.dir = to),
        direction ?? 'ltr'
      );
      return [direction ?? theme, width].join('-');
    };
    const look = async (state: string, prepare?: () => Promise<void>) => {
      for (const one of looks[theme]) {
        const name = await set(one);
        await prepare?.();
        await expectAccessible(page, info, `${name}-${state}`);
      }
      await set(looks[theme][0]);
    };
    await set(looks[theme][0]);
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
    await look('list', async () => {
      await communities.fill('comm');
      await expect(panel.getByRole('option', { name: /^Open/ })).toBeVisible();
      await communities.press('ArrowDown');
      await communities.evaluate(one =>
        one.scrollIntoView({ block: 'center' })
      );
    });
    await communities.press('Escape');
    await communities.fill('');
    await lookUp(communities, 'open', 'Takes submissions from everyone.');
    await press(publishing, 'Publish');
    await expect(
      panel.getByRole('group', { name: /to fix before/ })
    ).toBeVisible();
    await look('errors');
  });
}
