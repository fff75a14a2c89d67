import { expect } from '@playwright/test';

import { args } from '../../chromium';
import { onHost } from '../host';
import { hostName, plainHttp } from '../servers/plainHttp';
import { publishStudy } from '../smoke';

const test = onHost(plainHttp);

test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: [...args, `--host-resolver-rules=MAP ${hostName} 127.0.0.1`]
  }
});

test('without TLS, where browsers withhold much, a notebook is published', async ({
  page,
  request,
  host,
  site
}) => {
  const doi = await publishStudy({ page, request, host, site });
  expect(
    await page.evaluate(() => [
      window.isSecureContext,
      'subtle' in crypto && crypto.subtle !== undefined,
      'locks' in navigator,
      'clipboard' in navigator
    ])
  ).toEqual([false, false, false, false]);
  await page.getByRole('button', { name: 'Copy DOI' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(doi).toMatch(/^10\./);
});
