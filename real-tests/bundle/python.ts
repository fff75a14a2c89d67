import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The interpreter into which `npm test` installs what the tests need. */
export const python = path.resolve(__dirname, '../../.venv/bin/python');

/** What a program said and how it ended. */
export interface IOutcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Run Python without a shell, in a folder. */
export function runPython(
  args: readonly string[],
  folder: string
): Promise<IOutcome> {
  return new Promise(resolve => {
    execFile(
      python,
      [...args],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, PYTHONUTF8: '1', no_proxy: '*' },
        maxBuffer: 64_000_000
      },
      (error, out, stderr) => {
        const code = error ? Number(error.code ?? 1) : 0;
        resolve({ code, out, error: stderr });
      }
    );
  });
}

/** Run something in a folder of its own, which is removed afterwards. */
export async function inFolder<T>(
  work: (folder: string) => Promise<T>
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
