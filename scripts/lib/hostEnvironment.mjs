/*
 * Python environments of the hosts that the extension is tested in, each as
 * its lock ui-tests/hosts/environments/<name>.txt says, with our wheel in it.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import { at } from './paths.mjs';
import { makeVenv, pipInstall } from './python.mjs';
import { answerOf } from './run.mjs';
import { buildWheel } from './wheel.mjs';

const locks = at('ui-tests', 'hosts', 'environments');
const environments = at('.test', 'hosts');

/** The names of all environments that there is a lock of. */
export function hostEnvironmentNames() {
  return readdirSync(locks)
    .filter(name => name.endsWith('.txt'))
    .map(name => path.basename(name, '.txt'));
}

/** What an environment says of itself: written last, so that a torn one has none. */
const stampOf = folder => path.join(folder, 'installed-wheel');

/** Environments of the same name whose lock was another one. */
function removeOthers(name, folder) {
  const ours = new RegExp(`^${name}-[0-9a-f]{12}$`);
  for (const other of readdirSync(environments)) {
    if (ours.test(other) && path.join(environments, other) !== folder) {
      rmSync(path.join(environments, other), { recursive: true, force: true });
    }
  }
}

/**
 * Make the environment, or bring it up to date: once for each content of its
 * lock, with the wheel of what is built now. Returns its folder, with `bin` in it.
 */
export async function hostEnvironment(name) {
  const lock = path.join(locks, `${name}.txt`);
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const folder = path.join(environments, `${name}-${hash.slice(0, 12)}`);
  const python = path.join(folder, 'bin', 'python');
  mkdirSync(environments, { recursive: true });
  removeOthers(name, folder);

  const works = (await answerOf(python, ['-c', ''])) !== null;
  if (!works || !existsSync(stampOf(folder))) {
    await makeVenv(folder);
    await pipInstall(['--no-deps', '--requirement', lock], { folder });
    writeFileSync(stampOf(folder), '');
  }
  const wheel = await buildWheel();
  if (readFileSync(stampOf(folder), 'utf8') !== wheel.hash) {
    writeFileSync(stampOf(folder), '');
    await pipInstall(['--no-deps', '--force-reinstall', wheel.file], {
      folder
    });
    writeFileSync(stampOf(folder), wheel.hash);
  }
  return folder;
}
