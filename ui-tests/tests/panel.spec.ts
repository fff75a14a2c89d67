/** The panel as a part of JupyterLab: one a selection, kept over a reload, by keyboard. */
import { expect, test } from '../fixtures';
import { fillIn, openPanel, press, titleOf } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { reloadWhenSaved } from '../support/reload';
import { WorkingFolder } from '../support/workingFolder';

test('opening it again goes to the same panel', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, `Again ${tmpPath}`);
  const tabs = page.getByRole('tab', { name: 'Publish to Zenodo' });
  await expect(tabs).toHaveCount(1);
  await page.evaluate(async () => {
    await window.jupyterapp.commands.execute('launcher:create');
  });
  await expect(publishing.panel).toBeHidden();
  await openPanel(page, [folder.at('study.ipynb')]);
  await expect(publishing.panel).toBeVisible();
  await expect(tabs).toHaveCount(1);
  await expect(titleOf(publishing)).toHaveValue(`Again ${tmpPath}`);
  await openPanel(page, [folder.at('study.ipynb'), folder.at('data.csv')]);
  await expect(tabs).toHaveCount(2);
});

test('a reload keeps all that was typed, but not the token', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, `Kept ${tmpPath}`);
  await panel.getByLabel('Version', { exact: true }).fill('1.2.3');
  await publishing.signIn();
  // The panel, and its form.
  await reloadWhenSaved(page, /zenodo-publisher:(?:.|\n)*1\.2\.3/);
  await expect(panel).toBeVisible();
  await expect(titleOf(publishing)).toHaveValue(`Kept ${tmpPath}`);
  await expect(panel.getByLabel('Version', { exact: true })).toHaveValue(
    '1.2.3'
  );
  await expect(panel).toContainText('Silva');
  await expect(panel.getByLabel('Access token')).toHaveValue('');
});

test('the field in which one types stays where it is, while sections above it unfold', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'study.ipynb': notebook('Study', 'import numpy\nopen("gone.csv")\n')
  });
  let read = () => {};
  const reading = new Promise<void>(resolve => {
    read = resolve;
  });
  await page.route(
    url => url.pathname.includes(folder.path),
    async route => {
      await reading;
      await route.continue();
    }
  );
  await openPanel(page, [folder.path]);
  const title = titleOf(publishing);
  await title.focus();
  const placeOf = async () => (await title.boundingBox())?.y ?? NaN;
  const place = await placeOf();
  read();
  const environment = panel.getByRole('button', {
    name: 'Environment',
    exact: true
  });
  await expect(environment).toHaveAttribute('aria-expanded', 'true');
  await publishing.opened();
  await expect(environment).not.toBeInViewport();
  // Browsers scroll by whole pixels.
  expect(Math.abs((await placeOf()) - place)).toBeLessThan(5);
  await expect(title).toBeFocused();
});

test('by keyboard from the list of what to fix to the field', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, '');
  await publishing.signIn();
  await panel.getByRole('button', { name: 'Publish', exact: true }).focus();
  await page.keyboard.press('Enter');
  const summary = panel.getByRole('group', { name: /to fix before/ });
  await expect(summary).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(summary.getByRole('button', { name: /^Title/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(titleOf(publishing)).toBeFocused();
  await expect(titleOf(publishing)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('By keyboard');
  await expect(summary).toBeHidden();
  await expect(titleOf(publishing)).toBeFocused();
});

test('the sandbox is marked as a test', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, `Sandbox ${tmpPath}`);
  const band = panel.getByRole('note', { name: 'Sandbox' });
  await expect(band).toBeHidden();
  const sites = panel.getByRole('combobox', { name: 'Site' });
  await sites.selectOption({ label: 'Zenodo Sandbox (for tests)' });
  await expect(band).toContainText('TEST ONLY');
  await band.getByRole('button', { name: /^Switch to / }).click();
  await expect(band).toBeHidden();
  await press(publishing, 'Sign in');
  await expect(panel.getByLabel('Access token')).toBeFocused();
});
