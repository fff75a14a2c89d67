/** A bundle's files as repo2docker sees them: the root, and the folder for Binder. */
import { BINDER_FOLDERS } from './binderFiles';

/** Read a text file of the bundle. */
export type ReadBundleFile = (path: string) => Promise<string>;

/** The files of a bundle. */
export class BinderTree {
  constructor(
    paths: readonly string[],
    private readonly _read: ReadBundleFile
  ) {
    for (const path of paths) {
      const parts = path.split('/');
      parts.forEach((_, i) => {
        const part = parts.slice(0, i + 1).join('/');
        this._all.add(part);
        if (i < parts.length - 1) {
          this._folders.add(part);
        }
      });
    }
    this.folders = BINDER_FOLDERS.filter(name => this._folders.has(name));
    this.folder = this.folders[0] ?? '';
  }

  /** Those of the folders `.binder` and `binder` that are there. */
  readonly folders: readonly string[];

  /** Where Binder looks: `.binder`, `binder`, or the root (''). */
  readonly folder: string;

  /** The path of a file in the place where Binder looks. */
  path(name: string): string {
    return this.folder ? `${this.folder}/${name}` : name;
  }

  /** Whether there is a file in the place where Binder looks. */
  has(name: string): boolean {
    return this._all.has(this.path(name));
  }

  /** Whether there is a file at the root that counts: no folder for Binder is there. */
  hasAtRoot(name: string): boolean {
    return !this.folder && this._all.has(name);
  }

  /** Whether there is a file at the root, whether it counts or not. */
  isAtRoot(name: string): boolean {
    return this._all.has(name);
  }

  /** The text of a file in the place where Binder looks. */
  read(name: string): Promise<string> {
    return this._read(this.path(name));
  }

  /** The text of a file at the root. */
  readAtRoot(name: string): Promise<string> {
    return this._read(name);
  }

  private readonly _all = new Set<string>();
  private readonly _folders = new Set<string>();
}
