/**
 * Looks for secrets in files. Nothing here needs a page: a worker can do it.
 * What comes out is plain data without the values that were found.
 */
import { ByteSource, joinChunks } from './byteSource';
import { isNotebook } from './filePieces';
import { FileScan, IScanRun, WHOLE_FILE } from './fileScan';
import { IScanOptions, ISecretHit } from './secretHit';
import { HEAD, textEncoding } from './textEncoding';

export { IScanRun } from './fileScan';

/** Bytes up to which a notebook is read cell by cell; larger ones as text. */
const WHOLE_NOTEBOOK = 512 * 1024 * 1024;

/**
 * Look through a file that is in memory: a notebook cell by cell, other text
 * as a whole, of a binary file the name only.
 *
 * @throws CancelledError
 */
export function scanBytes(
  path: string,
  bytes: Uint8Array,
  options: IScanOptions,
  run: IScanRun = {}
): Promise<ISecretHit[]> {
  return new FileScan(path, options, run).bytes(bytes);
}

/**
 * Look through a file of any size. Of a text of more than 5 MB only a few
 * megabytes are in memory at a time; of a binary file only the head is read.
 *
 * @throws CancelledError, and what reading the stream throws
 */
export async function scanStream(
  path: string,
  stream: ReadableStream<Uint8Array>,
  options: IScanOptions,
  run: IScanRun = {}
): Promise<ISecretHit[]> {
  const scan = new FileScan(path, options, run);
  const source = new ByteSource(stream);
  const rest = source[Symbol.asyncIterator]();
  const limit = isNotebook(path) ? WHOLE_NOTEBOOK : WHOLE_FILE;
  const begun: Uint8Array[] = [];
  let size = 0;
  let isText: boolean | null = null;
  while (size <= limit && isText !== false) {
    const { done, value } = await rest.next();
    if (done) {
      return scan.bytes(joinChunks(begun));
    }
    begun.push(value);
    size += value.length;
    if (isText === null && size >= HEAD) {
      isText = textEncoding(joinChunks(begun)) !== null;
    }
  }
  if (isText === false) {
    await rest.return(undefined);
    return scan.bytes(joinChunks(begun));
  }
  return scan.stream(followed(begun, rest), () => source.failure);
}

async function* followed(
  begun: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array>
): AsyncGenerator<Uint8Array> {
  yield* begun;
  yield* rest;
}
