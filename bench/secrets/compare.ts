/**
 * How fast secrets are looked for, beside secretlint's recommended preset on
 * the same decoded texts: `npx tsx bench/secrets/compare.ts [megabytes]`.
 */
import { cpus } from 'os';

import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

import {
  filePieces,
  isWebFile
} from '../../src/core/checks/secrets/filePieces';
import { secretRules } from '../../src/core/checks/secrets/rules';
import { InThreadScanner } from '../../src/core/checks/secrets/secretScanner';
import {
  TextMatcher,
  withoutOverlaps
} from '../../src/core/checks/secrets/textMatcher';
import { corpus, IFile } from './corpus';

const ROUNDS = 3;

/** A file as both engines get it. */
interface IText {
  readonly path: string;
  readonly text: string;
}

function decode({ path, bytes }: IFile): IText {
  const pieces = [...filePieces(path, bytes)];
  const joined = pieces.map(piece => piece.text).join('\n');
  // In one run of memory, as a decoder gives it, for both.
  return { path, text: Buffer.from(joined).toString() };
}

/**
 * Texts of about 2 MB. secretlint's profiler keeps an entry for each text and
 * looks through all of them for the next one: with thousands of small texts
 * that would be measured, not its rules.
 */
function inLargerTexts(texts: readonly IText[]): IText[] {
  const larger: IText[] = [];
  let parts: string[] = [];
  let size = 0;
  for (const [i, { path, text }] of texts.entries()) {
    parts.push(text);
    size += text.length;
    if (size > 2_000_000 || i === texts.length - 1) {
      larger.push({ path, text: Buffer.from(parts.join('\n')).toString() });
      parts = [];
      size = 0;
    }
  }
  return larger;
}

async function ours(texts: readonly IText[]): Promise<number> {
  const matcher = new TextMatcher(secretRules('x'.repeat(60)));
  let found = 0;
  for (const { path, text } of texts) {
    const context = { now: Date.now(), web: isWebFile(path) };
    const all = matcher.match(text, 0, text.length, context, rule => {
      throw new Error(`The rule ${rule} is broken.`);
    });
    found += withoutOverlaps(all).length;
  }
  return found;
}

async function theirs(texts: readonly IText[]): Promise<number> {
  const rules = [
    { id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }
  ];
  let found = 0;
  for (const { path, text } of texts) {
    const { messages } = await lintSource({
      source: { filePath: path, content: text, contentType: 'text', ext: '' },
      options: { config: { rules } }
    });
    found += messages.length;
  }
  return found;
}

async function whole(files: readonly IFile[]): Promise<number> {
  const scanner = new InThreadScanner({ salt: 'of the benchmark' });
  const items = files.map(({ path, bytes }) => ({
    path,
    open: async () => bytes
  }));
  return (await scanner.scan(items)).length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

async function main(): Promise<void> {
  const megabytes = Number(process.argv[2] ?? 100);
  const files = corpus(megabytes * 1e6);
  const texts = inLargerTexts(files.map(decode));
  const size = texts.reduce((n, { text }) => n + text.length, 0);
  const runs: [string, () => Promise<number>][] = [
    ['ours, decoded text', () => ours(texts)],
    ['secretlint, decoded text', () => theirs(texts)],
    ['ours, with reading the files', () => whole(files)]
  ];
  const times = runs.map((): number[] => []);
  const found = runs.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, [, run]] of runs.entries()) {
      const begin = performance.now();
      found[i] = await run();
      times[i].push(performance.now() - begin);
    }
  }
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write(
    `${files.length} files, ${megabytes} MB, ${(size / 1e6).toFixed(0)} MB of text; median of ${ROUNDS}; Node ${process.version}, ${cpus()[0]?.model}`
  );
  runs.forEach(([name], i) =>
    write(`${name}: ${median(times[i]).toFixed(0)} ms, ${found[i]} found`)
  );
  const ratio = median(times[0]) / median(times[1]);
  write(`ratio ours / secretlint: ${ratio.toFixed(2)}`);
}

void main();
