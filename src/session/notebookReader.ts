import type { IPlanEntry } from '../core/bundle/entry';
import { contentKey } from '../core/bundle/generated';
import { CancelledError } from '../core/error';
import { readBytes } from '../core/files';
import { INotebook, readNotebook } from '../core/notebook/notebook';
import { editedCopy } from '../core/publish/prepare';
import type { ISecretScanner } from '../core/checks/secrets/secretScanner';
import type { CopyEdit } from '../core/finding';
import type { ISessionPorts } from './ports';

/** A notebook as it would be archived, badges aside. */
export interface IReadFile {
  readonly path: string;
  /** Equal as long as the file and the changes to its copy are the same. */
  readonly stamp: string;
  readonly bytes: Uint8Array;
  readonly notebook: INotebook | null;
  /** Why it is none. */
  readonly error?: Error;
}

/** Reads the bundle's notebooks, each again only when it changed. */
export class NotebookReader {
  constructor(private readonly _ports: ISessionPorts) {}

  /**
   * The notebooks among the files. One that cannot be read is left out: the
   * plan says so.
   *
   * @throws CancelledError
   */
  async read(
    entries: readonly IPlanEntry[],
    copyEdits: Readonly<Record<string, readonly CopyEdit[]>>,
    scanner: ISecretScanner,
    signal: AbortSignal
  ): Promise<IReadFile[]> {
    const fresh = new Map<string, IReadFile>();
    for (const entry of entries) {
      const edits = copyEdits[entry.path] ?? [];
      const stamp = stampOf(entry, edits);
      const known = this._known.get(entry.path);
      const file =
        known?.stamp === stamp
          ? known
          : await this._read(entry, edits, scanner, stamp, signal);
      if (file) {
        fresh.set(entry.path, file);
      }
    }
    this._known = fresh;
    return [...fresh.values()];
  }

  private async _read(
    { path, source, content }: IPlanEntry,
    edits: readonly CopyEdit[],
    scanner: ISecretScanner,
    stamp: string,
    signal: AbortSignal
  ): Promise<IReadFile | null> {
    const { files, trans } = this._ports;
    let bytes: Uint8Array;
    try {
      bytes = source === null ? (content ?? new Uint8Array()) : await readBytes(files, source, signal); // prettier-ignore
    } catch (error) {
      if (error instanceof CancelledError || signal.aborted) {
        throw error;
      }
      return null;
    }
    try {
      if (edits.length > 0) {
        bytes = await editedCopy({ scanner, trans }, path, bytes, edits);
      }
      return { path, stamp, bytes, notebook: readNotebook(bytes, trans) };
    } catch (error) {
      return { path, stamp, bytes, notebook: null, error: error as Error };
    }
  }

  private _known: ReadonlyMap<string, IReadFile> = new Map();
}

/** Equal stamps mean equal bytes, as far as the server says. */
export function stampOf(entry: IPlanEntry, edits: readonly CopyEdit[]): string {
  const { source, size, lastModified } = entry;
  return JSON.stringify([source, size, lastModified, contentKey(entry), edits]);
}
