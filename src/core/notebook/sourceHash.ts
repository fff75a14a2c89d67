import { nameOf } from '../paths';
/**
 * The source hash: what a file was before badges went in. Two states of a file
 * with the same source hash need no new version. SHA-256 by hash-wasm, which
 * also works on plain http, where browsers have no `crypto.subtle`.
 */
import { createSHA256, sha256 } from 'hash-wasm';

import { canonicalForm, NotebookSource } from './canonical';
import { NotebookSyntaxError } from './jsonOffsets';
import { UnsupportedNotebookError } from './notebook';
import { removeReadmeBadge } from './readme';

/** A file's bytes: whole, or in pieces. */
export type ByteSource =
  Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** What a file is to its source hash. */
export type HashKind = 'notebook' | 'readme' | 'other';

/** What a file is to its source hash, by its name alone. */
export function hashKind(path: string): HashKind {
  const name = nameOf(path).toLowerCase();
  if (name.endsWith('.ipynb')) {
    return 'notebook';
  }
  return name === 'readme.md' ? 'readme' : 'other';
}

/** The source hash of the file with this path: 64 hexadecimal digits. */
export async function sourceHash(
  path: string,
  source: ByteSource
): Promise<string> {
  switch (hashKind(path)) {
    case 'notebook':
      return notebookSourceHash(await readAll(source));
    case 'readme':
      return readmeSourceHash(await readAll(source));
    default:
      return bytesHash(source);
  }
}

/**
 * The source hash of a notebook: that of its canonical form without badge and
 * `zenodo_publisher`. A file that is no notebook has the hash of its bytes: it
 * never gets a badge.
 */
async function notebookSourceHash(notebook: NotebookSource): Promise<string> {
  try {
    return await sha256(canonicalForm(notebook, { withoutBadge: true }));
  } catch (error) {
    const isNone =
      error instanceof NotebookSyntaxError ||
      error instanceof UnsupportedNotebookError;
    if (isNone && notebook instanceof Uint8Array) {
      return sha256(notebook);
    }
    throw error;
  }
}

/**
 * The source hash of a README: that of its bytes without the badge block. One
 * that is not UTF-8 has the hash of its bytes: it never gets a badge.
 */
export async function readmeSourceHash(bytes: Uint8Array): Promise<string> {
  let text: string;
  try {
    const options = { fatal: true, ignoreBOM: true };
    text = new TextDecoder('utf-8', options).decode(bytes);
  } catch {
    return sha256(bytes);
  }
  return sha256(removeReadmeBadge(text));
}

/** The SHA-256 of bytes, read piece by piece: 64 hexadecimal digits. */
export async function bytesHash(source: ByteSource): Promise<string> {
  const hash = await createSHA256();
  hash.init();
  for await (const piece of pieces(source)) {
    hash.update(piece);
  }
  return hash.digest('hex');
}

async function* pieces(source: ByteSource): AsyncIterable<Uint8Array> {
  if (source instanceof Uint8Array) {
    yield source;
  } else if (Symbol.asyncIterator in source) {
    yield* source;
  } else {
    /* Safari's streams cannot be iterated. */
    const reader = source.getReader();
    try {
      for (let next = await reader.read(); !next.done;) {
        yield next.value;
        next = await reader.read();
      }
    } finally {
      reader.releaseLock();
    }
  }
}

async function readAll(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces(source)) {
    parts.push(piece);
  }
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
