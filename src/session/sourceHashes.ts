import type { IPlanEntry } from '../core/bundle/entry';
import { PublisherError } from '../core/error';
import { readBytes } from '../core/files';
import { sourceHash } from '../core/notebook/sourceHash';
import type { IPresentFile } from '../core/publish/versions';
import { stampOf } from './notebookReader';
import type { ISessionPorts } from './ports';

/** Larger files, in bytes, are told apart by their size alone. */
export const largest = 20 * 1024 * 1024;

/** Computes source hashes, of each file again only when it changed. */
export class SourceHashes {
  constructor(private readonly _ports: Pick<ISessionPorts, 'files'>) {}

  /**
   * The files with their source hashes, as far as they can be read and are not
   * too large. Undefined = it was asked again meanwhile.
   */
  async of(
    entries: readonly IPlanEntry[]
  ): Promise<readonly IPresentFile[] | undefined> {
    const run = (this._run = {});
    const fresh = new Map<string, string>();
    const files: IPresentFile[] = [];
    for (const entry of entries) {
      const { path, size } = entry;
      const stamp = `${path}\n${stampOf(entry, [])}`;
      const hash =
        (size ?? 0) > largest
          ? null
          : (this._known.get(stamp) ?? (await this._hash(entry)));
      if (this._run !== run) {
        return undefined;
      }
      if (hash !== null) {
        fresh.set(stamp, hash);
      }
      files.push({ path, size, sourceHash: hash });
    }
    this._known = fresh;
    return files;
  }

  private async _hash(entry: IPlanEntry): Promise<string | null> {
    const { path, source, content } = entry;
    try {
      return await sourceHash(
        path,
        source === null
          ? (content ?? new Uint8Array())
          : await readBytes(this._ports.files, source)
      );
    } catch (error) {
      if (error instanceof PublisherError) {
        return null;
      }
      throw error;
    }
  }

  private _known: ReadonlyMap<string, string> = new Map();
  private _run: object = {};
}
