/** Looks up the paths that were found, and says what is the matter with each. */
import { IPlanEntry, isWithin } from '../bundle/entry';
import { parentOf } from '../bundle/root';
import { Breath } from './breath';
import { HOLE } from './code/token';
import { isExact } from './code/value';
import { kindOf } from './fileNames';
import { IRawPath } from './found';
import { Listing } from './listing';
import { IFileUse, UseState } from './use';
import { isPattern, knownFolder } from './where';

/** A use, with the plan's entry where there is one. */
export interface ISettled {
  readonly use: IFileUse;
  readonly entry: IPlanEntry | null;
}

/** Judges the paths of all notebooks together: one may write what another reads. */
export class Settler {
  constructor(
    private readonly _raws: readonly IRawPath[],
    private readonly _listing: Listing,
    private readonly _breath: Breath
  ) {
    _raws.forEach((raw, index) => this._note(raw, index));
  }

  /**
   * The uses in the order of the code, each path once for a cell.
   *
   * @throws CancelledError
   */
  async run(): Promise<ISettled[]> {
    const settled = new Map<string, ISettled>();
    for (const [index, raw] of this._raws.entries()) {
      await this._breath.take();
      for (const one of await this._settle(raw, index)) {
        const { use } = one;
        const { path, cell, line } = use.place;
        const key = [use.path, use.state === 'written', path, cell, line].join(
          '\n'
        );
        const before = settled.get(key);
        if (!before || (before.use.sure === 'low' && use.sure === 'high')) {
          settled.set(key, one);
        }
      }
    }
    return [...settled.values()];
  }

  private _note(raw: IRawPath, index: number): void {
    if (raw.far) {
      if (raw.role === 'write' || raw.role === 'fill') {
        this._writtenFar.add(raw.path);
      }
      return;
    }
    const { path, notebook } = raw;
    if (raw.role === 'write' && isExact(path) && !isPattern(path)) {
      const writes = this._writes.get(path) ?? new Map<string, number>();
      writes.set(notebook, Math.min(index, writes.get(notebook) ?? index));
      this._writes.set(path, writes);
    } else if (raw.role === 'write' || raw.role === 'fill') {
      const folder =
        raw.role === 'fill' && isExact(path) ? path : knownFolder(path);
      this._fills.set(
        notebook,
        [...(this._fills.get(notebook) ?? []), folder].slice(-500)
      );
    } else if (raw.role === 'ask') {
      this._asked.add(`${notebook}\n${path}`);
    }
  }

  private async _settle(raw: IRawPath, index: number): Promise<ISettled[]> {
    const { role, path } = raw;
    if (raw.far) {
      return this._far(raw);
    }
    if (role === 'write') {
      return isExact(path) ? [this._use(raw, 'written')] : [];
    }
    if (role === 'list' || (role === 'glob' && isExact(path))) {
      return this._many(raw);
    }
    if (role !== 'read' && role !== 'run' && role !== 'glob') {
      return [];
    }
    if (!isExact(path)) {
      return raw.sure === 'high' ? this._unclear(raw) : [];
    }
    const found = await this._listing.find(path);
    if (found === 'folder') {
      return raw.sure === 'high'
        ? this._many({ ...raw, path: `${path}/**` }, path)
        : [];
    }
    if (found && found !== 'unreadable') {
      return [this._entry(raw, found, index)];
    }
    const state =
      found === 'unreadable' ? 'unclear' : await this._absent(raw, index);
    if (!state) {
      return [];
    }
    const near = state === 'missing' ? this._listing.near(path) : null;
    return [this._use(raw, state, near ? { near } : {})];
  }

  /** What lies elsewhere; what the code itself puts there is none of our business. */
  private _far(raw: IRawPath): ISettled[] {
    const isOwn = this._writtenFar.has(raw.path) && raw.role !== 'write';
    const isTemporary = raw.path.startsWith('/tmp/') && raw.role !== 'read';
    if (isOwn || isTemporary || raw.role === 'ask') {
      return [];
    }
    const near =
      raw.role === 'read' || raw.role === 'run'
        ? this._listing.near(raw.path.replace(/\\/g, '/'))
        : null;
    const shown = raw.path.split(HOLE).join('…');
    return [
      this._use(raw, 'outside', {
        path: shown,
        far: raw.far,
        ...(near ? { near } : {})
      })
    ];
  }

  private async _many(raw: IRawPath, folder?: string): Promise<ISettled[]> {
    const pattern =
      raw.role === 'list'
        ? [raw.path, '*'].filter(Boolean).join('/')
        : raw.path;
    const entries = await this._listing.matching(pattern);
    if (entries.length || folder !== undefined) {
      return entries.map(entry =>
        this._entry({ ...raw, path: entry.path }, entry, 0)
      );
    }
    const isMade =
      this._isFilled(raw.notebook, knownFolder(pattern)) ||
      this._writesBelow(raw.notebook, knownFolder(pattern));
    const isThere =
      raw.role === 'list' && (await this._listing.find(raw.path)) === 'folder';
    return isMade || isThere
      ? []
      : [this._use(raw, 'missing', { isPattern: true })];
  }

  private async _unclear(raw: IRawPath): Promise<ISettled[]> {
    const folder = knownFolder(raw.path);
    const isKnown =
      folder !== '' && (await this._listing.find(folder)) === 'folder';
    const matches = isKnown ? await this._listing.matching(raw.path) : [];
    const candidates = matches
      .filter(entry => !entry.included)
      .map(({ path }) => path);
    const path = raw.path.split(HOLE).join('…');
    return [
      this._use(raw, 'unclear', {
        path,
        ...(isKnown ? { folder, candidates } : {})
      })
    ];
  }

  private _entry(raw: IRawPath, entry: IPlanEntry, index: number): ISettled {
    const written = this._writtenBefore(raw, index);
    const state = entry.included
      ? 'included'
      : written
        ? 'written'
        : 'left-out';
    return { ...this._use(raw, state), entry };
  }

  /** What a file that is not there is; null for a text that may be no file at all. */
  private async _absent(
    raw: IRawPath,
    index: number
  ): Promise<UseState | null> {
    const { path, notebook, sure } = raw;
    if (this._writtenBefore(raw, index) || this._isWrittenElsewhere(raw)) {
      return 'written';
    }
    if (
      this._isFilled(notebook, parentOf(path)) ||
      this._asked.has(`${notebook}\n${path}`)
    ) {
      return 'unclear';
    }
    if (sure === 'high') {
      return 'missing';
    }
    const folder = parentOf(path);
    return folder !== '' &&
      folder !== parentOf(notebook) &&
      (await this._listing.find(folder)) === 'folder'
      ? 'missing'
      : null;
  }

  private _writtenBefore(raw: IRawPath, index: number): boolean {
    const at = this._writes.get(raw.path)?.get(raw.notebook);
    return at !== undefined && (at < index || raw.sure === 'low');
  }

  private _isWrittenElsewhere(raw: IRawPath): boolean {
    const writers = this._writes.get(raw.path) ?? new Map<string, number>();
    return [...writers.keys()].some(notebook => notebook !== raw.notebook);
  }

  private _isFilled(notebook: string, folder: string): boolean {
    return (this._fills.get(notebook) ?? []).some(filled =>
      isWithin(folder, filled)
    );
  }

  private _writesBelow(notebook: string, folder: string): boolean {
    return [...this._writes].some(
      ([path, by]) => by.has(notebook) && isWithin(path, folder)
    );
  }

  private _use(
    raw: IRawPath,
    state: UseState,
    more: Partial<IFileUse> = {}
  ): ISettled {
    const { path, notebook, place, sure, hasBackslash } = raw;
    const kind = raw.kind ?? kindOf(path);
    const slash = hasBackslash && state !== 'written' ? { hasBackslash } : {};
    return {
      use: { path, notebook, place, sure, kind, state, ...slash, ...more },
      entry: null
    };
  }

  /** By path: the notebooks that write it, and where they do so first. */
  private readonly _writes = new Map<string, Map<string, number>>();
  private readonly _fills = new Map<string, string[]>();
  private readonly _asked = new Set<string>();
  private readonly _writtenFar = new Set<string>();
}
