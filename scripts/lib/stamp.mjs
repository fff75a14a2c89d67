/*
 * A stamp says from what something was made, so that it is not made again.
 * Stamps live in .venv: who deletes that starts from nothing.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';

import { at, top, venv } from './paths.mjs';

const notSources = new Set(['__tests__', 'node_modules', '__pycache__']);

function filesUnder(file) {
  if (!existsSync(file)) {
    return [];
  }
  if (!statSync(file).isDirectory()) {
    return [file];
  }
  return readdirSync(file)
    .filter(name => !notSources.has(name))
    .sort()
    .flatMap(name => filesUnder(path.join(file, name)));
}

/** The hash of the names and contents of these files and folders of the checkout. */
export function hashOf(...names) {
  const hash = createHash('sha256');
  // Another Node may need other native packages; another place, other paths.
  hash.update(`${top}\0${process.version}\0`);
  for (const file of names.flatMap(name => filesUnder(at(name)))) {
    hash.update(`${path.relative(top, file)}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampFile = name => path.join(venv, '.stamps', name);

/** Whether `name` was last made from this. */
export function isCurrent(name, hash) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** From now on `name` is not known to be good. */
export function forget(name) {
  rmSync(stampFile(name), { force: true });
}

/** `name` was made from this. */
export function remember(name, hash) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}
