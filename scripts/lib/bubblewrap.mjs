/* bubblewrap, for the tests of what a test run hides from its notebooks. */
import { canInstall, installDebian } from './debian.mjs';
import { findOnPath } from './run.mjs';

/** Install it where that can be done. Without it, these tests are skipped, and say so. */
export async function provideBubblewrap() {
  if (findOnPath('bwrap') || process.platform !== 'linux' || !canInstall()) {
    return;
  }
  try {
    await installDebian('bubblewrap');
  } catch (error) {
    console.log(`No bubblewrap: ${error.message}`);
  }
}
