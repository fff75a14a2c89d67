/* A Firefox for the test in another engine: one that is there, or Debian's. */
import { existsSync } from 'node:fs';

import { canInstall, installDebian } from './debian.mjs';
import { answerOf, findOnPath } from './run.mjs';

const names = ['firefox-esr', 'firefox'];

const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** Ubuntu's `firefox` may be only a hint to install a snap: ask for the version. */
async function installed() {
  const candidates = [
    process.env.FIREFOX_PATH,
    ...names.map(name => findOnPath(name)),
    existsSync(mac) ? mac : null
  ];
  for (const file of candidates) {
    if (file && /\d/.test((await answerOf(file, ['--version'])) ?? '')) {
      return file;
    }
  }
  return null;
}

/**
 * The path of a Firefox that can be started, or null. It is installed where that
 * can be done. Without it, the test in Firefox is skipped, and says so.
 */
export async function findFirefox() {
  const present = await installed();
  if (present || !canInstall()) {
    return present;
  }
  try {
    await installDebian('firefox-esr');
  } catch (error) {
    console.log(`No Firefox: ${error.message}`);
  }
  return installed();
}
