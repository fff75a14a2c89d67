import { IFileLink } from '../files';
import { IFinding } from '../finding';

/** Why a file is in the bundle or left out of it. */
export type ReasonKind =
  | 'selected'
  | 'environment'
  | 'readme'
  | 'license'
  | 'citation'
  | 'metadata'
  | 'manifest'
  /** Read or imported by a notebook; added by the checks with `withEntries`. */
  | 'used'
  | 'generated'
  /** The user picked it from their own computer. */
  | 'picked'
  /** Left out: nobody wants it in an archive. */
  | 'ignored'
  /** Left out: may hold passwords or keys. */
  | 'private'
  /** Left out: lies beside the selection. */
  | 'unselected'
  /** Left out: bigger than the site takes. */
  | 'over-limit'
  /** Left out: goes into a record of the data, see `splitPlan`. */
  | 'elsewhere'
  /** Left out until the user chooses it: a link that leads out of the server's root. */
  | 'outside'
  /** Left out: the server does not hand it out, or its folder cannot be read to the end. */
  | 'unreadable';

/** One line of the plan. */
export interface IPlanEntry {
  /** Path in the bundle, relative to its root. */
  readonly path: string;
  /** Path on the server, which may lie outside of the root; null for a file that is made here, or was picked. */
  readonly source: string | null;
  /** `folder`: left out as a whole, nobody looked into it. See `openFolder`. */
  readonly kind: 'file' | 'folder';
  /** Bytes; null where the server does not say. */
  readonly size: number | null;
  /** ISO 8601; '' where the server does not say. */
  readonly lastModified: string;
  /** It is a link, or lies in a folder that is one; where it leads. */
  readonly link?: IFileLink;
  readonly included: boolean;
  /** The user's text: why it is in or out. */
  readonly reason: string;
  readonly reasonKind: ReasonKind;
  /** The user can neither untick nor tick it. */
  readonly locked?: boolean;
  /** The bytes of a file that is made here, or was picked. */
  readonly content?: Uint8Array;
  /** SHA-256 of the content, hexadecimal, where it is too much to be compared itself. */
  readonly contentHash?: string;
  /** What the plan said before the user ticked or unticked it. */
  readonly planned?: { readonly included: boolean; readonly reason: string };
}

/** What goes into a bundle and what does not. Never changed in place. */
export interface IPlan {
  /** The server's folder that becomes the top of the archive. */
  readonly root: string;
  /** The server paths that the user selected. */
  readonly selection: readonly string[];
  /** Sorted by path. */
  readonly entries: readonly IPlanEntry[];
  /** What was noticed while looking through the folders. `checkPlan` adds what depends on the ticks. */
  readonly findings: readonly IFinding[];
  /**
   * Files and folders above the root that a bundle like this often needs, and
   * their reasons. Proposed, never taken: see `includeAbove`.
   */
  readonly above: readonly IPlanEntry[];
  /** Whether hidden files were seen. False: the server shows none, or there are none. */
  readonly showsHidden: boolean;
}

/** Compare paths by their UTF-16 units: the same order in every language. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Whether a path is a folder itself or lies in it; everything lies in ''. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
