/** Looks up the paths that were found, and says what is the matter with each. */
import { IPlanEntry } from '../bundle/entry';
import { parentOf } from '../paths';
import { Breath } from './breath';
import { HOLE } from './code/token';
import { isExact } from './code/value';
import { kindOf } from './fileNames';
import { IRawPath } from './found';
import { Listing } from './listing';
import { IFileUse, UseState } from './use';
import { knownFolder } from './where';
import { Writes } from './writes';

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
    this._writes = new Writes(_raws);
  }

  /**
   * The uses in the order of the code, each path once for a cell.
   *
   * @throws CancelledError
   */
  async run(): Promise<ISettled[]> {
    const settled = new Map<string, ISettled>();
    // Ask for all folders at once; what follows finds them known.
    const known = this._raws.filter(({ far, path }) => !far && isExact(path));
    const paths = new Set(known.map(({ path }) => path));
    await Promise.all([...paths].map(path => this._listing.find(path)));
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
    const near = state === 'missing' ? await this._listing.near(path) : null;
    return [this._use(raw, state, near ? { near } : {})];
  }

  /** What lies elsewhere; what the code itself puts there is none of our business. */
  private _far(raw: IRawPath): ISettled[] {
    const makes = raw.role === 'write' || raw.role === 'fill';
    const isOwn = this._writes.isFar(raw.path) && raw.role !== 'write';
    const isHarmless =
      makes && (raw.far === 'above' || /^\/tmp\b/.test(raw.path));
    if (isOwn || isHarmless || raw.role === 'ask') {
      return [];
    }
    const near =
      raw.role === 'read' || raw.role === 'run'
        ? this._listing.nearName(raw.path.replace(/\\/g, '/'))
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
    // Who lists the folder of the notebook itself looks around in it.
    const listed = folder ?? raw.path;
    const isAround = listed === '' || listed === parentOf(raw.notebook);
    if (raw.role !== 'glob' && isAround) {
      return [];
    }
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
      this._writes.fills(raw.notebook, knownFolder(pattern)) ||
      this._writes.isBelow(raw.notebook, knownFolder(pattern));
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
    const written = this._writes.isBefore(raw, index);
    const state = entry.included
      ? 'included'
      : entry.reasonKind === 'elsewhere'
        ? 'elsewhere'
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
    if (this._writes.isBefore(raw, index) || this._writes.isByAnother(raw)) {
      return 'written';
    }
    if (
      this._writes.fills(notebook, parentOf(path)) ||
      this._writes.isAsked(raw)
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

  private readonly _writes: Writes;
}
