import type { Bulk } from '../core/bundle/bigData';
import type { IPlanEntry } from '../core/bundle/entry';
import type { ILayoutChoice, Layout } from '../core/bundle/layouts';

/** What goes into the bundle, and how it is packed. */
export interface IContentsState {
  /** The folder is being looked through; the number of files seen so far. */
  readonly reading: { readonly files: number } | null;
  /** Files are being looked into, for what notebooks use and for secrets; null = it is done. */
  readonly checking: { readonly done: number; readonly total: number } | null;
  /** The bundle's root, from the server's root; '' is the server's root itself. */
  readonly root: string;
  /** Folders that can be the root instead, the deepest first; the present one is among them. */
  readonly roots: readonly string[];
  /** Files and left-out folders, sorted by path. */
  readonly entries: readonly IPlanEntry[];
  /** Files above the root that a bundle like this often needs. Proposed, never taken. */
  readonly above: readonly IPlanEntry[];
  /** Number and bytes of what is included. */
  readonly count: number;
  readonly bytes: number;
  /** About how many bytes the archive will have; null = not known. */
  readonly packedBytes: number | null;
  /** Open documents with unsaved changes that will be saved first. */
  readonly unsaved: readonly string[];
  /** What the project's `.gitignore` leaves out is left out here, too. */
  readonly usesGitignore: boolean;
  /** Files whose names begin with a dot were seen: Jupyter shows them, or some were asked for. */
  readonly showsHidden: boolean;
  readonly layout: Layout;
  /** All layouts, with what speaks against them. */
  readonly layouts: readonly ILayoutChoice[];
  /** `ro-crate-metadata.json` is made and goes in. */
  readonly crate: boolean;
  /** What the size means for Binder. */
  readonly bulk: Bulk;
  /** The biggest data files: they could be left out, or get a record of their own. */
  readonly bulky: readonly string[];
  /** Files from the user's own computer. */
  readonly picked: readonly IPickedView[];
  /** Why files were not taken when the user picked last: the user's texts. */
  readonly notPicked: readonly string[];
}

/** A file from the user's own computer. */
export interface IPickedView {
  /** Its identity, also when it is put elsewhere or picked again. */
  readonly key: string;
  /** Path in the bundle. */
  readonly path: string;
  /** Its name on the user's computer. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** False after the page was reloaded: it has to be picked again. */
  readonly isHere: boolean;
  /** The folder has a file at this path, too: in the bundle, this one takes its place. */
  readonly replaces: boolean;
}
