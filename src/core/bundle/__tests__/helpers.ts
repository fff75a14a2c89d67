import {
  FileMissingError,
  IFileContent,
  IFileEntry,
  IFiles
} from '../../files';
import { IFinding } from '../../finding';
import { MemoryFiles } from '../../memoryFiles';

/** Counts the requests, and how many are under way at once. */
export class CountingFiles implements IFiles {
  constructor(readonly inner: IFiles) {}

  readonly listed: string[] = [];
  readonly statted: string[] = [];
  atOnce = 0;

  list(folder: string): Promise<IFileEntry[]> {
    this.listed.push(folder);
    return this._count(() => this.inner.list(folder));
  }

  stat(path: string): Promise<IFileEntry> {
    this.statted.push(path);
    return this._count(() => this.inner.stat(path));
  }

  read(path: string): Promise<IFileContent> {
    return this._count(() => this.inner.read(path));
  }

  private async _count<T>(request: () => Promise<T>): Promise<T> {
    this._running++;
    this.atOnce = Math.max(this.atOnce, this._running);
    await new Promise(resolve => setImmediate(resolve));
    try {
      return await request();
    } finally {
      this._running--;
    }
  }

  private _running = 0;
}

/** A folder `from` that is a link to the folder `to`, as a server shows it. */
export class LinkedFiles extends MemoryFiles {
  constructor(
    contents: Record<string, string>,
    private readonly _from: string,
    private readonly _to: string
  ) {
    super(contents);
  }

  async list(folder: string): Promise<IFileEntry[]> {
    const entries = await super.list(this._resolve(folder));
    const shown = entries.map(entry => ({
      ...entry,
      path: `${folder ? `${folder}/` : ''}${entry.path.split('/').pop()}`
    }));
    const [parent, name] = this._from.split(/\/(?=[^/]*$)/);
    if (this._resolve(folder) === parent) {
      shown.push({
        path: `${folder}/${name}`,
        kind: 'folder',
        size: null,
        lastModified: ''
      });
    }
    return shown;
  }

  private _resolve(path: string): string {
    let resolved = path;
    while (resolved.startsWith(`${this._from}/`) || resolved === this._from) {
      resolved = this._to + resolved.slice(this._from.length);
    }
    return resolved;
  }
}

export function ids(findings: readonly IFinding[]): string[] {
  return findings.map(({ id }) => id);
}

/**
 * A server that lists no hidden files. By their names it gives them
 * (`readable`), tells of them but refuses their bytes (`told`), or knows
 * nothing of them (`refused`).
 */
export class HiddenFiles extends MemoryFiles {
  constructor(
    contents: Record<string, string>,
    private readonly _how: 'readable' | 'told' | 'refused'
  ) {
    super(contents);
  }

  async list(folder: string): Promise<IFileEntry[]> {
    this._refuse(folder, this._how === 'refused');
    const entries = await super.list(folder);
    return entries.filter(
      ({ path }) => !path.split('/').pop()?.startsWith('.')
    );
  }

  async stat(path: string): Promise<IFileEntry> {
    this._refuse(path, this._how === 'refused');
    return super.stat(path);
  }

  async read(path: string): Promise<IFileContent> {
    this._refuse(path, this._how !== 'readable');
    return super.read(path);
  }

  private _refuse(path: string, isRefused: boolean): void {
    if (isRefused && path.split('/').some(part => part.startsWith('.'))) {
      throw new FileMissingError(path, path);
    }
  }
}
