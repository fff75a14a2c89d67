import { expect } from '@playwright/test';

import { FirefoxPage, startFirefox } from '../firefox';
import { onHost } from '../host';
import { labServer } from '../servers/lab';
import { countRecords, expectArchive, expectBadgeOnDisk } from '../smoke';

const test = onHost(labServer());
const executable = process.env.FIREFOX_PATH ?? '';

test.skip(executable === '', 'there is no Firefox here, and none to be had');

test('Firefox publishes a notebook', async ({ request, host, site }, info) => {
  const before = await countRecords({ request, site });
  const browser = await startFirefox(executable);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  try {
    const firefox = new FirefoxPage(page);
    await page.goto(host.address);
    await firefox.chooseFromMenu('study.ipynb', 'Publish to Zenodo…');
    await firefox.see('heading', 'Contents');
    await firefox.fill('Family name', 'Silva');
    await firefox.fill('Access token', site.token);
    await firefox.click('button', 'Sign in');
    await firefox.miss('label', 'Access token');
    await firefox.click('button', 'Publish');
    await firefox.click('button', 'Publish now');
    const doi = await firefox.doi();

    await expectBadgeOnDisk(host, doi);
    expect(await countRecords({ request, site })).toBe(before + 1);
    await expectArchive({ request, site }, doi, ['study.ipynb']);
    expect(errors).toEqual([]);
  } catch (error) {
    const body = Buffer.from(await page.screenshot());
    await info.attach('firefox', { body, contentType: 'image/png' });
    throw error;
  } finally {
    await browser.close();
  }
});
