/** The files go straight from Jupyter's server, by the server extension as it is installed. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { APIRequestContext } from '@playwright/test';

import { labUrl } from '../environment';
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import {
  addFault,
  confirm,
  expectOnce,
  fillIn,
  mendSite,
  paths,
  press
} from '../support/failures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { plainPage } from '../support/reload';
import { serverRoot } from '../support/serverRoot';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

test.afterEach(async ({ request, site }) => {
  await mendSite(request, site);
});

const fromServer = 'Straight from Jupyter’s server';

test('nothing of them passes through the browser', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const title = `From the server ${tmpPath}`;
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  const sent: string[] = [];
  page.on('request', one => sent.push(`${one.method()} ${one.url()}`));
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await expect(panel.getByLabel('Through this browser')).toBeChecked();
  await panel.getByLabel(fromServer).check();
  const doi = await publishing.publish();

  const files = await archiveOf(request, site, doi);
  expect([...files.keys()]).toContain('ro-crate-metadata.json');
  const crate = JSON.parse(
    new TextDecoder().decode(files.get('ro-crate-metadata.json'))
  ) as { '@graph': { '@id': string; sha256?: string }[] };
  const described = crate['@graph'].filter(({ sha256 }) => sha256);
  expect(described.length).toBeGreaterThan(1);
  for (const { '@id': id, sha256 } of described) {
    const bytes = files.get(decodeURIComponent(id)) ?? new Uint8Array();
    expect([id, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      id,
      sha256
    ]);
  }
  expect(sent.filter(line => line.includes(site.url)).join('\n')).not.toMatch(
    /\/content$/m
  );
  expect(sent.join('\n')).toMatch(
    /POST .*jupyterlab-zenodo-publisher\/transfers\?/
  );
});

test.describe('when the tab is closed during the upload', () => {
  // The journal, the layout and the form are really on the server.
  test.use({ autoGoto: false, mockState: false, resetWorkspace: false });

  test('it goes on, and is found again', async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    const title = `Closed tab ${tmpPath}`;
    await page.goto();
    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await fillIn(publishing, folder, title);
    await publishing.signIn();
    await panel.getByLabel(fromServer).check();
    await addFault(request, site, {
      kind: 'delay',
      method: 'PUT',
      path: paths.content,
      // Longer than it takes to look at the panel, also on a slow machine.
      ms: 10_000
    });
    const plain = plainPage(page);
    plain.on('dialog', dialog => void dialog.accept());
    await press(publishing, 'Publish');
    await expect.poll(() => newest(request)).toBe('uploading');
    await expectAccessible(page, info, 'uploading');
    await plain.goto('about:blank');
    await expect.poll(() => newest(request)).toBe('verified');

    await plain.goto(`${labUrl}/lab`);
    await expect(panel).toBeVisible();
    await publishing.signIn();
    await press(publishing, 'Resume');
    await confirm(page);
    await expectOnce(request, site, publishing, folder, title);
  });
});

test('hidden files of the project are seen through the server extension', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({ 'study.ipynb': notebook('Study', 'print(1)\n') });
  const onDisk = path.join(await serverRoot(page), folder.path);
  await mkdir(path.join(onDisk, '.binder'));
  await writeFile(path.join(onDisk, '.binder', 'requirements.txt'), 'numpy\n');
  await writeFile(
    path.join(onDisk, '.zenodo.json'),
    JSON.stringify({ title: 'Said in a hidden file' })
  );
  const publishing = new Publishing(page, site);
  await publishing.open([folder.at('study.ipynb')]);
  const { panel } = publishing;
  await expect(panel.getByLabel('Title', { exact: true })).toHaveValue(
    'Said in a hidden file'
  );
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  await panel.getByLabel(fromServer).check();
  const doi = await publishing.publish();
  const files = await archiveOf(request, site, doi);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['.binder/requirements.txt', '.zenodo.json'])
  );
});

interface ITransfers {
  readonly transfers: readonly { readonly phase: string }[];
}

/** What the server says of all transfers, the newest first. */
async function newest(request: APIRequestContext): Promise<string> {
  const answer = await request.get('jupyterlab-zenodo-publisher/transfers');
  const { transfers } = (await answer.json()) as ITransfers;
  return transfers[0]?.phase ?? 'none';
}
