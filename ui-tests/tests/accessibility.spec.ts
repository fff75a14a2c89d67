/**
 * The whole panel in every state, in light and dark, wide and narrow: no
 * violation that axe can find, and nothing that runs out of the panel.
 */
import { expect, test } from '../fixtures';
import { expectAccessibleAt } from '../support/accessible';
import { fillIn, press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

const widths = [1280, 640];

for (const theme of ['light', 'dark']) {
  test(theme, async ({ page, request, site, tmpPath }, info) => {
    await page.setViewportSize({ width: widths[0], height: 900 });
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    const look = (state: string, part?: string) =>
      expectAccessibleAt(page, info, widths, state, part);
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
    await panel.getByLabel('Title').fill(`Accessible ${theme}`);
    await look('ready');

    const dialog = await publishing.askToPublish();
    await look('confirm', '.jp-Dialog-content');
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    await publishing.doi();
    await expect(publishing.outcome).toBeInViewport();
    await look('published');
  });

  test(`${theme}, with much to mend`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    await page.setViewportSize({ width: widths[0], height: 1400 });
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    const look = (state: string) =>
      expectAccessibleAt(page, info, widths, state);
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
    await expect(panel).toContainText('ghp_');
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
