/* A Chromium for the tests in a browser: one that is there, or one that we get. */
import { existsSync } from 'node:fs';

import { canInstall, installDebian } from './debian.mjs';
import { inNodeModules, top } from './paths.mjs';
import { answerOf, findOnPath, run } from './run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge'
];

const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** Ubuntu's `chromium` is only a hint to install a snap: ask for the version. */
const works = async file =>
  Boolean(file) && /\d/.test((await answerOf(file, ['--version'])) ?? '');

async function installed() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...names.map(name => findOnPath(name)),
    ...macs.filter(file => existsSync(file))
  ];
  for (const file of candidates) {
    if (await works(file)) {
      return file;
    }
  }
  return null;
}

/** Where Playwright keeps its own, or null when it is not there. */
async function playwrights() {
  const code =
    "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const file = await answerOf(process.execPath, ['-e', code], { cwd: top });
  return file && existsSync(file) ? file : null;
}

async function attempt(work) {
  try {
    await work();
  } catch (error) {
    console.log(error.message);
  }
}

/** The path of a Chromium that can be started. */
export async function findChromium() {
  const present = (await installed()) ?? (await playwrights());
  if (present) {
    return present;
  }
  if (canInstall()) {
    await attempt(() => installDebian('chromium'));
    const debians = await installed();
    if (debians) {
      return debians;
    }
  }
  const dependencies = canInstall() ? ['--with-deps'] : [];
  await attempt(() =>
    run(inNodeModules('playwright'), ['install', ...dependencies, 'chromium'])
  );
  const downloaded = await playwrights();
  if (downloaded) {
    return downloaded;
  }
  throw new Error(
    'No Chromium for the tests in a browser. Install one (Debian: apt-get install chromium; Ubuntu: google-chrome-stable), or set CHROMIUM_PATH.'
  );
}

const shell = 'chromium-headless-shell';

/**
 * The path of a Chromium that only runs without a window. It draws no window of
 * its own either, which costs the whole browser almost as much as a page does.
 * Where there is none, it is the whole browser.
 */
export async function findHeadlessChromium() {
  if (process.env.CHROMIUM_PATH) {
    return findChromium();
  }
  if (!findOnPath(shell) && canInstall()) {
    await attempt(() => installDebian(shell));
  }
  const present = findOnPath(shell);
  return (await works(present)) ? present : findChromium();
}
