/** The whole way: from the file browser to a DOI that Binder can start. */
import { expect, test } from '../fixtures';
import { badgesOf, linksOf, notebook } from '../support/notebooks';
import { expectGoodRecord, expectLaunchPage } from '../support/outcome';
import { Publishing } from '../support/publishing';
import { requestsTo } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

const environment = {
  'requirements.txt': 'numpy==2.0.0\n',
  'runtime.txt': 'python-3.12\n'
};

/** Line ends and bytes that any conversion of text would change. */
const data = new Uint8Array([0x61, 0x2c, 0x62, 0x0d, 0x0a, 0xff, 0x00, 0x0a]);

test('two notebooks with data and an environment, from the file browser', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  const before = {
    ...environment,
    '01-clean.ipynb': notebook('Clean', 'open("data/soil.csv")\n'),
    '02-figures.ipynb': notebook(
      'Figures',
      'import json\nopen("data/soil.csv")'
    ),
    'data/soil.csv': data
  };
  await folder.write(before);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const publishing = new Publishing(page, site);
  const earlier = await requestsTo(request, site);

  await publishing.openFromFileBrowser(folder.path, [
    '01-clean.ipynb',
    '02-figures.ipynb',
    'data'
  ]);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const dialog = await publishing.askToPublish();
  await expect(dialog).toContainText(site.name);
  await expect(dialog).toContainText('Silva, Ana');
  await expect(dialog).toContainText('01-clean.ipynb');
  await expect(dialog).toContainText('02-figures.ipynb');
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  const doi = await publishing.doi();
  const { outcome } = publishing;

  await test.step('it takes few calls', async () => {
    const all = (await requestsTo(request, site)).slice(earlier.length);
    const calls = all.filter(
      ({ method, path }) =>
        method !== 'OPTIONS' &&
        path.startsWith('/api/') &&
        !/^\/api\/(vocabularies|names|affiliations|handles|licenses)\b/.test(
          path
        ) &&
        // Signing in, and looking for a draft that the browser made twice.
        !(method === 'GET' && path.startsWith('/api/user/records'))
    );
    const shown = calls.map(({ method, path }) => `${method} ${path}`);
    expect(shown.length, shown.join('\n')).toBeLessThanOrEqual(7);
  });

  await test.step('the outcome', async () => {
    await expect(outcome.getByRole('link', { name: doi })).toHaveAttribute(
      'href',
      new RegExp(`^${site.url}/.*${doi}$`)
    );
    for (const name of ['01-clean.ipynb', '02-figures.ipynb']) {
      await expect(
        outcome.getByRole('listitem').filter({ hasText: name })
      ).toContainText('has the badge');
    }
    await outcome.getByRole('button', { name: 'Copy DOI' }).click();
    await expect(outcome.getByText('Copied.')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(doi);
  });

  const { archive, build } = await expectGoodRecord({
    request,
    site,
    doi,
    folder,
    before
  });
  expect(build).toMatchObject({ buildpack: 'PythonBuildPack', python: '3.12' });
  for (const name of ['01-clean.ipynb', '02-figures.ipynb']) {
    await expectLaunchPage(request, archive.get(name)!, name);
  }

  await test.step('Launch Binder opens the first notebook', async () => {
    const opening = page.context().waitForEvent('page');
    await outcome.getByRole('button', { name: 'Launch Binder' }).click();
    const binder = await opening;
    await expect(
      binder.getByText('01-clean.ipynb', { exact: true })
    ).toBeVisible();
    await binder.close();
  });
});

test('a folder with sub-folders', async ({ page, request, site, tmpPath }) => {
  const folder = new WorkingFolder(request, `${tmpPath}/project`);
  const before = {
    ...environment,
    'notebooks/analysis.ipynb': notebook('Analysis', 'open("../data/a.csv")'),
    'data/a.csv': data,
    'data/raw/b.bin': new Uint8Array(4096).fill(7)
  };
  await folder.write(before);
  const publishing = new Publishing(page, site);
  await publishing.openFromFileBrowser(tmpPath, ['project']);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const doi = await publishing.publish();

  const { archive, build } = await expectGoodRecord({
    request,
    site,
    doi,
    folder,
    before
  });
  expect(build).toMatchObject({ buildpack: 'PythonBuildPack', python: '3.12' });
  const path = 'notebooks/analysis.ipynb';
  await expectLaunchPage(request, archive.get(path)!, path);
});

test('one notebook, with the environment read from its kernel', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/bare`);
  const before = { 'bare.ipynb': notebook('Bare', 'import jinja2\n') };
  await folder.write(before);
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  await publishing.openFromFileBrowser(folder.path, ['bare.ipynb']);
  await expect(
    panel.getByRole('heading', { name: 'Binder will refuse this' })
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Read the kernel…' }).click();
  await expect(
    panel.getByRole('heading', { name: 'Binder will start this' })
  ).toBeVisible();
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const doi = await publishing.publish();

  const { archive, build } = await expectGoodRecord({
    request,
    site,
    doi,
    folder,
    before
  });
  const text = (name: string) =>
    Buffer.from(archive.get(name) ?? []).toString('utf8');
  expect(text('requirements.txt')).toMatch(/^jinja2==\d/im);
  const version = /^python-(3\.\d+)\s*$/.exec(text('runtime.txt'))?.[1];
  expect(build).toMatchObject({
    buildpack: 'PythonBuildPack',
    python: version
  });
});

test('names that need encoding', async ({ page, request, site, tmpPath }) => {
  const folder = new WorkingFolder(request, `${tmpPath}/étude 1`);
  const name = 'Größe 100% #1.ipynb';
  const before = {
    ...environment,
    [name]: notebook('Sizes', 'open("Daten & mehr/größe #2.csv")'),
    [`Teil (a)/${name}`]: notebook('Part', 'import json'),
    'Daten & mehr/größe #2.csv': data
  };
  await folder.write(before);
  const publishing = new Publishing(page, site);
  await publishing.openFromFileBrowser(tmpPath, ['étude 1']);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const doi = await publishing.publish();

  const { archive } = await expectGoodRecord({
    request,
    site,
    doi,
    folder,
    before
  });
  for (const path of [name, `Teil (a)/${name}`]) {
    await expectLaunchPage(request, archive.get(path)!, path);
  }
});

test('an open notebook gets the badge, and a new one replaces it', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/open`);
  await folder.write({
    ...environment,
    'open.ipynb': notebook('Open', 'import json')
  });
  await page.notebook.openByPath(folder.at('open.ipynb'));
  // The kernel adds what it is to the notebook's metadata when it is there.
  await expect.poll(() => page.evaluate(hasKernelInfo)).toBe(true);
  await page.notebook.save();
  const before = {
    ...environment,
    'open.ipynb': Buffer.from(await folder.read('open.ipynb')).toString('utf8')
  };
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const shown = page.getByRole('link', { name: 'Launch Binder' });
  const expectBadgeOf = async (doi: string) => {
    await expectGoodRecord({ request, site, doi, folder, before });
    await page.activity.activateTab('open.ipynb');
    await expect(shown).toHaveCount(1);
    const [badge] = badgesOf(await folder.read('open.ipynb'));
    await expect(shown).toHaveAttribute('href', linksOf(badge)[1]);
    expect(await page.evaluate(isDirty)).toBe(false);
  };

  await publishing.openFromFileBrowser(folder.path, ['open.ipynb']);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const first = await publishing.publish();
  await expectBadgeOf(first);
  await page.activity.closePanel('Publish to Zenodo');
  await publishing.openFromFileBrowser(folder.path, ['open.ipynb']);
  // The form knows who it was, the page who is signed in, the journal the record.
  await panel.getByLabel('A separate, new record').check();
  const second = await publishing.publish();
  expect(second).not.toBe(first);
  await expectBadgeOf(second);
});

/** Whether the current notebook has changes that are not saved. */
function isDirty(): boolean {
  const current = window.jupyterapp.shell.currentWidget as unknown as {
    context: { model: { dirty: boolean } };
  };
  return current.context.model.dirty;
}

/** Whether the kernel's language, with its version, is in the notebook. */
function hasKernelInfo(): boolean {
  const current = window.jupyterapp.shell.currentWidget as unknown as {
    context: { model: { getMetadata(key: string): { version?: string } } };
  };
  return Boolean(current.context.model.getMetadata('language_info')?.version);
}
