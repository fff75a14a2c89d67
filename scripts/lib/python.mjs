/* The Python environment in .venv, with what pyproject.toml's group `dev` names. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';

import { canInstall, installDebian } from './debian.mjs';
import { at, inVenv, venv } from './paths.mjs';
import { answerOf, findOnPath, runQuietly } from './run.mjs';
import { forget, hashOf, isCurrent, remember } from './stamp.mjs';

const isNewEnough = 'import sys; sys.exit(sys.version_info < (3, 10))';

async function findPython() {
  const names = ['python3', 'python'];
  for (let minor = 14; minor >= 10; minor--) {
    names.push(`python3.${minor}`);
  }
  for (const name of [process.env.PYTHON, ...names]) {
    if (name && (await answerOf(name, ['-c', isNewEnough])) !== null) {
      return name;
    }
  }
  throw new Error(
    'Python 3.10 or later is needed, as `python3` on PATH. On Debian and Ubuntu: apt-get install python3 python3-venv'
  );
}

/** Make an empty environment in a folder; what was there before is removed. */
export async function makeVenv(folder) {
  const python = await findPython();
  const uv = existsSync(inVenv('uv')) ? inVenv('uv') : findOnPath('uv');
  rmSync(folder, { recursive: true, force: true });
  if (uv) {
    await runQuietly(uv, ['venv', '--quiet', '--python', python, folder]);
    return;
  }
  // Debian's Python lacks ensurepip until python3-venv is there.
  if ((await answerOf(python, ['-c', 'import ensurepip'])) === null) {
    if (!canInstall()) {
      throw new Error(
        `${python} cannot make virtual environments. Install uv, or on Debian and Ubuntu: apt-get install python3-venv`
      );
    }
    await installDebian('python3-venv');
  }
  await runQuietly(python, ['-m', 'venv', folder]);
}

/** uv takes seconds where pip takes a minute; each of them will do. */
async function findUv() {
  if (existsSync(inVenv('uv'))) {
    return inVenv('uv');
  }
  const onPath = findOnPath('uv');
  if (onPath) {
    return onPath;
  }
  const pip = ['-m', 'pip', 'install', '--quiet', 'uv>=0.7'];
  return (await answerOf(inVenv('python'), pip)) === null ? null : inVenv('uv');
}

/**
 * Install into an environment, .venv by default; the arguments are those that
 * uv and pip share.
 */
export async function pipInstall(args, { folder = venv, ...options } = {}) {
  const python = path.join(folder, 'bin', 'python');
  const uv = await findUv();
  if (uv) {
    const target = ['--quiet', '--python', python];
    await runQuietly(uv, ['pip', 'install', ...target, ...args], options);
    return;
  }
  // `--group` came with pip 25.1.
  const pip = ['-m', 'pip', 'install', '--quiet'];
  await runQuietly(python, [...pip, '--upgrade', 'pip>=25.1']);
  await runQuietly(python, [...pip, ...args], options);
}

/** Make .venv, or bring it up to date. Returns whether there was anything to do. */
export async function setUpPython() {
  const hash = hashOf('pyproject.toml');
  const works = (await answerOf(inVenv('python'), ['-c', ''])) !== null;
  if (works && isCurrent('python', hash)) {
    return false;
  }
  forget('python');
  if (!works) {
    await makeVenv(venv);
  }
  await pipInstall(['--group', `${at('pyproject.toml')}:dev`]);
  remember('python', hash);
  return true;
}
