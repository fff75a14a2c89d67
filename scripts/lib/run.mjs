/* Start other programs: to their end, or for their answer. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import { environment, top } from './paths.mjs';

/** A program that ended badly, or could not be started. */
export class RunError extends Error {
  constructor(command, args, outcome) {
    super(`${[path.basename(command), ...args].join(' ')}: ${outcome}`);
  }
}

function start(command, args, { env, ...options }) {
  return spawn(command, args, {
    cwd: top,
    env: environment(env),
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options
  });
}

function end(child, command, args) {
  return new Promise((resolve, reject) => {
    child.on('error', error =>
      reject(new RunError(command, args, error.message))
    );
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new RunError(command, args, signal ?? `exit code ${code}`))
    );
  });
}

/** Run to the end, with its output on ours. Rejects when it ends badly. */
export async function run(command, args = [], options = {}) {
  await end(start(command, args, options), command, args);
}

/** Run to the end quietly; what it wrote is shown only when it ends badly. */
export async function runQuietly(command, args = [], options = {}) {
  const child = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const written = [];
  child.stdout.on('data', data => written.push(data));
  child.stderr.on('data', data => written.push(data));
  try {
    await end(child, command, args);
  } catch (error) {
    process.stdout.write(Buffer.concat(written));
    throw error;
  }
}

/** What it writes to its output, trimmed; null when it ends badly. */
export async function answerOf(command, args = [], options = {}) {
  const child = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'ignore']
  });
  const written = [];
  child.stdout.on('data', data => written.push(data));
  try {
    await end(child, command, args);
    return Buffer.concat(written).toString().trim();
  } catch {
    return null;
  }
}

/** The first of these commands that PATH has, as a full path, or null. */
export function findOnPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      if (existsSync(file) && statSync(file).isFile()) {
        return file;
      }
    }
  }
  return null;
}
