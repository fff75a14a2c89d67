import { CancelledError, throwIfCancelled } from '../error';
import { FileAccessError, IFileEntry, IFiles } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { IPlanEntry, ReasonKind, byPath } from './entry';
import { IIgnoreRule, isInstalledEnvironment } from './ignore';
import { joinPath, nameOf } from './root';

/** How many requests are under way at once. Jupyter's server has one process. */
const maxRequests = 4;

/** Deeper folders than any that people make by hand. */
const maxDepth = 40;

/** How far looking through the folders has come. */
export interface IWalkProgress {
  readonly files: number;
}

export interface IWalkOptions {
  readonly files: IFiles;
  readonly trans: ITranslator;
  readonly ignored: (
    path: string,
    kind: IFileEntry['kind']
  ) => IIgnoreRule | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IWalkProgress) => void;
}

/** An entry with its path on the server, before it has a place in the bundle. */
export type IFound = Omit<IPlanEntry, 'path' | 'source'> & {
  readonly source: string;
};

/** Looks through folders: one request a folder, few at once, never in circles. */
export class Walker {
  constructor(private readonly _options: IWalkOptions) {}

  /** What was noticed. The place's path is the server's. */
  readonly findings: IFinding[] = [];

  /**
   * The entries of a folder, asked for once.
   *
   * @throws FileMissingError, FileAccessError, CancelledError
   */
  list(folder: string): Promise<IFileEntry[]> {
    let listing = this._listings.get(folder);
    if (!listing) {
      const { files, signal } = this._options;
      listing = this._limited(() => files.list(folder, signal));
      this._listings.set(folder, listing);
    }
    return listing;
  }

  /**
   * One entry.
   *
   * @throws FileMissingError, FileAccessError, CancelledError
   */
  stat(path: string): Promise<IFileEntry> {
    const { files, signal } = this._options;
    return this._limited(() => files.stat(path, signal));
  }

  /**
   * All files of a folder and of the folders in it; what the rules leave out
   * is one entry, and nobody looks into it.
   *
   * @throws CancelledError
   */
  async walk(
    folder: string,
    reasonKind: ReasonKind,
    reason: string
  ): Promise<IFound[]> {
    const found: IFound[] = [];
    const visit = async (at: string, inner: string, above: string[]) => {
      const { trans } = this._options;
      const leaveOut = (id: string, reason: string, message: string) => {
        found.push(folderEntry(at, 'unreadable', reason));
        this.findings.push({
          id,
          severity: 'warning',
          section: 'contents',
          message,
          place: { path: at }
        });
      };
      if (above.length > maxDepth) {
        leaveOut(
          'bundle.deep',
          trans.__('left out: too deep'),
          trans.__(
            '“%1” lies more than %2 folders deep. It is left out.',
            at,
            maxDepth
          )
        );
        return;
      }
      let listing: IFileEntry[];
      try {
        listing = await this.list(at);
      } catch (error) {
        if (error instanceof CancelledError) {
          throw error;
        }
        leaveOut(
          'bundle.unreadable',
          trans.__('left out: cannot be read'),
          error instanceof FileAccessError
            ? trans.__(
                '“%1” leads to a place outside of Jupyter’s folder, or you may not read it. It is left out.',
                at
              )
            : trans.__('“%1” could not be read. It is left out.', at)
        );
        return;
      }
      const children = listing.map(entry => ({
        entry,
        name: nameOf(entry.path),
        kind: entry.kind
      }));
      if (inner && isInstalledEnvironment(children)) {
        found.push(
          folderEntry(
            at,
            'ignored',
            trans.__('left out: installed packages, not your files')
          )
        );
        return;
      }
      const print = fingerprint(listing);
      if (repeats(print, above, listing)) {
        leaveOut(
          'bundle.loop',
          trans.__('left out: leads back to itself'),
          trans.__('“%1” leads back to a folder above it. It is left out.', at)
        );
        return;
      }
      const deeper: Promise<void>[] = [];
      for (const { entry, name, kind } of children) {
        // The server's path of what a link leads to is of no use here.
        const path = joinPath(at, name);
        const innerPath = joinPath(inner, name);
        const rule = this._options.ignored(innerPath, kind);
        if (rule) {
          found.push({ ...outline(entry), source: path, included: false, reason: rule.reason, reasonKind: rule.kind }); // prettier-ignore
        } else if (kind === 'folder') {
          deeper.push(visit(path, innerPath, [...above, print]));
        } else {
          found.push({ ...outline(entry), source: path, included: true, reason, reasonKind }); // prettier-ignore
          this._count++;
        }
      }
      this._options.onProgress?.({ files: this._count });
      await Promise.all(deeper);
    };
    await visit(folder, '', []);
    return found.sort((a, b) => byPath({ path: a.source }, { path: b.source }));
  }

  private async _limited<T>(request: () => Promise<T>): Promise<T> {
    const { signal, trans } = this._options;
    const stopped = trans.__('Looking through the folder was cancelled.');
    while (this._running >= maxRequests) {
      await new Promise<void>(resolve => this._waiting.push(resolve));
    }
    this._running++;
    try {
      throwIfCancelled(signal, stopped);
      return await request();
    } catch (error) {
      throwIfCancelled(signal, stopped);
      throw error;
    } finally {
      this._running--;
      this._waiting.shift()?.();
    }
  }

  private readonly _listings = new Map<string, Promise<IFileEntry[]>>();
  private readonly _waiting: (() => void)[] = [];
  private _running = 0;
  private _count = 0;
}

/** What an entry of the plan takes over from the server. */
export function outline(
  entry: IFileEntry
): Pick<IPlanEntry, 'kind' | 'size' | 'lastModified'> {
  return {
    kind: entry.kind,
    size: entry.kind === 'file' ? entry.size : null,
    lastModified: entry.lastModified
  };
}

function folderEntry(
  source: string,
  reasonKind: ReasonKind,
  reason: string
): IFound {
  return { source, kind: 'folder', size: null, lastModified: '', included: false, reason, reasonKind }; // prettier-ignore
}

function fingerprint(listing: readonly IFileEntry[]): string {
  return JSON.stringify(
    listing
      .map(e => [nameOf(e.path), e.kind, e.size, e.lastModified])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  );
}

/**
 * A link to a folder above shows that folder's entries again. Folders that
 * hold nothing but one folder of the same name look alike without being one,
 * so without any file it takes three of them.
 */
function repeats(
  print: string,
  above: readonly string[],
  listing: readonly IFileEntry[]
): boolean {
  if (!listing.some(({ kind }) => kind === 'folder')) {
    return false;
  }
  const enough = listing.some(({ kind }) => kind === 'file') ? 1 : 3;
  return above.filter(other => other === print).length >= enough;
}
