import { FileMissingError, IFileContent, IFileEntry, IFiles } from './files';

/** The port to read files over a map of paths to contents, for tests. */
export class MemoryFiles implements IFiles {
  constructor(contents: Record<string, string | Uint8Array> = {}) {
    for (const [path, content] of Object.entries(contents)) {
      this.write(path, content);
    }
  }

  /** Put a file there or replace it. Each write is one second later than the last. */
  write(path: string, content: string | Uint8Array): void {
    const bytes =
      typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this._time += 1000;
    this._files.set(path, {
      bytes,
      lastModified: new Date(this._time).toISOString()
    });
  }

  /** Remove a file. */
  remove(path: string): void {
    this._files.delete(path);
  }

  /** Bytes of a file as they are now. */
  bytes(path: string): Uint8Array {
    return this._get(path).bytes;
  }

  async list(folder: string): Promise<IFileEntry[]> {
    const prefix = folder ? `${folder}/` : '';
    const entries = new Map<string, IFileEntry>();
    for (const path of this._files.keys()) {
      if (!path.startsWith(prefix)) {
        continue;
      }
      const [name, ...rest] = path.slice(prefix.length).split('/');
      entries.set(name, this._entry(prefix + name, rest.length > 0));
    }
    if (folder && entries.size === 0) {
      throw new FileMissingError(folder, folder);
    }
    return [...entries.values()];
  }

  async stat(path: string): Promise<IFileEntry> {
    const isFolder = [...this._files.keys()].some(file =>
      file.startsWith(path ? `${path}/` : '')
    );
    if (!isFolder && !this._files.has(path)) {
      throw new FileMissingError(path, path);
    }
    return this._entry(path, isFolder && !this._files.has(path));
  }

  async read(path: string): Promise<IFileContent> {
    const { bytes } = this._get(path);
    return {
      stream: new ReadableStream({
        start(controller) {
          if (bytes.length) {
            controller.enqueue(bytes);
          }
          controller.close();
        }
      })
    };
  }

  private _entry(path: string, isFolder: boolean): IFileEntry {
    return isFolder
      ? { path, kind: 'folder', size: null, lastModified: '' }
      : {
          path,
          kind: 'file',
          size: this._get(path).bytes.length,
          lastModified: this._get(path).lastModified
        };
  }

  private _get(path: string): { bytes: Uint8Array; lastModified: string } {
    const file = this._files.get(path);
    if (!file) {
      throw new FileMissingError(path, path);
    }
    return file;
  }

  private readonly _files = new Map<
    string,
    { bytes: Uint8Array; lastModified: string }
  >();
  private _time = Date.UTC(2026, 0, 1);
}
