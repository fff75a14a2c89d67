/** Runs bundles by the engine's own command, as the server would. */
import { execFile, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { readTestRun } from '../../src/core/testRun/readTestRun';
import { ITestRun } from '../../src/core/testRun/testRuns';
import { FixtureProject } from './project';

const python = resolve('.venv/bin/python');
const engine = 'jupyterlab_zenodo_publisher.testruns';

/** What installers download is kept from one run of the tests to the next. */
const cache = resolve('.test/testrun-cache');

/** A run's last state, and its log. */
export interface IEnded {
  readonly run: ITestRun;
  readonly log: string;
}

/** Run the notebooks of a project, in a fresh environment. */
export async function rehearse(project: FixtureProject): Promise<IEnded> {
  const scratch = mkdtempSync(join(tmpdir(), 'zp-testrun-'));
  const bundle = join(scratch, 'bundle');
  const out = join(scratch, 'out');
  try {
    mkdirSync(bundle);
    project.writeBundle(bundle);
    const { cellSeconds, memoryBytes, isolation, outside } = project.expected;
    if (outside) {
      writeFileSync(outside.path, outside.text);
    }
    const run = await runBundle(bundle, out, [
      ...project.notebooks.flatMap(path => ['--notebook', path]),
      ...(isolation ? ['--isolation', isolation] : []),
      ...(cellSeconds ? ['--cell-seconds', String(cellSeconds)] : []),
      ...(memoryBytes ? ['--memory-bytes', String(memoryBytes)] : [])
    ]);
    return { run, log: readFileSync(join(out, 'log.txt'), 'utf8') };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    if (project.expected.outside) {
      rmSync(project.expected.outside.path, { force: true });
    }
  }
}

/**
 * Run notebooks of a folder, as the engine's options say.
 *
 * @param out - where the executed notebooks and the log go
 * @returns its last state
 */
export async function runBundle(
  folder: string,
  out: string,
  options: readonly string[]
): Promise<ITestRun> {
  mkdirSync(cache, { recursive: true });
  const states = await command([
    // What is compared is the same on all machines.
    ...[folder, '--out', out, '--cache', cache, '--without-repo2docker'],
    ...options
  ]);
  const run = readTestRun(JSON.parse(states.trim().split('\n').pop() ?? ''));
  if (!run) {
    throw new Error(`Not a run: ${states.slice(-500)}`);
  }
  return run;
}

function command(args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const options = { maxBuffer: 64_000_000, encoding: 'utf8' } as const;
    execFile(python, ['-m', engine, ...args], options, (error, out, said) => {
      if (error && !out) {
        failed(new Error(`${error.message}\n${said}`));
      } else {
        done(out);
      }
    });
  });
}

/** Whether the engine finds a version of Python on this machine, as `3.10`. */
export function hasPython(version: string): boolean {
  const code = `from ${engine}.making.interpreters import find_python; print(find_python('${version}').minor_version)`;
  const { stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  return stdout.trim() === version;
}

/** Whether this machine has a program. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}
