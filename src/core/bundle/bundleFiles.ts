import { parentOf } from '../paths';
import { FileMissingError, IFileContent, IFileEntry, IFiles } from '../files';
import { ITranslator } from '../text';
import { includedEntries } from './edit';
import { IPlan, IPlanEntry } from './entry';
import { bytesStream } from './stability';

/**
 * The files of a bundle by their paths in it, as a reader will find them:
 * those that go in and no others, wherever they lie on the server, and those
 * that are made here. For whoever reads a bundle by its own paths, because
 * "root + path" is wrong for files that were taken from above the root.
 */
export class BundleFiles implements IFiles {
  constructor(
    plan: IPlan,
    private readonly _files: IFiles,
    private readonly _trans: ITranslator
  ) {
    for (const entry of includedEntries(plan)) {
      this._entries.set(entry.path, entry);
      let path = entry.path;
      for (let isNew = true; isNew && path !== '';) {
        const folder = parentOf(path);
        const inside = this._folders.get(folder) ?? new Set<string>();
        isNew = !this._folders.has(folder);
        this._folders.set(folder, inside.add(path));
        path = folder;
      }
    }
  }

  async list(folder: string): Promise<IFileEntry[]> {
    const inside = this._folders.get(folder);
    if (!inside && folder !== '') {
      throw this._missing(folder);
    }
    return [...(inside ?? [])].map(path => this._entry(path));
  }

  async stat(path: string): Promise<IFileEntry> {
    return this._entry(path);
  }

  async read(path: string, signal?: AbortSignal): Promise<IFileContent> {
    const entry = this._entries.get(path);
    if (!entry) {
      throw this._missing(path);
    }
    return entry.source === null
      ? { stream: bytesStream(entry.content ?? new Uint8Array()) }
      : this._files.read(entry.source, signal);
  }

  private _entry(path: string): IFileEntry {
    const entry = this._entries.get(path);
    if (entry) {
      const { size, lastModified } = entry;
      return { path, kind: 'file', size, lastModified };
    }
    if (path === '' || this._folders.has(path)) {
      return { path, kind: 'folder', size: null, lastModified: '' };
    }
    throw this._missing(path);
  }

  private _missing(path: string): FileMissingError {
    return new FileMissingError(
      path,
      this._trans.__('“%1” is not in the bundle.', path)
    );
  }

  private readonly _entries = new Map<string, IPlanEntry>();
  private readonly _folders = new Map<string, Set<string>>();
}
