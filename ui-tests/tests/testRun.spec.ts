/** The notebooks are run as a reader would, in an environment made of the very files. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { APIRequestContext, Locator, Page } from '@playwright/test';

import { labUrl } from '../environment';
import { expect, ITestSite, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { confirm, fillForm, press } from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { plainPage, reloadWhenSaved } from '../support/reload';
import { archiveOf, recordOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

/** What a run may take: packages are installed. */
const patience = { timeout: 110_000 };

/** The part of the panel. */
function testRunOf(panel: Locator): Locator {
  return panel.getByRole('group', { name: 'Test run', exact: true });
}

/** As if only the page's half were installed. */
async function hideServerExtension(page: Page): Promise<void> {
  await page.route(`${labUrl}/jupyterlab-zenodo-publisher/**`, route =>
    route.fulfill({ status: 404 })
  );
}

interface IKernelModel {
  readonly id: string;
}

/** The kernels that a page starts from now on, and whether they run. */
function watchKernels(
  page: Page,
  request: APIRequestContext
): { ids: string[]; running: () => Promise<string[]> } {
  const url = `${labUrl}/api/kernels`;
  const ids: string[] = [];
  page.on('response', async response => {
    const [asked] = response.url().split('?');
    if (response.request().method() === 'POST' && asked === url) {
      ids.push(((await response.json()) as IKernelModel).id);
    }
  });
  const running = async () => {
    const all = (await (await request.get(url)).json()) as IKernelModel[];
    return all.map(({ id }) => id).filter(id => ids.includes(id));
  };
  return { ids, running };
}

/** Open the panel on a folder with these files, as if only the page's half were installed. */
async function openWithoutServer(
  page: IJupyterLabPageFixture,
  request: APIRequestContext,
  site: ITestSite,
  path: string,
  files: Parameters<WorkingFolder['write']>[0]
): Promise<{ publishing: Publishing; run: Locator }> {
  await hideServerExtension(page);
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, path);
  await folder.write(files);
  await publishing.open([folder.path]);
  return { publishing, run: testRunOf(publishing.panel) };
}

/** It prints what `notebook` has stored. */
const code = 'print("mean 1.0")\nprint("done")\n';

const sentence =
  /The notebook re-ran in a clean environment on \d{4}-\d\d-\d\d, outputs unchanged\./;

test('what is missing is found, added and told to be there', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'requirements.txt': 'six==1.17.0\n',
    'README.md': '# A study\n',
    'a.ipynb': notebook('A', `import bs4\n${code}`)
  });
  await publishing.open([`${tmpPath}/study`]);
  await publishing.unfold('Environment');
  const run = testRunOf(panel);
  await run.getByRole('button', { name: 'Time limits…' }).click();
  await run.getByLabel('Time limit for one cell, in minutes').fill('soon');
  await expect(run).toContainText('Write minutes as a number above 0');
  await expectAccessible(page, info, 'start');
  await run.getByLabel('Time limit for one cell, in minutes').fill('1.5');
  await expect(run).toContainText('A cell may take 1 min 30 s');
  await run.getByRole('button', { name: 'Test run', exact: true }).click();
  await expect(
    run.getByRole('progressbar', { name: 'Progress of the test run' })
  ).toBeVisible();
  await expect(run).toContainText(
    'stopped at cell 2: ModuleNotFoundError',
    patience
  );
  await run
    .getByRole('button', { name: /^Fix….*beautifulsoup4/ })
    .first()
    .click();
  await expect(run).toContainText(/beautifulsoup4==\d/);
  await expectAccessible(page, info, 'failed');
  await run.getByRole('button', { name: 'Change it' }).click();
  await expect(run).toContainText('What it showed holds no longer');

  await run.getByRole('button', { name: 'Run again' }).click();
  await expect(run).toContainText('ran to the end, same outputs', patience);
  await expect(run).toContainText(/memory \(Binder gives 2 GB\)/);
  await run.getByLabel('Tell readers in the record').check();
  await expect(run).toContainText(sentence);

  await fillForm(publishing, `Run ${tmpPath}`);
  await panel
    .getByLabel('Description', { exact: true })
    .fill('Means of <levels> & more.');
  await publishing.signIn();
  const doi = await publishing.publish();
  const { metadata } = await recordOf(request, site, doi);
  expect(metadata.description).toMatch(
    new RegExp(
      `^<p>Means of &lt;levels&gt; &amp; more\\.</p>\\s*<p>${sentence.source}</p>$`
    )
  );
  const archive = await archiveOf(request, site, doi);
  const text = (name: string) =>
    Buffer.from(archive.get(name) ?? []).toString('utf8');
  expect(text('README.md')).toMatch(sentence);
  expect(text('requirements.txt')).toMatch(/beautifulsoup4==\d/);
  const crate = JSON.parse(text('ro-crate-metadata.json')) as {
    '@graph': readonly { '@type': unknown; actionStatus?: unknown }[];
  };
  expect(
    crate['@graph'].filter(one => one['@type'] === 'CreateAction')
  ).toMatchObject([
    { actionStatus: { '@id': 'http://schema.org/CompletedActionStatus' } }
  ]);

  // What it showed was of the first version only.
  await press(publishing, 'New version');
  await folder.write({ 'README.md': '# A study, corrected\n' });
  await publishing.unfold('Contents');
  await panel
    .getByRole('button', { name: 'Look through the folder again' })
    .click();
  await expect(
    panel.getByRole('region', { name: 'New version' })
  ).toContainText('Since then: 1 changed, 2 the same.');
  await press(publishing, 'Publish');
  await confirm(page);
  await expect.poll(() => publishing.doi()).not.toBe(doi);
  const second = await publishing.doi();
  const corrected = await recordOf(request, site, second);
  expect(corrected.metadata.description).toBe(
    '<p>Means of &lt;levels&gt; &amp; more.</p>'
  );
  const next = await archiveOf(request, site, second);
  expect(Buffer.from(next.get('README.md') ?? []).toString()).not.toMatch(
    sentence
  );
});

test('a run is found again after a reload, says what it does, and can be ended', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'requirements.txt': 'six==1.17.0\n',
    'a.ipynb': notebook(
      'A',
      'import time\nprint("begun", flush=True)\ntime.sleep(600)\n'
    )
  });
  await publishing.open([`${tmpPath}/study`]);
  await fillForm(publishing, `Reload ${tmpPath}`);
  await publishing.unfold('Environment');
  const run = testRunOf(panel);
  await run.getByRole('button', { name: 'Test run', exact: true }).click();
  await expect(run).toContainText('Running a.ipynb, cell 1 of 1', patience);
  await reloadWhenSaved(page, new RegExp(`Reload ${tmpPath}`));
  await publishing.opened();
  await publishing.unfold('Environment');
  await expect(run).toContainText('Running a.ipynb, cell 1 of 1');
  await run.getByRole('button', { name: 'Show the log' }).click();
  await expect(run.getByLabel('Log of the test run')).toContainText('six');
  await run.getByRole('button', { name: 'Cancel test run' }).click();
  await expect(
    run.getByRole('button', { name: 'Test run', exact: true })
  ).toBeVisible();
});

test('without the server extension it is the smaller check, in fresh kernels on a copy', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const { publishing, run } = await openWithoutServer(
    page,
    request,
    site,
    `${tmpPath}/study`,
    {
      'a.ipynb': notebook('A', `open("levels.csv").read()\n${code}`),
      'b.ipynb': notebook('B', `open("b.csv").read()\n${code}`),
      'b.csv': '1\n',
      'levels.csv': '2\n'
    }
  );
  const levels = publishing.panel.locator(
    '[role="treeitem"][data-path="levels.csv"]'
  );
  await publishing.unfold('Contents');
  await levels.focus();
  await page.keyboard.press('Space');
  await expect(levels).toHaveAttribute('aria-checked', 'false');
  await publishing.unfold('Environment');
  await expect(run).toContainText('A smaller check: restarts and runs all');

  const kernels = watchKernels(plainPage(page), request);
  const copying = page.waitForRequest(/test-run-safe-to-delete-\w+\/b\.csv/);
  await run.getByRole('button', { name: 'Test run', exact: true }).click();
  // It lies at the top, where no other file of the project is near.
  const { pathname } = new URL((await copying).url());
  const [, copy] =
    /\/api\/contents\/(test-run-safe-to-delete-\w+)\//.exec(pathname) ?? [];
  expect(copy).toBeDefined();
  await expect(run).toContainText(
    'a.ipynb stopped at cell 2: FileNotFoundError',
    patience
  );
  await expect(run).toContainText(
    'b.ipynb ran to the end, same outputs',
    patience
  );
  await expect(run).toContainText('This was the smaller check');
  await run.getByLabel('Tell readers in the record').check();
  await expect(run).toContainText(
    /1 of 2 notebooks re-ran in a fresh kernel on \d{4}-\d\d-\d\d, outputs unchanged\./
  );
  const top = await request.get(`${labUrl}/api/contents/?content=1`);
  const { content } = (await top.json()) as { content: { name: string }[] };
  expect(content.map(({ name }) => name)).not.toContain(copy);
  expect(kernels.ids).toHaveLength(2);
  await expect.poll(kernels.running).toEqual([]);
});

test('the smaller check leaves no kernel behind when its page is closed', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const { publishing, run } = await openWithoutServer(
    page,
    request,
    site,
    `${tmpPath}/study`,
    {
      'a.ipynb': notebook('A', 'import time\ntime.sleep(600)\n')
    }
  );
  await publishing.unfold('Environment');
  const kernels = watchKernels(plainPage(page), request);
  await run.getByRole('button', { name: 'Test run', exact: true }).click();
  await expect(run).toContainText('Running a.ipynb, cell 1 of 1', patience);
  expect(kernels.ids).toHaveLength(1);
  expect(await kernels.running()).toEqual(kernels.ids);
  await plainPage(page).close();
  await expect.poll(kernels.running).toEqual([]);
});

test('what differs from the stored outputs is shown', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const { publishing, run } = await openWithoutServer(
    page,
    request,
    site,
    `${tmpPath}/study`,
    {
      'a.ipynb': notebook('A', 'print("mean 2.0")\nprint("done")\n')
    }
  );
  await publishing.unfold('Environment');
  await run.getByRole('button', { name: 'Test run', exact: true }).click();
  await expect(run).toContainText(
    'ran to the end, the outputs of 1 cell differ',
    patience
  );
  await run.getByRole('button', { name: /^Show what differs/ }).click();
  await expect(run).toContainText('mean 2.0');
  await expectAccessible(page, info, 'differences');
});
