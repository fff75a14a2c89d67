import { InThreadScanner } from '../../src/core/checks/secrets/secretScanner';
import type { ISecretScanner } from '../../src/core/checks/secrets/secretScanner';
import { filePieces } from '../../src/core/checks/secrets/filePieces';
import { WorkerScanner } from '../../src/jupyter/workerScanner';
import { corpus, IFile } from '../secrets/corpus';

/** How long looking for secrets took. */
export interface IScanned {
  readonly milliseconds: number;
  readonly found: number;
}

const options = { salt: 'of the benchmark', token: 'x'.repeat(60) };

let files: readonly IFile[] = [];
let texts: readonly string[] = [];

/** Make the files, and their texts for whoever cannot read notebooks. */
export function makeCorpus(bytes: number): {
  files: number;
  characters: number;
} {
  files = corpus(bytes);
  texts = inLargerTexts(files);
  return {
    files: files.length,
    characters: texts.reduce((sum, { length }) => sum + length, 0)
  };
}

/**
 * The decoded texts, joined to about 2 MB each: secretlint's profiler looks
 * through all earlier texts for each new one, and with thousands of small ones
 * that would be measured instead of its rules.
 */
function inLargerTexts(all: readonly IFile[]): string[] {
  const larger: string[] = [];
  let parts: string[] = [];
  let size = 0;
  const flush = () => {
    // Through bytes, so that it is one run of memory, as a decoder gives it.
    const bytes = new TextEncoder().encode(parts.join('\n'));
    larger.push(new TextDecoder().decode(bytes));
    parts = [];
    size = 0;
  };
  for (const { path, bytes } of all) {
    for (const { text } of filePieces(path, bytes)) {
      parts.push(text);
      size += text.length;
    }
    if (size > 2_000_000) {
      flush();
    }
  }
  flush();
  return larger;
}

async function scanWith(scanner: ISecretScanner): Promise<IScanned> {
  const items = files.map(({ path, bytes }) => ({
    path,
    open: async () => bytes
  }));
  const begin = performance.now();
  const hits = await scanner.scan(items);
  return { milliseconds: performance.now() - begin, found: hits.length };
}

/** With our worker: it starts, reads the notebooks, and looks through all. */
export function scanInWorker(): Promise<IScanned> {
  return scanWith(new WorkerScanner(options));
}

/** Without a worker, as where a page's policy forbids one. */
export function scanInThread(): Promise<IScanned> {
  return scanWith(new InThreadScanner(options));
}

/** With secretlint's recommended preset, in a worker as well, on the decoded texts. */
export function scanSecretlint(): Promise<IScanned> {
  return scanTexts('/secretlintWorker.js');
}

/** With our rules alone, in a worker, on the same decoded texts. */
export function scanRules(): Promise<IScanned> {
  return scanTexts('/rulesWorker.js');
}

function scanTexts(script: string): Promise<IScanned> {
  const begin = performance.now();
  const worker = new Worker(script);
  return new Promise<IScanned>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate();
      resolve({ milliseconds: performance.now() - begin, found: data });
    };
    worker.postMessage(texts);
  });
}
