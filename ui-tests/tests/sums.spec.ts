/** What a larger bundle is packed by, and where it grows. */
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { notebook } from '../support/notebooks';
import { expectGoodRecord } from '../support/outcome';
import { Publishing } from '../support/publishing';
import { plainPage } from '../support/reload';
import { serverRoot } from '../support/serverRoot';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

test('two workers compute the sums of a larger bundle, and end with it', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const started: string[] = [];
  const ended: string[] = [];
  page.on('worker', worker => {
    started.push(worker.url());
    worker.on('close', () => ended.push(worker.url()));
  });
  const folder = new WorkingFolder(request, `${tmpPath}/project`);
  const before = {
    'requirements.txt': 'numpy==2.0.0\n',
    'runtime.txt': 'python-3.12\n',
    'analysis.ipynb': notebook('Analysis', 'open("large.bin")'),
    'large.bin': new Uint8Array(randomBytes(11_000_000))
  };
  await folder.write(before);
  const publishing = new Publishing(page, site);
  await publishing.openFromFileBrowser(tmpPath, ['project']);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const doi = await publishing.publish();

  await expectGoodRecord({ request, site, doi, folder, before });
  // Of the workers of the panel's other parts, one goes on as long as it is open.
  const count = (urls: string[], url: string) =>
    urls.filter(one => one === url).length;
  const gone = [...new Set(started)].filter(
    url => count(ended, url) === count(started, url)
  );
  expect(gone.map(url => count(started, url))).toContain(2);
});

/** Files that the browser keeps for the page. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const [name, handle] of root as unknown as AsyncIterable<
      [string, AsyncIterable<[string, unknown]>]
    >) {
      for await (const [inner] of handle) {
        names.push(`${name}/${inner}`);
      }
    }
    return names;
  });

test('a large bundle grows in a file of the browser, which does not stay', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/project`);
  await folder.write({
    'requirements.txt': 'numpy==2.0.0\n',
    'runtime.txt': 'python-3.12\n',
    'analysis.ipynb': notebook('Analysis', 'open("large.bin")'),
    'table.csv': 'a,b\n1,2\n'.repeat(20_000)
  });
  const large = randomBytes(70_000_000);
  const project = path.join(await serverRoot(page), tmpPath, 'project');
  await writeFile(path.join(project, 'large.bin'), large);
  const publishing = new Publishing(page, site);
  await publishing.openFromFileBrowser(tmpPath, ['project']);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  await publishing.panel.getByLabel('Through this browser').check();
  expect(await kept(page)).toEqual([]);
  const [doi, seen] = await Promise.all([
    publishing.publish(60_000),
    expect
      .poll(() => kept(page))
      .toHaveLength(1)
      .then(() => kept(page))
  ]);
  expect(seen).toEqual([
    expect.stringMatching(/^jupyterlab-zenodo-publisher\/[-\w]+\.zip$/)
  ]);
  const files = await archiveOf(request, site, doi);
  expect([...files.keys()]).toContain('ro-crate-metadata.json');
  expect(files.get('table.csv')).toHaveLength(160_000);
  const found = createHash('md5').update(files.get('large.bin') ?? '');
  expect(found.digest('hex')).toBe(
    createHash('md5').update(large).digest('hex')
  );

  // Who opens a panel next removes what is left of the page before.
  await plainPage(page).reload();
  await page.waitForFunction(() =>
    window.jupyterapp?.commands.hasCommand('zenodo-publisher:publish')
  );
  await page.evaluate(
    args =>
      window.jupyterapp.commands.execute('zenodo-publisher:publish', args),
    { paths: [`${tmpPath}/project/analysis.ipynb`] }
  );
  await expect.poll(() => kept(page)).toEqual([]);
});
