import { PublisherError } from '../error';
import { IFileEntry, IFiles } from '../files';
import { ITranslator } from '../text';
import { IPlanEntry } from './entry';
import { watched } from './watched';

/** A file changed between the plan and the end of reading it. */
export class FileChangedError extends PublisherError {
  constructor(
    /** Path on the server. */
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

export interface IReadOptions {
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * Open the bytes of an entry and check at their end that size and time of
 * change are still those of the plan, and that as many bytes came as there
 * are. The plan's own listing is the look "before", so a file costs one
 * request more and not two. The stream fails with `FileChangedError` when they
 * differ: bytes read so far must then not be used.
 *
 * @throws FileMissingError, FileAccessError when the file cannot be opened
 */
export async function readStable(
  files: IFiles,
  entry: Pick<IPlanEntry, 'source' | 'path' | 'size' | 'lastModified' | 'content'>, // prettier-ignore
  options: IReadOptions
): Promise<ReadableStream<Uint8Array>> {
  const { source, content } = entry;
  if (source === null) {
    return bytesStream(content ?? new Uint8Array());
  }
  const { trans, signal } = options;
  const { stream } = await files.read(source, signal);
  let count = 0;
  const changed = () =>
    new FileChangedError(
      source,
      trans.__(
        '“%1” changed while it was read. Nothing of it was used.',
        entry.path
      )
    );
  return watched(stream, {
    onBytes(bytes) {
      count += bytes;
      if (entry.size !== null && count > entry.size) {
        throw changed();
      }
    },
    async onEnd() {
      if (!isSame(entry, await files.stat(source, signal), count)) {
        throw changed();
      }
    }
  });
}

/** A stream of bytes that are in memory. */
export function bytesStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) {
        controller.enqueue(bytes);
      }
      controller.close();
    }
  });
}

function isSame(
  before: Pick<IPlanEntry, 'size' | 'lastModified'>,
  after: IFileEntry,
  count: number
): boolean {
  return (
    (before.size === null || before.size === count) &&
    (after.size === null || after.size === count) &&
    sameTime(before.lastModified, after.lastModified)
  );
}

/** Servers write the same time as `…Z` or `…+00:00`, and some say none. */
function sameTime(before: string, after: string): boolean {
  return (
    before === after ||
    before === '' ||
    after === '' ||
    Date.parse(before) === Date.parse(after)
  );
}
