import { IFileEntry } from '../files';
import { IIgnoreRule, Verdict } from './ignore';
import { isWithin } from './entry';

/** Rules that were written down in a folder and hold from there on. */
export interface IPlacedRules {
  /** Path on the server of the folder to which the patterns are relative. */
  readonly folder: string;
  readonly test: (path: string, kind: IFileEntry['kind']) => Verdict;
}

/** Rules that hold in one folder, from the general to the particular. */
export interface IRuleSets {
  /** Those of every bundle, and those of the settings. */
  readonly standard: IPlacedRules;
  /** Of `.gitignore` files, the outermost first. */
  readonly git: readonly IPlacedRules[];
  /** Of `.zenodoignore` and `zenodoignore` files, the outermost first. */
  readonly own: readonly IPlacedRules[];
}

/**
 * What is left out in a folder. The file that is nearest to a path has the
 * last word, as in git. A `!` pattern of a `.zenodoignore` takes in again what
 * other rules leave out, but never what may hold passwords: that takes a tick
 * in the panel. One of a `.gitignore` only speaks about other `.gitignore`s.
 */
export class FolderRules {
  constructor(private readonly _sets: IRuleSets) {}

  /**
   * The rule that leaves a path out, or null.
   *
   * @param path - on the server.
   */
  test(path: string, kind: IFileEntry['kind']): IIgnoreRule | null {
    const { standard, git, own } = this._sets;
    const general = leavesOut(ask(standard, path, kind));
    if (general?.kind === 'private') {
      return general;
    }
    const particular = nearest(own, path, kind);
    if (particular === 'taken') {
      return null;
    }
    return general ?? particular ?? leavesOut(nearest(git, path, kind));
  }

  /** The rules for a folder in this one, with what is written there. */
  with(
    git: readonly IPlacedRules[],
    own: readonly IPlacedRules[]
  ): FolderRules {
    if (git.length === 0 && own.length === 0) {
      return this;
    }
    return new FolderRules({
      ...this._sets,
      git: [...this._sets.git, ...git],
      own: [...this._sets.own, ...own]
    });
  }

  /**
   * The rules for what is in a folder that goes in although one of them leaves
   * it out: by a `!` pattern, or because somebody asked for it by its name.
   * Such a rule no longer leaves out all that is in the folder.
   */
  inside(folder: string): FolderRules {
    const move = (rules: IPlacedRules): IPlacedRules =>
      leavesOut(ask(rules, folder, 'folder')) ? { ...rules, folder } : rules;
    const { standard, git, own } = this._sets;
    return new FolderRules({
      standard: move(standard),
      git: git.map(move),
      own: own.map(move)
    });
  }
}

function ask(
  { folder, test }: IPlacedRules,
  path: string,
  kind: IFileEntry['kind']
): Verdict {
  if (path === folder || !isWithin(path, folder)) {
    return null;
  }
  return test(folder ? path.slice(folder.length + 1) : path, kind);
}

function nearest(
  files: readonly IPlacedRules[],
  path: string,
  kind: IFileEntry['kind']
): Verdict {
  for (let i = files.length - 1; i >= 0; i--) {
    const verdict = ask(files[i], path, kind);
    if (verdict !== null) {
      return verdict;
    }
  }
  return null;
}

function leavesOut(verdict: Verdict): IIgnoreRule | null {
  return verdict === 'taken' ? null : verdict;
}
