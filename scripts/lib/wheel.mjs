/* The wheel as users install it, of the front end that is built already. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { at, inVenv } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { forget, hashOf, isCurrent, remember } from './stamp.mjs';

const folder = at('.test', 'wheel');
const sources = [
  'jupyterlab_zenodo_publisher',
  'jupyter-config',
  'pyproject.toml',
  'package.json',
  'install.json',
  'README.md',
  'LICENSE'
];

function wheels() {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).filter(name => name.endsWith('.whl'));
}

/**
 * Build the wheel, unless it is there: Node is not run again. Returns the path
 * of the file, and the hash of what it was made from.
 */
export async function buildWheel() {
  const hash = hashOf(...sources);
  if (wheels().length !== 1 || !isCurrent('wheel', hash)) {
    forget('wheel');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await runQuietly(
      inVenv('hatchling'),
      ['build', '--target', 'wheel', '--directory', folder],
      { env: { SKIP_JUPYTER_BUILDER: '1' } }
    );
    remember('wheel', hash);
  }
  return { file: path.join(folder, wheels()[0]), hash };
}
