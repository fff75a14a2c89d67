import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where environments and what they download are kept. */
const cache = resolve('.test/environment');

const base = resolve('.venv/bin/python');

const uv = [resolve('.venv/bin/uv'), 'uv'].find(
  program => spawnSync(program, ['--version']).status === 0
);

/** The variables of this process without those by which one Python meets another's packages. */
export function cleanEnvironment(scratch: string): NodeJS.ProcessEnv {
  const {
    PYTHONPATH: _path,
    PYTHONHOME: _home,
    VIRTUAL_ENV: _venv,
    JUPYTER_PATH: _jupyter,
    ...rest
  } = process.env;
  return {
    ...rest,
    UV_CACHE_DIR: join(cache, 'uv'),
    IPYTHONDIR: join(scratch, 'ipython'),
    JUPYTER_DATA_DIR: join(scratch, 'data'),
    JUPYTER_RUNTIME_DIR: join(scratch, 'runtime'),
    JUPYTER_CONFIG_DIR: join(scratch, 'config'),
    JUPYTER_PREFER_ENV_PATH: '1',
    MPLCONFIGDIR: join(cache, 'matplotlib'),
    MPLBACKEND: 'module://matplotlib_inline.backend_inline'
  };
}

/** A program's standard output; its errors are in what is thrown. */
export function output(
  program: string,
  args: readonly string[],
  options: { cwd?: string; scratch: string }
): string {
  return execFileSync(program, args, {
    cwd: options.cwd,
    encoding: 'utf8',
    env: cleanEnvironment(options.scratch),
    stdio: ['ignore', 'pipe', 'pipe']
  });
}

/** A new environment in a folder, with these arguments to `pip install`; its Python. */
export function freshVenv(
  folder: string,
  install: readonly (readonly string[])[],
  options: { cwd?: string; scratch: string }
): string {
  rmSync(folder, { recursive: true, force: true });
  const python = join(folder, 'bin', 'python');
  if (uv) {
    output(uv, ['venv', '-q', '--python', base, folder], options);
  } else {
    output(base, ['-m', 'venv', folder], options);
  }
  for (const args of install) {
    if (uv) {
      output(
        uv,
        ['pip', 'install', '-q', '--python', python, ...args],
        options
      );
    } else {
      output(python, ['-m', 'pip', 'install', '-q', ...args], options);
    }
  }
  return python;
}

/** An environment with these packages, made once and kept; its Python. */
export function keptVenv(packages: readonly string[], scratch: string): string {
  const key = createHash('sha256').update(packages.join(' ')).digest('hex');
  const folder = join(cache, `venv-${key.slice(0, 12)}`);
  const complete = join(folder, 'complete');
  if (!existsSync(complete)) {
    mkdirSync(cache, { recursive: true });
    freshVenv(folder, [packages], { scratch });
    writeFileSync(complete, packages.join('\n'));
  }
  return join(folder, 'bin', 'python');
}
