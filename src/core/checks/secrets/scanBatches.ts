import { throwIfCancelled } from '../../error';

import { IScanItem } from './secretScanner';

/** Bytes and files of a batch: what is small costs a message, not its bytes. */
const BATCH = 1024 * 1024;
const MOST = 256;

/** A file in memory. */
export interface IScanFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is asked of the worker at once: files in memory, or one that is read bit by bit. */
export type ScanBatch =
  | readonly IScanFile[]
  | { readonly path: string; readonly stream: ReadableStream<Uint8Array> };

/**
 * Files in their order, in batches.
 *
 * @throws CancelledError, and what opening a file throws
 */
export async function* scanBatches(
  items: Iterable<IScanItem> | AsyncIterable<IScanItem>,
  signal?: AbortSignal
): AsyncGenerator<ScanBatch> {
  let files: IScanFile[] = [];
  let size = 0;
  for await (const item of items) {
    throwIfCancelled(signal, 'Cancelled');
    const { path } = item;
    const content = await item.open();
    const isStream = !(content instanceof Uint8Array);
    const more = isStream ? 0 : content.length;
    if (
      files.length > 0 &&
      (isStream || size + more > BATCH || files.length >= MOST)
    ) {
      yield files;
      files = [];
      size = 0;
    }
    if (isStream) {
      yield { path, stream: content };
    } else {
      files.push({ path, bytes: content });
      size += more;
    }
  }
  if (files.length > 0) {
    yield files;
  }
}

/** Copies in one piece of memory, which can be handed over; their owner keeps the bytes. */
export function copied(files: readonly IScanFile[]): IScanFile[] {
  const whole = new Uint8Array(
    files.reduce((size, { bytes }) => size + bytes.length, 0)
  );
  let at = 0;
  return files.map(({ path, bytes }) => {
    whole.set(bytes, at);
    const start = at;
    at += bytes.length;
    return { path, bytes: whole.subarray(start, at) };
  });
}
