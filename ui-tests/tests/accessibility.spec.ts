/**
 * The whole panel in every state, in light and dark, wide and narrow: no
 * violation that axe can find, and nothing that runs out of the panel.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';

import { expect, test } from '../fixtures';
import { fillIn, press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

/** WCAG 2.2, levels A and AA, and what axe holds for good practice. */
const rules = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  'best-practice'
];

/** What axe finds within a part of the page, in a line each. */
async function violations(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(rules)
    // A panel is a part of JupyterLab's page: it has neither its h1 nor its landmarks.
    .disableRules(['page-has-heading-one', 'region', 'landmark-one-main'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, target.join(' '), failureSummary?.split('\n')[1]?.trim()].join(': ')
    )
  );
}

/** Look at a state: keep a picture, and let axe judge it. */
async function expectAccessible(
  page: Page,
  info: TestInfo,
  state: string,
  part = '.jp-ZenodoPublisher'
): Promise<void> {
  await page.screenshot({ path: info.outputPath(`${state}.png`) });
  expect.soft(await violations(page, part), state).toEqual([]);
  const tooWide = await page.locator(part).evaluate(element =>
    [...element.querySelectorAll<HTMLElement>('*')]
      .filter(one => {
        const { right, width } = one.getBoundingClientRect();
        return width > 0 && right > element.getBoundingClientRect().right + 1;
      })
      // What is there for screen readers takes no room.
      .filter(one => !one.closest('.jp-ZenodoPublisher-hidden'))
      .map(one => one.className || one.tagName)
  );
  expect.soft(tooWide, state).toEqual([]);
}

for (const { theme, width } of [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 640 },
  { theme: 'dark', width: 640 }
]) {
  test(`${theme}, ${width} pixels wide`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    await page.setViewportSize({ width, height: 900 });
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    const look = (state: string, part?: string) =>
      expectAccessible(page, info, state, part);
    await fillIn(publishing, folder, '');
    await look('new');

    await press(publishing, 'Publish');
    await expect(
      panel.getByRole('group', { name: /to fix before/ })
    ).toBeVisible();
    await look('to-fix');

    await panel.getByLabel('Access token').fill('a-token-of-another-site');
    await press(publishing, 'Sign in');
    await expect(panel.getByLabel('Access token')).toHaveAttribute(
      'aria-invalid',
      'true'
    );
    await look('refused');

    await publishing.signIn();
    await panel.getByLabel('Title').fill(`Accessible ${theme} ${width}`);
    await look('ready');

    const dialog = await publishing.askToPublish();
    await look('confirm', '.jp-Dialog-content');
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await publishing.doi();
    await expect(publishing.outcome).toBeInViewport();
    await look('published');
  });

  test(`${theme}, ${width} pixels wide, with much to mend`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    await page.setViewportSize({ width, height: 1400 });
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    const look = (state: string) => expectAccessible(page, info, state);
    const key = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
    await folder.write({
      'one.ipynb': notebook('First', `import numpy, yaml\nkey = "${key}"\n`),
      'two.ipynb': notebook('Second', 'open("data/gone.csv")\n'),
      'data/levels.csv': 'day,level\n1,2.5\n',
      'requirements.txt': 'numpy\nscipy==1.14.0\n',
      'runtime.txt': 'python-3.12.4\n',
      'uv.lock': 'version = 1\n'
    });
    await publishing.open([folder.path]);
    await expect(panel).toContainText('ghp_', { timeout: 20000 });
    await expect(panel).toContainText('gone.csv');
    await panel
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: '.zenodo.json', mimeType: '', buffer: Buffer.from('{}') },
        { name: 'README.md', mimeType: '', buffer: Buffer.from('# Two\n') }
      ]);
    await panel
      .getByLabel('Path of README.md in the bundle')
      .fill('one.ipynb/README.md');
    await panel
      .getByRole('treeitem', { name: /^ro-crate-metadata/ })
      .getByRole('button', { name: 'Show' })
      .click();
    await look('contents');
    await panel.getByRole('button', { name: 'How files are packed' }).click();
    await panel
      .getByLabel('Path of README.md in the bundle')
      .scrollIntoViewIfNeeded();
    await look('picked');
    await panel.getByRole('button', { name: 'It is not a secret' }).click();
    await panel
      .getByRole('button', { name: /^Fix….*Python 3\.12/ })
      .first()
      .click();
    await panel
      .getByRole('heading', { name: /^Binder will/ })
      .scrollIntoViewIfNeeded();
    await look('fix');
    await panel
      .getByRole('heading', { name: 'Contents' })
      .scrollIntoViewIfNeeded();
    await look('secret');
  });
}
