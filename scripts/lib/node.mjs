/* The node packages, as yarn.lock has them, with the jlpm of .venv. */
import { existsSync } from 'node:fs';

import { at, inVenv } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { forget, hashOf, isCurrent, remember } from './stamp.mjs';

/** Say so at once where this Node is too old for the tools. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `Node 20.19 or later is needed; this is ${process.version}.`
    );
  }
}

/** Install, or bring up to date. Returns whether there was anything to do. */
export async function setUpNode() {
  const hash = hashOf('yarn.lock', '.yarnrc.yml');
  const state = at('node_modules', '.yarn-state.yml');
  if (existsSync(state) && isCurrent('node', hash)) {
    return false;
  }
  forget('node');
  await runQuietly(inVenv('jlpm'), ['install', '--immutable']);
  remember('node', hash);
  return true;
}
