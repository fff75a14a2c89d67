import { CancelledError } from '../error';
import { FileAccessError, IFileEntry, IFileLink } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { Breather } from './breather';
import { byPath } from './entry';
import { FolderRules } from './folderRules';
import { Because, IFound, folderEntry, guardedLink, inLinked, isGuarded, outline } from './found'; // prettier-ignore
import { isInstalledEnvironment } from './ignore';
import { IgnoreFiles } from './ignoreFiles';
import { Listings } from './listings';
import { ISeenFolder, foldersAbove, leadsBack, listingDigest } from './loops';
import { joinPath, nameOf } from '../paths';

/** Deeper folders than any that people make by hand. */
const maxDepth = 40;

/** Links that lead around in ever new ways end here: nobody can look through more. */
const maxFolders = 20_000;

/** How far looking through the folders has come. */
export interface IWalkProgress {
  readonly files: number;
}

export interface IWalkOptions {
  readonly listings: Listings;
  readonly rules: IgnoreFiles;
  readonly trans: ITranslator;
  /** Bytes from which a file is left out: no site takes it. */
  readonly maxFileBytes: number;
  readonly onProgress?: (progress: IWalkProgress) => void;
}

/** How a walk came to a folder. */
interface IWay {
  /** Folders that it went through, and some above the one where it began. */
  readonly seen: readonly ISeenFolder[];
  /** 0 where it began. */
  readonly depth: number;
  /** The folder is a link, or lies in one. */
  readonly link?: IFileLink;
}

/** What hands a folder's trouble on to the plan. */
type LeaveOut = (id: string, reason: string, message: string | null) => void;

/** Looks through folders: one request a folder, or fewer; never in circles. */
export class Walker {
  constructor(private readonly _options: IWalkOptions) {}

  /** What was noticed. The place's path is the server's. */
  readonly findings: IFinding[] = [];

  /**
   * All files of a folder and of the folders in it; what the rules leave out
   * is one entry, and nobody looks into it.
   *
   * @param link - the folder is a link that was chosen.
   * @throws CancelledError
   */
  async walk(
    folder: string,
    because: Because,
    link?: IFileLink
  ): Promise<IFound[]> {
    const found: IFound[] = [];
    const rules = await this._options.rules.above(folder);
    const list = (path: string) => this._options.listings.list(path);
    const way = { seen: await foldersAbove(folder, list), depth: 0, link };
    await this._visit(folder, way, rules, because, found);
    return found.sort((a, b) => byPath({ path: a.source }, { path: b.source }));
  }

  private async _visit(
    at: string,
    { seen, depth, link }: IWay,
    outer: FolderRules,
    because: Because,
    found: IFound[]
  ): Promise<void> {
    const leaveOut: LeaveOut = (id, reason, message) => {
      found.push(folderEntry(at, 'unreadable', reason));
      if (message !== null) {
        this._warn(id, at, message);
      }
    };
    const listing = await this._list(at, depth, leaveOut);
    if (!listing) {
      return;
    }
    const { trans, rules, onProgress } = this._options;
    if (depth > 0 && isInstalledEnvironment(listing)) {
      const reason = trans.__('left out: installed packages, not your files');
      found.push(folderEntry(at, 'ignored', reason));
      return;
    }
    const digest = listingDigest(listing);
    const here = { path: at, digest: digest ?? '' };
    if (digest && (await this._leadsBack(here, listing, seen, leaveOut))) {
      return;
    }
    const inner = await rules.within(outer.inside(at), at, listing);
    const way = { seen: [...seen, here], depth: depth + 1 };
    const deeper: Promise<void>[] = [];
    for (const listed of listing) {
      await this._breather.rest();
      const guarded = isGuarded(listed);
      const entry = inLinked(listed, link);
      // The server's path of what a link leads to is of no use here.
      const path = joinPath(at, nameOf(entry.path));
      const rule = inner.test(path, entry.kind);
      if (rule) {
        found.push({ ...outline(entry), source: path, included: false, reason: rule.reason, reasonKind: rule.kind }); // prettier-ignore
      } else if (guarded) {
        found.push(guardedLink(entry, path, trans));
      } else if (entry.kind === 'folder') {
        const deep = { ...way, link: entry.link };
        deeper.push(this._visit(path, deep, inner, because, found));
      } else {
        found.push(this._file(entry, path, because));
        this._count++;
      }
    }
    onProgress?.({ files: this._count });
    await Promise.all(deeper);
  }

  private _file(entry: IFileEntry, source: string, because: Because): IFound {
    const { trans, maxFileBytes } = this._options;
    if ((entry.size ?? 0) <= maxFileBytes) {
      return { ...outline(entry), ...because, source, included: true };
    }
    const gigabytes = maxFileBytes / 1e9;
    this._warn(
      'bundle.over-limit',
      source,
      trans.__(
        '“%1” is over %2 GB, more than the site takes. It is left out.',
        nameOf(source),
        gigabytes
      )
    );
    return {
      ...outline(entry),
      source,
      included: false,
      reason: trans.__('left out: over the limit of %1 GB', gigabytes),
      reasonKind: 'over-limit'
    };
  }

  private async _list(
    at: string,
    depth: number,
    leaveOut: LeaveOut
  ): Promise<IFileEntry[] | null> {
    const { trans, listings } = this._options;
    if (depth > maxDepth) {
      const message = trans.__('“%1” lies more than %2 folders deep. It is left out.', at, maxDepth); // prettier-ignore
      leaveOut('bundle.deep', trans.__('left out: too deep'), message);
      return null;
    }
    if (++this._folders > maxFolders) {
      leaveOut(
        'bundle.many-folders',
        trans.__('left out: too many folders'),
        this._folders > maxFolders + 1
          ? null
          : trans.__(
              'More than %1 folders: those from “%2” on are left out. Select fewer folders.',
              maxFolders,
              at
            )
      );
      return null;
    }
    try {
      return await listings.listBelow(at);
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      leaveOut(
        'bundle.unreadable',
        trans.__('left out: cannot be read'),
        error instanceof FileAccessError
          ? trans.__(
              '“%1” is a link to outside of Jupyter’s folder, or you may not read it. It cannot be included here.',
              at
            )
          : trans.__('“%1” could not be read. It is left out.', at)
      );
      return null;
    }
  }

  private async _leadsBack(
    folder: ISeenFolder,
    listing: readonly IFileEntry[],
    seen: readonly ISeenFolder[],
    leaveOut: LeaveOut
  ): Promise<boolean> {
    const { trans, listings } = this._options;
    const list = (path: string) => listings.list(path);
    if (!(await leadsBack(folder, listing, seen, list))) {
      return false;
    }
    leaveOut(
      'bundle.loop',
      trans.__('left out: leads back to itself'),
      trans.__(
        '“%1” leads back to a folder above it. It is left out.',
        folder.path
      )
    );
    return true;
  }

  private _warn(id: string, path: string, message: string): void {
    this.findings.push({
      id,
      severity: 'warning',
      section: 'contents',
      message,
      place: { path }
    });
  }

  private readonly _breather = new Breather();
  private _count = 0;
  private _folders = 0;
}
