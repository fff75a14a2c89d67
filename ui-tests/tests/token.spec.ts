/** The token is nowhere but in the page's memory. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { jupyterFolder, labUrl } from '../environment';
import { fillIn } from '../support/failures';
import { Publishing } from '../support/publishing';
import { serverRoot } from '../support/serverRoot';
import { WorkingFolder } from '../support/workingFolder';

// State and workspaces are really on the server.
test.use({ mockState: false });

/** The files under a folder that hold a text; `all` counts those that were read. */
function filesWith(
  folder: string,
  text: string
): { all: number; with: string[] } {
  const found = { all: 0, with: [] as string[] };
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      found.all++;
      if (readFileSync(file).includes(text)) {
        found.with.push(file);
      }
    }
  }
  return found;
}

/** Everything that the browser keeps for its pages, as text. */
async function keptByBrowser(page: Page): Promise<string> {
  const stored = await page.context().storageState({ indexedDB: true });
  const inPage = await page.evaluate(() => [
    { ...sessionStorage },
    { ...localStorage },
    history.state,
    location.href
  ]);
  return JSON.stringify([stored, inPage]);
}

test('nothing keeps the token after a publication', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const told: string[] = [];
  const urls: string[] = [];
  const toJupyter: string[] = [];
  page.on('console', message => told.push(message.text()));
  page.on('pageerror', error => told.push(String(error.stack)));
  page.on('request', sent => {
    urls.push(sent.url());
    if (sent.url().startsWith(labUrl)) {
      const headers = JSON.stringify(sent.headers());
      toJupyter.push(`${headers}${sent.postData() ?? ''}`);
    }
  });
  const title = `Token ${tmpPath}`;
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  const doi = await publishing.publish();
  const { token } = site;
  expect(token.length).toBeGreaterThan(20);
  expect(urls.filter(url => url.startsWith(site.url)).length).toBeGreaterThan(
    0
  );
  expect(urls.filter(url => url.includes(token))).toEqual([]);
  expect(toJupyter.filter(text => text.includes(token))).toEqual([]);
  expect(told.filter(text => text.includes(token))).toEqual([]);

  const workspaces = await request.get(`${labUrl}/lab/api/workspaces`);
  const saved = await workspaces.text();
  // The journal is among them.
  expect(saved).toContain(doi);
  expect(saved).not.toContain(token);

  const browser = await keptByBrowser(page);
  expect(browser).not.toContain(token);

  const root = await serverRoot(page);
  const working = filesWith(root, token);
  expect(working.all).toBeGreaterThanOrEqual(3);
  expect(working.with).toEqual([]);
  expect(filesWith(jupyterFolder, token).with).toEqual([]);
});
