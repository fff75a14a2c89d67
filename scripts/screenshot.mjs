/*
 * `node scripts/screenshot.mjs`: takes docs/images/panel.png, the picture in
 * the README, of the demonstration. Run it when the panel has changed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

import { findChromium } from './lib/chromium.mjs';
import { at } from './lib/paths.mjs';

const notebooks = ['01-discharge.ipynb', '02-low-flows.ipynb'];

/** Start the demonstration; its last line says where it is. */
async function startDemo() {
  const child = spawn(
    process.execPath,
    [at('scripts', 'demo.mjs'), '--no-browser'],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      return { child, ...JSON.parse(line) };
    }
  }
  throw new Error('The demonstration did not start.');
}

async function takePicture({ lab, token }) {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu']
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1100, height: 1000 },
      colorScheme: 'light'
    });
    await page.goto(lab);
    await page.getByRole('listitem', { name: notebooks[0] }).waitFor();
    const items = notebooks.map(name => page.getByRole('listitem', { name }));
    await items[0].click();
    await items[1].click({ modifiers: ['Control'] });
    await items[1].click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Publish to Zenodo…' }).click();
    const panel = page.getByRole('region', { name: 'Publish to Zenodo' });
    await panel.getByLabel('Access token').fill(token);
    await panel.getByRole('button', { name: 'Sign in', exact: true }).click();
    await panel.getByLabel('Access token').waitFor({ state: 'hidden' });
    await panel
      .getByRole('heading', { name: 'Contents' })
      .scrollIntoViewIfNeeded();
    await page.waitForTimeout(2000);
    await page.screenshot({ path: at('docs', 'images', 'panel.png') });
  } finally {
    await browser.close();
  }
}

const demo = await startDemo();
try {
  await takePicture(demo);
} finally {
  demo.child.kill('SIGTERM');
  await once(demo.child, 'exit');
}
