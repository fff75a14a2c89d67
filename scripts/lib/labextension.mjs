/* The built front end, and the Python package that carries it, in .venv. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

import { at, inVenv } from './paths.mjs';
import { pipInstall } from './python.mjs';
import { runQuietly } from './run.mjs';
import { forget, hashOf, isCurrent, remember } from './stamp.mjs';

const built = 'jupyterlab_zenodo_publisher/labextension/package.json';
const sources = [
  'src',
  'style',
  'schema',
  'package.json',
  'tsconfig.json',
  'yarn.lock'
];

/** The result counts, too: a development build may have replaced it. */
const hashOfBuild = () => hashOf(...sources, built);

/** Build for production. Returns whether there was anything to do. */
export async function buildLabextension() {
  if (existsSync(at(built)) && isCurrent('build', hashOfBuild())) {
    return false;
  }
  forget('build');
  await runQuietly(inVenv('jlpm'), ['build:prod']);
  remember('build', hashOfBuild());
  return true;
}

/** Install the package editable, so that JupyterLab finds what is built here. */
export async function installPackage() {
  const hash = hashOf(
    ...['pyproject.toml', 'package.json', 'install.json', 'jupyter-config']
  );
  const link = at(
    '.venv/share/jupyter/labextensions/jupyterlab-zenodo-publisher'
  );
  if (
    existsSync(path.join(link, 'package.json')) &&
    isCurrent('package', hash)
  ) {
    return false;
  }
  forget('package');
  // It leads to what is built: an install would write install.json there, with
  // which no wheel can be made any more.
  rmSync(link, { recursive: true, force: true });
  rmSync(at('jupyterlab_zenodo_publisher/labextension/install.json'), {
    force: true
  });
  // Everything to build with is in .venv, and what it would build is there.
  await pipInstall(
    ['--no-build-isolation', '--no-deps', '--editable', at('.')],
    { env: { SKIP_JUPYTER_BUILDER: '1' } }
  );
  await runQuietly(inVenv('jupyter-builder'), ['develop', '--overwrite', '.']);
  remember('package', hash);
  return true;
}
