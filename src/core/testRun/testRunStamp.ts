import { sha256 } from 'hash-wasm';
import { byPath } from '../bundle/entry';
import type { CopyEdit } from '../finding';

/** A file as a test run sees it. */
export interface IStampedFile {
  readonly path: string;
  /** Bytes; null where nobody knows. */
  readonly size: number | null;
  /** Null = it is too large to be read for it; then the time of change decides. */
  readonly sourceHash: string | null;
  /** ISO 8601; '' where nobody knows. */
  readonly lastModified: string;
}

/**
 * The identity of what is run: SHA-256 in hexadecimal. Badges, the DOI and what
 * is generated around them are not in it, because source hashes are without them.
 */
export function testRunStamp(
  files: readonly IStampedFile[],
  copyEdits: Readonly<Record<string, readonly CopyEdit[]>>
): Promise<string> {
  return sha256(
    JSON.stringify([
      1,
      [...files]
        .sort(byPath)
        .map(({ path, size, sourceHash, lastModified }) =>
          sourceHash === null ? [path, size, lastModified] : [path, sourceHash]
        ),
      Object.entries(copyEdits)
        .filter(([, edits]) => edits.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    ])
  );
}
