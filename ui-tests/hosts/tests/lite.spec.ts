import type { BrowserContext, Page } from '@playwright/test';

import { expect } from '../../fixtures';
import { addFault, mendSite, paths } from '../../support/failures';
import { shortenWaits } from '../../support/lab';
import { badgesOf } from '../../support/notebooks';
import { Publishing } from '../../support/publishing';
import { onHost } from '../host';
import { lite, soil } from '../servers/lite';
import {
  chooseToPublish,
  countRecords,
  entry,
  expectArchive,
  openHost,
  publishFromPanel
} from '../smoke';

const test = onHost(lite);

const notes = 'Größe – 土壤 ✓\nzweite Zeile';
/** An upload goes byte by byte, whatever its encoding. */
const measured = Buffer.from('Größe,1\r\n', 'latin1');

/** The requests of a browser to any other machine, none of which is let out. */
async function requestsAbroad(context: BrowserContext): Promise<string[]> {
  const abroad: string[] = [];
  const isAbroad = ({ protocol, hostname }: URL) =>
    protocol.startsWith('http') &&
    !['127.0.0.1', 'localhost'].includes(hostname);
  context.on('request', request => {
    if (isAbroad(new URL(request.url()))) {
      abroad.push(request.url());
    }
  });
  await context.route(isAbroad, route => route.abort());
  return abroad;
}

/** Write a text file as the editor saves it: the browser keeps it as text. */
async function writeNotes(page: Page): Promise<void> {
  await page.evaluate(
    content =>
      window.jupyterapp.serviceManager.contents.save('notes.txt', {
        ...{ type: 'file', format: 'text', content }
      }),
    notes
  );
  await expect(entry(page, 'notes.txt')).toBeVisible();
}

/** Put a file of this machine into the browser's storage. */
async function upload(page: Page, name: string, bytes: Buffer): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Upload/ }).click();
  const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
  await (await choosing).setFiles([file]);
  await expect(entry(page, name)).toBeVisible();
}

/** Wait until the notebook that the browser keeps has one badge, with this DOI. */
async function expectBadgeInBrowser(page: Page, doi: string): Promise<void> {
  const read = () =>
    page.evaluate(async () => {
      const { contents } = window.jupyterapp.serviceManager;
      const model = await contents.get('study.ipynb', { content: true });
      return JSON.stringify(model.content);
    });
  await expect
    .poll(async () => badgesOf(Buffer.from(await read())))
    .toEqual([expect.stringContaining(doi)]);
}

/** Wait until the browser keeps the page's layout, with a panel in it. */
async function untilLayoutIsKept(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { workspaces } = window.jupyterapp.serviceManager;
        return JSON.stringify(await workspaces.fetch('default'));
      })
    )
    .toContain('zenodo-publisher');
}

test('JupyterLite publishes files of the site and of the browser, as they are', async ({
  page,
  context,
  request,
  host,
  site
}) => {
  const abroad = await requestsAbroad(context);
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  await openHost(page, host.address);
  await upload(page, 'measured.csv', measured);
  await writeNotes(page);

  await entry(page, 'study.ipynb').click();
  for (const name of ['soil.csv', 'measured.csv', 'notes.txt']) {
    await entry(page, name).click({ modifiers: ['ControlOrMeta'] });
  }
  await chooseToPublish(page, 'study.ipynb');
  await publishing.opened();

  await test.step('what needs a kernel says that there is none', async () => {
    await panel.getByRole('button', { name: 'Read the kernel…' }).click();
    await expect(
      panel.getByText('The kernel “python3” of this notebook is not installed')
    ).toBeVisible();
  });
  await test.step('what needs a server is not offered', async () => {
    await expect(
      panel.getByRole('group', { name: 'When to publish' })
    ).toBeVisible();
    await expect(
      panel.getByRole('group', { name: 'How the files travel' })
    ).toHaveCount(0);
    await expect(panel.getByLabel('Access token')).toBeVisible();
    await expect(
      panel.getByRole('button', { name: /^Sign in with/ })
    ).toHaveCount(0);
  });

  const doi = await publishFromPanel({ page, site });
  await expectBadgeInBrowser(page, doi);
  const archive = await expectArchive({ request, site }, doi, ['study.ipynb']);
  const bytesOf = (name: string) => Buffer.from(archive.get(name) ?? []);
  expect(bytesOf('soil.csv')).toEqual(Buffer.from(soil));
  expect(bytesOf('measured.csv')).toEqual(measured);
  expect(bytesOf('notes.txt').toString('utf8')).toBe(notes);
  expect(abroad).toEqual([]);
});

test('JupyterLite goes on after its page was loaded anew during the upload', async ({
  page,
  request,
  host,
  site
}) => {
  // JupyterLite starts twice.
  test.setTimeout(120_000);
  const before = await countRecords({ request, site });
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  await openHost(page, host.address);
  await chooseToPublish(page, 'study.ipynb');
  await publishing.opened();
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  await addFault(request, site, {
    kind: 'slow',
    method: 'PUT',
    bytesPerSecond: 10,
    path: paths.content
  });
  const press = (name: string) =>
    panel.getByRole('button', { name, exact: true }).click();
  const uploading = page.waitForRequest(
    sent => sent.method() === 'PUT' && sent.url().endsWith('/content')
  );
  await press('Publish');
  await uploading;
  await untilLayoutIsKept(page);
  await page.reload();
  await mendSite(request, site);

  await expect(panel).toContainText('This stopped. Nothing you did is lost', {
    timeout: 40_000
  });
  await publishing.signIn();
  // Whether another page is at work would be watched for twelve seconds.
  await page.evaluate(shortenWaits);
  await press('Resume');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Publish now' })
    .click();
  await expectBadgeInBrowser(page, await publishing.doi());
  expect(await countRecords({ request, site })).toBe(before + 1);
});
