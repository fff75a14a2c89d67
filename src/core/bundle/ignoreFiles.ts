import { CancelledError } from '../error';
import { IFileEntry } from '../files';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { isWithin } from './entry';
import { FolderRules, IPlacedRules } from './folderRules';
import { IIgnoreRule, ignoreTest } from './ignore';
import { Listings } from './listings';
import { joinPath, nameOf, parentOf } from '../paths';

/** The project's own list of what is not for the bundle; without a dot for who sees no hidden files. */
const ownIgnoreFiles: readonly string[] = ['zenodoignore', '.zenodoignore'];

/** Whether a file says by its name what is not for the bundle. */
export function isRuleFile(path: string): boolean {
  const name = nameOf(path);
  return name === '.gitignore' || ownIgnoreFiles.includes(name);
}

/** GitHub's longest template has 400 lines and 7 kB. */
const maxBytes = 64_000;
const maxLines = 2_000;

/**
 * Each wildcard is a place to which the regular expression of a pattern can go
 * back: with more of them, a name made for it would take minutes.
 */
const maxWildcards = { part: 3, folders: 4 };

/** What one folder's files say. */
interface IFolderFiles {
  readonly git: readonly IPlacedRules[];
  readonly own: readonly IPlacedRules[];
}

const nothing: IFolderFiles = { git: [], own: [] };

export interface IIgnoreFilesOptions {
  readonly listings: Listings;
  readonly trans: ITranslator;
  /** The bundle's root, on the server. */
  readonly root: string;
  /** The rules that hold everywhere. */
  readonly rules: readonly IIgnoreRule[];
  /** Also follow `.gitignore` files. */
  readonly gitignore: boolean;
  /** Texts of files with rules that the server does not hand out, by path in the bundle. */
  readonly ruleFiles: ReadonlyMap<string, string>;
}

/** Reads the files with rules on the way from the root down. */
export class IgnoreFiles {
  constructor(private readonly _options: IIgnoreFilesOptions) {
    const { root, rules } = _options;
    this._standard = { folder: root, test: ignoreTest(rules) };
  }

  /** What was noticed. The place's path is the server's. */
  readonly findings: IFinding[] = [];

  /**
   * The rules in a folder: those written there, and those from above.
   *
   * @throws CancelledError
   */
  async at(folder: string): Promise<FolderRules> {
    const above = await this.above(folder);
    let listing: IFileEntry[];
    try {
      listing = await this._options.listings.list(folder);
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      // A folder that cannot be listed is reported by whoever wants its files.
      listing = [];
    }
    return this.within(above, folder, listing);
  }

  /**
   * The rules that come to a folder from those between it and the root.
   *
   * @throws CancelledError
   */
  async above(folder: string): Promise<FolderRules> {
    const { root } = this._options;
    const isOutside = !isWithin(folder, root);
    if (!isOutside && folder !== root) {
      return this.at(parentOf(folder));
    }
    const standard = isOutside
      ? { ...this._standard, folder: parentOf(folder) }
      : this._standard;
    return new FolderRules({ standard, git: [], own: [] });
  }

  /**
   * The rules in a folder, from those of the folder above it.
   *
   * @throws CancelledError
   */
  async within(
    above: FolderRules,
    folder: string,
    listing: readonly IFileEntry[]
  ): Promise<FolderRules> {
    let files = this._files.get(folder);
    if (!files) {
      files = this._read(folder, listing);
      this._files.set(folder, files);
    }
    const { git, own } = await files;
    return above.with(git, own);
  }

  private async _read(
    folder: string,
    listing: readonly IFileEntry[]
  ): Promise<IFolderFiles> {
    const { gitignore, root } = this._options;
    const names = new Set(
      listing
        .filter(({ kind }) => kind === 'file')
        .map(({ path }) => nameOf(path))
    );
    const isHere = async (name: string) =>
      names.has(name) ||
      this._given(folder, name) !== undefined ||
      (folder === root && name === '.zenodoignore' && (await this._isHidden()));
    const placed: Record<keyof IFolderFiles, IPlacedRules[]> = {
      git: [],
      own: []
    };
    for (const name of ownIgnoreFiles) {
      if (await isHere(name)) {
        placed.own.push(...(await this._rulesOf(folder, name)));
      }
    }
    if (gitignore && (await isHere('.gitignore'))) {
      placed.git.push(...(await this._rulesOf(folder, '.gitignore')));
    }
    return placed.git.length + placed.own.length > 0 ? placed : nothing;
  }

  /** Jupyter lists no hidden files unless it is told to; some drives still give those one asks for. */
  private async _isHidden(): Promise<boolean> {
    const { listings, root } = this._options;
    if (listings.showsHidden) {
      return false;
    }
    try {
      const { kind } = await listings.stat(joinPath(root, '.zenodoignore'));
      return kind === 'file';
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      return false;
    }
  }

  private _given(folder: string, name: string): string | undefined {
    const { root, ruleFiles } = this._options;
    const path = joinPath(folder, name);
    return isWithin(folder, root)
      ? ruleFiles.get(root ? path.slice(root.length + 1) : path)
      : undefined;
  }

  private async _rulesOf(
    folder: string,
    name: string
  ): Promise<IPlacedRules[]> {
    const { listings, trans, root } = this._options;
    const path = joinPath(folder, name);
    const shown = root ? path.slice(root.length + 1) : path;
    const given = this._given(folder, name);
    let text: string | null;
    try {
      text =
        given === undefined
          ? await listings.smallText(path, maxBytes)
          : given.length > maxBytes
            ? null
            : given;
    } catch (error) {
      if (error instanceof CancelledError) {
        throw error;
      }
      this._warn(path, trans.__('“%1” could not be read, so its rules have no effect. Check the list of files.', shown)); // prettier-ignore
      return [];
    }
    const lines = text?.split(/\r?\n/) ?? [];
    if (text === null || lines.length > maxLines) {
      this._warn(path, trans.__('“%1” is too long for a list of rules, so they have no effect. Check the list of files.', shown)); // prettier-ignore
      return [];
    }
    const patterns: string[] = [];
    lines.forEach((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) {
        return;
      }
      if (hasTooManyWildcards(line)) {
        this._warn(path, trans.__('“%1”, line %2: too many asterisks, so the line has no effect. Check the list of files.', shown, index + 1), index + 1); // prettier-ignore
      } else {
        patterns.push(line);
      }
    });
    const reason = trans.__('left out: %1', shown);
    // As git does it on Linux: large and small letters are different.
    const test = ignoreTest([{ kind: 'ignored', reason, patterns }], {
      ignoreCase: false
    });
    return [{ folder, test }];
  }

  private _warn(path: string, message: string, line?: number): void {
    this.findings.push({
      id: 'bundle.ignore-file',
      severity: 'warning',
      section: 'contents',
      message,
      place: { path, ...(line === undefined ? {} : { line }) }
    });
  }

  private readonly _standard: IPlacedRules;
  private readonly _files = new Map<string, Promise<IFolderFiles>>();
}

function hasTooManyWildcards(pattern: string): boolean {
  const parts = pattern.split('/');
  return (
    parts.filter(part => part === '**').length > maxWildcards.folders ||
    parts.some(
      part => part !== '**' && part.split('*').length - 1 > maxWildcards.part
    )
  );
}
