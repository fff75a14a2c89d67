/** Asks the real repo2docker, and us, about the same bundles. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Layout } from '../../src/core/binder/__tests__/layouts';
import { detectBinder, IBinderDetection } from '../../src/core/binder/detect';
import type { IBinderOptions } from '../../src/core/binder/detect';
import { layoutFindings, Packing } from '../../src/core/binder/layout';
import { buildArchive } from '../../src/core/bundle/archive';
import { bytesStream } from '../../src/core/bundle/stability';
import type { IFinding } from '../../src/core/finding';
import { plainEnglish } from '../../src/core/text';

/** What the real repo2docker says. */
export interface IReal {
  readonly kind: string | null;
  readonly python: string | null;
  readonly error: string | null;
  readonly files: readonly string[];
  readonly pip: string | null;
}

/** How a bundle comes to repo2docker: in a folder, or through a record. */
export type Way = 'folder' | Packing;

/** A bundle, and its way; null: nobody may read its files. */
export interface ICase {
  readonly files: Layout | null;
  readonly way: Way;
}

/** Bytes of a text, or of bytes. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string'
    ? new TextEncoder().encode(content)
    : content;
}

/** Pack files with the product's own archive code. */
export async function pack(files: Layout): Promise<Uint8Array> {
  const { blob } = await buildArchive({
    entries: Object.entries(files).map(([path, content]) => ({
      path,
      size: bytesOf(content).length,
      lastModified: '2026-11-21T12:00:00Z',
      open: async () => bytesStream(bytesOf(content))
    })),
    trans: plainEnglish
  });
  return new Uint8Array(await blob.arrayBuffer());
}

/** What repo2docker says of many bundles, asked at once. */
export async function realVerdicts(cases: readonly ICase[]): Promise<IReal[]> {
  const folder = mkdtempSync(join(tmpdir(), 'binder-'));
  try {
    let count = 0;
    const onDisk = (bytes: Uint8Array): string => {
      const path = join(folder, `${count++}`);
      writeFileSync(path, bytes);
      return path;
    };
    const input: object[] = [];
    for (const { files, way } of cases) {
      if (files === null) {
        input.push({ record: null });
      } else if (way === 'zip') {
        input.push({ record: { 'bundle.zip': onDisk(await pack(files)) } });
      } else {
        const entries = Object.entries(files).map(([path, content]) => {
          const bytes = bytesOf(content);
          return way === 'files'
            ? [path, onDisk(bytes)]
            : [path, Buffer.from(bytes).toString('base64')];
        });
        const all = Object.fromEntries(entries);
        input.push(way === 'files' ? { record: all } : { folder: all });
      }
    }
    const run = spawnSync(
      '.venv/bin/python',
      [resolve(__dirname, 'repo2docker_verdicts.py')],
      {
        input: JSON.stringify(input),
        encoding: 'utf-8',
        maxBuffer: 1 << 28
      }
    );
    if (run.status !== 0) {
      throw new Error(run.error?.message ?? run.stderr);
    }
    return JSON.parse(run.stdout) as IReal[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What we say. */
export function ourVerdict(
  files: Layout,
  options: IBinderOptions = {}
): Promise<IBinderDetection> {
  return detectBinder(
    Object.keys(files),
    async path => bytesOf(files[path]),
    plainEnglish,
    options
  );
}

/** What we say of the way in which files are deposited. */
export function ourLayout(files: Layout, packing: Packing): IFinding[] {
  const sizes = Object.entries(files).map(([path, content]) => ({
    path,
    size: bytesOf(content).length
  }));
  return layoutFindings(sizes, packing, plainEnglish);
}
