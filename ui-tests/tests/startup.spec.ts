/** What the extension costs those who do not use it. */
import { gzipSync } from 'node:zlib';
import type { Request } from '@playwright/test';

import { expect, test } from '../fixtures';
import { labUrl } from '../environment';
import { openPanel } from '../support/failures';
import { notebook } from '../support/notebooks';
import { WorkingFolder } from '../support/workingFolder';

test.use({ autoGoto: false });

const built = '/extensions/jupyterlab-zenodo-publisher/static/';

test('start-up loads at most 15 kB and asks no site', async ({
  page,
  request,
  tmpPath
}) => {
  const loaded = new Set<string>();
  const elsewhere: string[] = [];
  page.on('request', (sent: Request) => {
    const url = new URL(sent.url());
    if (url.pathname.includes(built)) {
      loaded.add(url.origin + url.pathname);
    }
    if (/^http/.test(url.protocol) && url.origin !== labUrl) {
      elsewhere.push(sent.url());
    }
  });
  await page.goto();
  await page.waitForLoadState('networkidle');
  const first = [...loaded];
  expect(first).toContainEqual(expect.stringContaining('/remoteEntry.'));
  let bytes = 0;
  for (const url of first) {
    const response = await request.get(url);
    expect(response.status()).toBe(200);
    bytes += gzipSync(await response.body()).length;
  }
  test.info().annotations.push({ type: 'bytes', description: String(bytes) });
  expect(bytes, first.join('\n')).toBeLessThanOrEqual(15 * 1024);
  expect(elsewhere).toEqual([]);

  // The measure sees what comes later: the panel is not in these files.
  const folder = new WorkingFolder(request, tmpPath);
  await folder.write({ 'a.ipynb': notebook('A', '1') });
  await openPanel(page, [folder.at('a.ipynb')]);
  await expect(
    page.getByRole('region', { name: 'Publish to Zenodo' })
  ).toBeVisible();
  expect(loaded.size).toBeGreaterThan(first.length);
  expect(elsewhere).toEqual([]);
});
