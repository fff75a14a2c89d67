/** A bundle's files as repo2docker sees them: the root, and the folder for Binder. */
import { BINDER_FOLDERS } from './binderFiles';
import { decodeText, IBundleText } from './bundleText';

/**
 * Read a small text file of the bundle: its bytes, or its text where the bytes
 * are known to be UTF-8. Only from bytes can be told how a file is encoded.
 */
export type ReadBundleFile = (path: string) => Promise<string | Uint8Array>;

/** What a fix does to the files of a bundle. */
export interface ITreeChange {
  readonly without?: readonly string[];
  /** Texts by path. */
  readonly written?: Readonly<Record<string, string>>;
}

/** The files of a bundle. */
export class BinderTree {
  private constructor(
    readonly files: readonly string[],
    private readonly _load: (path: string) => Promise<IBundleText>
  ) {
    for (const path of files) {
      this._all.add(path);
      for (
        let end = path.indexOf('/');
        end !== -1;
        end = path.indexOf('/', end + 1)
      ) {
        this._all.add(path.slice(0, end));
        this._folders.add(path.slice(0, end));
      }
    }
    this.folders = BINDER_FOLDERS.filter(name => this._folders.has(name));
    this.folder = this.folders[0] ?? '';
  }

  /** The tree of a bundle, by the paths of its files. */
  static of(files: readonly string[], read: ReadBundleFile): BinderTree {
    return new BinderTree(files, path => read(path).then(decodeText));
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

  /** Whether there is a file or folder at a path. */
  isThere(path: string): boolean {
    return this._all.has(path);
  }

  /** Whether there is a folder at a path. */
  isFolder(path: string): boolean {
    return path === '' || this._folders.has(path);
  }

  /** The text at a path; read once. */
  text(path: string): Promise<IBundleText> {
    let text = this._texts.get(path);
    if (!text) {
      // A folder of that name has no text.
      text = this._folders.has(path)
        ? Promise.resolve(decodeText(''))
        : this._load(path);
      this._texts.set(path, text);
    }
    return text;
  }

  /** The tree as it is after a fix. */
  changed({ without = [], written = {} }: ITreeChange): BinderTree {
    const gone = new Set(without);
    const left = this.files.filter(path => !gone.has(path));
    return new BinderTree(
      [...new Set([...left, ...Object.keys(written)])],
      async path =>
        path in written ? decodeText(written[path]) : this.text(path)
    );
  }

  private readonly _all = new Set<string>();
  private readonly _folders = new Set<string>();
  private readonly _texts = new Map<string, Promise<IBundleText>>();
}
