import { IPlanEntry } from '../bundle/entry';
import { defaultRules, ignoreTest } from '../bundle/ignore';
import { joinPath, nameOf, parentOf } from '../paths';
import { throwIfCancelled } from '../error';
import {
  FileAccessError,
  FileMissingError,
  IFileEntry,
  IFiles
} from '../files';
import { ITranslator } from '../text';
import { Limit } from './limit';
import { NameIndex } from './nameIndex';
import { fits, foldedName } from './where';

/** How many folders are asked for at once. */
const maxRequests = 4;
/** More files or folders for one use, or deeper ones, are not followed. */
const mostFiles = 2000;
const mostFolders = 300;
const deepest = 40;

export interface IListingOptions {
  /** The plan's entries, left-out ones too. */
  readonly entries: readonly IPlanEntry[];
  /** Where to look for what lies below the root, but not in the plan. None: nowhere. */
  readonly files?: IFiles;
  /** The server's folder that is the root of the bundle. */
  readonly root: string;
  /** What the rules leave out; none: the rules that hold for every bundle. */
  readonly ignored?: ReturnType<typeof ignoreTest>;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * The files of the project, by their paths in the bundle: those of the plan,
 * and those of folders that are asked for when they are needed, each once.
 */
export class Listing {
  constructor(private readonly _options: IListingOptions) {
    this._ignored =
      _options.ignored ?? ignoreTest(defaultRules(_options.trans));
    _options.entries.forEach(entry => this._add(entry));
  }

  /**
   * What is at a path: a file's entry, `folder`, or null for nothing;
   * `unreadable` where the folder cannot be looked into.
   *
   * @throws CancelledError
   */
  async find(
    path: string
  ): Promise<IPlanEntry | 'folder' | 'unreadable' | null> {
    const known = this._at(path);
    if (known || path === '') {
      return known ?? 'folder';
    }
    await this._list(parentOf(path));
    const isClosed =
      this._unreadable.has(parentOf(path)) ||
      (!this._options.files && this._closedBy(path) !== null);
    return this._at(path) ?? (isClosed ? 'unreadable' : null);
  }

  /**
   * The files that match a pattern of paths, at most some thousands.
   *
   * @throws CancelledError
   */
  async matching(pattern: string): Promise<IPlanEntry[]> {
    const found = new Map<string, IPlanEntry>();
    const seen = new Set<string>();
    const visit = async (folder: string, parts: readonly string[]) => {
      const step = `${parts.length} ${folder}`;
      if (seen.has(step) || seen.size >= mostFolders || !parts.length) {
        return;
      }
      seen.add(step);
      await this._list(folder);
      const [part, ...rest] = parts;
      const isAny = part === '**';
      for (const path of [...(this._children.get(folder) ?? [])].sort()) {
        const entry = this._files.get(path);
        const isOne = isAny || fits(nameOf(path), part);
        if (entry && isOne && !rest.length && found.size < mostFiles) {
          found.set(path, entry);
        } else if (!entry && isOne && this._isOpen(path)) {
          await visit(path, isAny ? parts : rest);
        }
      }
      if (isAny) {
        await visit(folder, rest);
      }
    };
    await visit('', pattern.split('/').filter(Boolean));
    return [...found.values()];
  }

  /**
   * The file that may be meant by a path at which nothing is: the one whose
   * path differs in spelling only, else the only one of that name.
   *
   * @throws CancelledError
   */
  async near(path: string): Promise<string | null> {
    let folder = '';
    for (const part of path.split('/')) {
      await this._list(folder);
      const names = [...(this._children.get(folder) ?? [])];
      const fitting = names.filter(other => foldedName(other) === foldedName(part)); // prettier-ignore
      const next = fitting.find(other => nameOf(other) === part) ?? fitting[0];
      if (next === undefined) {
        return this.nearName(path);
      }
      folder = next;
    }
    return this._files.has(folder) ? folder : null;
  }

  /** The only file that is known with the name of a path, in whatever folder. */
  nearName(path: string): string | null {
    return this._names.only(path);
  }

  /** Folders count that are known, and those that are asked for. */
  private _at(path: string): IPlanEntry | 'folder' | undefined {
    return this._files.get(path) ?? (this._children.has(path) ? 'folder' : undefined); // prettier-ignore
  }

  private _list(folder: string): Promise<void> {
    let listing = this._listings.get(folder);
    if (!listing) {
      listing = this._ask(folder);
      this._listings.set(folder, listing);
    }
    return listing;
  }

  private async _ask(folder: string): Promise<void> {
    const { files, root, signal, trans } = this._options;
    if (!files || folder.split('/').length > deepest) {
      return;
    }
    if (folder && !this._children.has(folder)) {
      await this._list(parentOf(folder));
      if (!this._children.has(folder)) {
        return;
      }
    }
    const source = root && folder ? `${root}/${folder}` : root || folder;
    const stopped = trans.__('Reading the notebooks was cancelled.');
    try {
      const entries = await this._limit.run(() => {
        throwIfCancelled(signal, stopped);
        return files.list(source, signal);
      });
      entries.forEach(entry => this._addFound(folder, entry));
    } catch (error) {
      throwIfCancelled(signal, stopped);
      const isClosed = error instanceof FileMissingError || error instanceof FileAccessError; // prettier-ignore
      if (!isClosed) {
        throw error;
      }
      this._unreadable.add(folder);
    }
  }

  private _addFound(folder: string, found: IFileEntry): void {
    const { root, trans } = this._options;
    // The server's path of what a link leads to is of no use here.
    const path = joinPath(folder, nameOf(found.path));
    if (this._at(path)) {
      return;
    }
    const closed = this._closedBy(path);
    const verdict = this._ignored(path, found.kind);
    const rule = verdict === 'taken' ? null : verdict;
    this._add({
      path,
      source: joinPath(root, path),
      kind: found.kind,
      size: found.kind === 'file' ? found.size : null,
      lastModified: found.lastModified,
      included: false,
      reason:
        rule?.reason ?? closed?.reason ?? trans.__('left out: not selected'),
      reasonKind: rule?.kind ?? closed?.reasonKind ?? 'unselected'
    });
  }

  /** Nobody's data lie in hidden folders, or in those that the rules leave out. */
  private _isOpen(folder: string): boolean {
    const kind = this._folders.get(folder)?.reasonKind;
    return !nameOf(folder).startsWith('.') && kind !== 'ignored';
  }

  /** The folder that the plan leaves out as a whole, and that holds a path. */
  private _closedBy(path: string): IPlanEntry | null {
    for (let folder = parentOf(path); folder; folder = parentOf(folder)) {
      const entry = this._folders.get(folder);
      if (entry) {
        return entry;
      }
    }
    return null;
  }

  private _add(entry: IPlanEntry): void {
    const { path } = entry;
    if (entry.kind === 'file') {
      this._files.set(path, entry);
      this._names.add(path);
    } else {
      this._folders.set(path, entry);
      this._child(path);
    }
    for (let at = path; at; at = parentOf(at)) {
      const siblings = this._child(parentOf(at));
      if (siblings.has(at)) {
        break;
      }
      siblings.add(at);
    }
  }

  private _child(folder: string): Set<string> {
    const children = this._children.get(folder) ?? new Set();
    this._children.set(folder, children);
    return children;
  }

  private readonly _ignored: ReturnType<typeof ignoreTest>;
  private readonly _files = new Map<string, IPlanEntry>();
  /** Folders that the plan leaves out as a whole. */
  private readonly _folders = new Map<string, IPlanEntry>();
  private readonly _children = new Map<string, Set<string>>([['', new Set()]]);
  private readonly _names = new NameIndex();
  private readonly _listings = new Map<string, Promise<void>>();
  private readonly _unreadable = new Set<string>();
  private readonly _limit = new Limit(maxRequests);
}
