/** What the panel finds before publishing, and how it is mended. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { TaskWatch } from '../../bench/lib/taskWatch.mjs';
import { expect, test } from '../fixtures';
import { confirm, fillIn, press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { serverRoot } from '../support/serverRoot';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

test('a version that Binder cannot read is mended with two clicks', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({ 'runtime.txt': 'python-3.12.4\n' });
  await fillIn(publishing, folder, `Mended ${tmpPath}`);
  const verdict = panel.getByRole('heading', { name: /^Binder will/ });
  await expect(verdict).toHaveText(/Binder will refuse this/);
  await panel
    .getByRole('button', { name: /^Fix….*Python 3\.12/ })
    .first()
    .click();
  await expect(panel).toContainText('python-3.12.4');
  await panel.getByRole('button', { name: 'Change it' }).click();
  await expect(verdict).toHaveText(/Binder will start this/);
  await expect
    .poll(async () => Buffer.from(await folder.read('runtime.txt')).toString())
    .toBe('python-3.12\n');
});

test('the tree by keyboard alone', async ({ page, request, site, tmpPath }) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'a.ipynb': notebook('A', 'print(1)\n'),
    'data/one.csv': '1\n',
    'data/two.csv': '2\n',
    'requirements.txt': 'numpy==2.0.0\n'
  });
  await publishing.open([folder.path]);
  const heading = panel.getByRole('button', { name: 'Contents', exact: true });
  await heading.focus();
  if ((await heading.getAttribute('aria-expanded')) === 'false') {
    await page.keyboard.press('Enter');
  }
  const tree = panel.getByRole('tree', { name: 'Files' });
  const item = (name: RegExp) => tree.getByRole('treeitem', { name });
  const first = tree.locator('[role="treeitem"][tabindex="0"]');
  for (let i = 0; i < 40; i++) {
    if (await first.evaluate(one => one === document.activeElement)) {
      break;
    }
    await page.keyboard.press('Tab');
  }
  await expect(first).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.type('dat');
  await expect(item(/^data\b(?!\.)/).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(item(/^one\.csv/)).toBeFocused();
  await expect(item(/^one\.csv/)).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Space');
  await expect(item(/^one\.csv/)).toHaveAttribute('aria-checked', 'false');
  await expect(item(/^one\.csv/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item(/^data\b(?!\.)/).first()).toHaveAttribute(
    'aria-checked',
    'mixed'
  );
});

test('a planted key stops the upload until it is blanked out', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  // Put together here, so that no scanner takes this file for a leak.
  const key = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({ 'keys.ipynb': notebook('Keys', `key = "${key}"\n`) });
  const workers: string[] = [];
  page.on('worker', one => workers.push(one.url()));
  const sent: string[] = [];
  page.on('request', one => {
    if (one.url().startsWith(site.url) && one.method() !== 'GET') {
      sent.push(`${one.method()} ${one.url()} ${one.postData() ?? ''}`);
    }
  });
  await folder.write({ 'requirements.txt': 'numpy==2.0.0\n' });
  await publishing.open([folder.at('keys.ipynb')]);
  await publishing.addCreator('Silva', 'Ana');
  await panel.getByLabel('Title', { exact: true }).fill(`Keys ${tmpPath}`);
  await publishing.signIn();
  await expect(panel).toContainText('ghp_');
  await expect(panel).not.toContainText(key);
  // It was found off the main thread.
  expect(workers).toContainEqual(
    expect.stringContaining('jupyterlab-zenodo-publisher')
  );
  sent.length = 0;
  await press(publishing, 'Publish');
  await expect(
    panel.getByRole('group', { name: /to fix before/ })
  ).toBeVisible();
  expect(sent).toEqual([]);

  await panel
    .getByRole('button', { name: /Blank it out in the copy/ })
    .first()
    .click();
  await expect(
    panel.getByRole('group', { name: /to fix before/ })
  ).toBeHidden();
  await press(publishing, 'Publish');
  await confirm(page);
  const doi = await publishing.doi();
  expect(sent.filter(line => line.includes(key))).toEqual([]);
  const archive = await archiveOf(request, site, doi);
  const copy = Buffer.from(archive.get('keys.ipynb') ?? []).toString();
  expect(copy).toContain('***REMOVED***');
  expect(copy).not.toContain(key);
  expect(Buffer.from(await folder.read('keys.ipynb')).toString()).toContain(
    key
  );
});

test('data that a notebook reads come along, and missing ones are found', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'a.ipynb': notebook('A', 'open("data/in.csv")\nopen("data/gone.csv")\n'),
    'data/in.csv': '1\n',
    'requirements.txt': 'numpy==2.0.0\n'
  });
  await publishing.open([folder.at('a.ipynb')]);
  const findings = panel.getByRole('list', { name: 'Findings in Contents' });
  await expect(findings).toContainText(/data\/gone\.csv/);
  const place = findings.getByRole('button', { name: /a\.ipynb, cell 2/ });
  await expect(place).toBeVisible();
  const tree = panel.getByRole('tree', { name: 'Files' });
  await tree.getByRole('treeitem', { name: /^data\b/ }).click();
  await page.keyboard.press('ArrowRight');
  await expect(
    tree.getByRole('treeitem', { name: /in\.csv.*read by a\.ipynb/ })
  ).toHaveAttribute('aria-checked', 'true');
  await place.click();
  await expect(
    page.getByRole('tab', { name: 'a.ipynb', exact: true })
  ).toHaveAttribute('aria-selected', 'true');
});

test('links: a loop ends, and a link to outside is left out with a word', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'a.ipynb': notebook('A', 'print(1)\n'),
    'sub/b.txt': 'b\n',
    'requirements.txt': 'numpy==2.0.0\n'
  });
  const root = path.join(await serverRoot(page), tmpPath, 'study');
  symlinkSync('..', path.join(root, 'sub', 'loop'));
  symlinkSync('/etc/passwd', path.join(root, 'outside.txt'));
  await publishing.open([folder.path]);
  await publishing.addCreator('Silva', 'Ana');
  await panel.getByLabel('Title', { exact: true }).fill(`Links ${tmpPath}`);
  await publishing.unfold('Contents');
  await expect(
    panel.getByRole('treeitem', { name: /^outside\.txt/ })
  ).toContainText(/leads out of Jupyter’s folder.*link to \/etc\/passwd/);
  await publishing.signIn();
  const archive = await archiveOf(request, site, await publishing.publish());
  const names = [...archive.keys()];
  expect(names).toContain('sub/b.txt');
  expect(names).not.toContain('outside.txt');
  expect(names.filter(name => name.split('/').length > 3)).toEqual([]);
});

test('a folder of 10,000 files does not freeze the page', async ({
  page,
  site,
  tmpPath
}) => {
  const root = path.join(await serverRoot(page), tmpPath, 'big');
  for (let i = 0; i < 500; i++) {
    const inner = path.join(root, `f${i % 25}`, `g${i}`);
    mkdirSync(inner, { recursive: true });
    for (let j = 0; j < 20; j++) {
      writeFileSync(path.join(inner, `${j}.txt`), `${i} ${j}\n`);
    }
  }
  writeFileSync(path.join(root, 'a.ipynb'), notebook('A', 'print(1)\n'));
  const watch = await TaskWatch.start(
    await page.context().newCDPSession(page.context().pages()[0])
  );
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  await publishing.open([`${tmpPath}/big`]);
  await expect(panel).toContainText(/10002 files/, { timeout: 60000 });
  await publishing.unfold('Contents');
  const find = panel.getByLabel('Find a file');
  await find.fill('g499/7.txt');
  await expect(panel.getByRole('treeitem', { name: /^7\.txt/ })).toBeVisible();
  const tasks = await watch.stop();
  // One by one over the contents service would take minutes.
  rmSync(root, { recursive: true });
  // Of the processor's time: other tests keep the page waiting, too.
  expect(Math.max(...tasks.map(({ computed }) => computed))).toBeLessThan(500);
});
