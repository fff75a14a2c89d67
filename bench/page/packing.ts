import JSZip from 'jszip';

import { buildArchive, IArchiveEntry } from '../../src/core/bundle/archive';
import { planBundle } from '../../src/core/bundle/plan';
import { bytesStream } from '../../src/core/bundle/stability';
import { plainEnglish as trans } from '../../src/core/text';
import { startWorkerSums } from '../../src/jupyter/workerSums';
import { smallFile } from '../lib/smallFile.mjs';
import { HttpFiles, streamOf } from './httpFiles';

/** A file of the material. */
export interface IMaterial {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** How long packing took, and what came of it. */
export interface IPacked {
  readonly milliseconds: number;
  readonly size: number;
  /** '' where the packer does not compute it. */
  readonly md5: string;
}

const lastModified = '2026-01-02T03:04:05Z';

/** What was packed last, until it is sent. */
let packed: Blob | null = null;

/** Pack with our own code: it also computes SHA-256 of all files, and MD5. */
export async function packOurs(files: readonly IMaterial[]): Promise<IPacked> {
  const entries = files.map(({ path, size }): IArchiveEntry => ({
    path,
    size,
    lastModified,
    open: () => streamOf(`/files/${path}`)
  }));
  const begin = performance.now();
  const { blob, md5, size } = await buildArchive({
    entries,
    trans,
    startSums: () => startWorkerSums()
  });
  const milliseconds = performance.now() - begin;
  packed = blob;
  return { milliseconds, size, md5 };
}

/** Pack with jszip as one would use it, in the way that costs it least memory. */
export async function packJszip(files: readonly IMaterial[]): Promise<IPacked> {
  const begin = performance.now();
  const zip = new JSZip();
  for (const { path } of files) {
    const response = await fetch(`/files/${path}`);
    zip.file(path, await response.blob(), { date: new Date(lastModified) });
  }
  const blob = await zip.generateAsync({
    type: 'blob',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    streamFiles: true
  });
  const milliseconds = performance.now() - begin;
  packed = blob;
  return { milliseconds, size: blob.size, md5: '' };
}

/** Send what was packed last to the server, as it is uploaded, and forget it. */
export async function send(): Promise<void> {
  const body = packed;
  packed = null;
  const response = await fetch('/archive', { method: 'POST', body });
  if (!response.ok) {
    throw new Error(`The server says ${response.status}`);
  }
}

/** Plan the tree of 10,000 files; gives how many are in. */
export async function planTree(): Promise<number> {
  const { entries } = await planBundle({
    files: new HttpFiles(),
    selection: ['project'],
    trans
  });
  return entries.filter(({ included }) => included).length;
}

/**
 * Pack so many of the 10,000 files, each of which is small; gives the archive's
 * size. Their bytes are there: to ask for each costs more than to pack it, and
 * twice so where a debugger is told of every request.
 */
export async function packTree(count: number): Promise<IPacked> {
  const files = new HttpFiles();
  const plan = await planBundle({ files, selection: ['project'], trans });
  const encoder = new TextEncoder();
  const entries = plan.entries.slice(0, count).map((entry): IArchiveEntry => ({
    ...entry,
    open: async () => bytesStream(encoder.encode(smallFile(entry.source ?? '')))
  }));
  const begin = performance.now();
  const { md5, size } = await buildArchive({
    entries,
    trans,
    startSums: () => startWorkerSums()
  });
  return { milliseconds: performance.now() - begin, size, md5 };
}
