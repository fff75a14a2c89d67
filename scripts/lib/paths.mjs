/* Where things are in the checkout, and the environment for its tools. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const top = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..'
);

export const at = (...parts) => path.join(top, ...parts);

export const venv = at('.venv');

/** A command of the Python environment. */
export const inVenv = name => path.join(venv, 'bin', name);

/** A command that came with a node package. */
export const inNodeModules = name => at('node_modules', '.bin', name);

/**
 * The checkout's own tools come first. Nothing of another Python or npm run
 * around us may leak in (npm tells jlpm through variables who started it).
 */
export function environment(extra = {}) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_/i.test(name)) {
      delete env[name];
    }
  }
  delete env.PYTHONPATH;
  delete env.PYTHONHOME;
  return {
    ...env,
    VIRTUAL_ENV: venv,
    PATH: [
      path.join(venv, 'bin'),
      at('node_modules', '.bin'),
      path.dirname(process.execPath),
      process.env.PATH
    ].join(path.delimiter),
    ...extra
  };
}
