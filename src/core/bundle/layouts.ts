import { BINDER_FLAT_FILES } from '../binder/layout';
import { ITranslator } from '../text';
import { includedEntries } from './edit';
import { IPlan } from './entry';

/** How the files lie in the record. */
export type Layout = 'zip' | 'files';

/** Whether a layout can be chosen. */
export interface ILayoutChoice {
  readonly layout: Layout;
  readonly possible: boolean;
  /** The user's text: all that speaks against it; empty when it is possible. */
  readonly why: readonly string[];
  /**
   * The file that the record's page shows first (`files.default_preview`): the
   * first notebook, where files are alone. null in a zip, whose list of files
   * is shown.
   */
  readonly preview: string | null;
}

/** Source: zenodo-rdm, "key ≤255". */
const maxName = 255;

/**
 * The layouts, the default one first. Individual files only where Binder can
 * use them as well as a zip (binder.md, section 1): no folders, which a record
 * does not have; no empty files, which a record refuses; no names with a dot
 * first; not so many that Binder is stopped by the limit of requests; and at
 * least two, as a single zip would be unpacked.
 *
 * @param notebooks - paths in the bundle, the one that opens first at the
 *   front; by default the plan's, sorted.
 */
export function layoutsFor(
  plan: IPlan,
  trans: ITranslator,
  notebooks?: readonly string[]
): readonly [ILayoutChoice, ILayoutChoice] {
  const entries = includedEntries(plan);
  const paths = entries.map(({ path }) => path);
  const why: string[] = [];
  const named = (found: readonly string[], reason: (first: string) => string) =>
    found.length > 0 && why.push(reason(found[0]));
  if (paths.length < 2) {
    why.push(
      trans.__('Individual files need at least two, such as a notebook and an environment file.') // prettier-ignore
    );
  }
  if (paths.length > BINDER_FLAT_FILES) {
    why.push(
      trans.__('%1 files are too many for Binder to fetch one by one; it manages %2.', paths.length, BINDER_FLAT_FILES) // prettier-ignore
    );
  }
  named(
    paths.filter(path => path.includes('/')),
    first => trans.__('“%1” is in a folder. Only a zip file keeps folders.', first) // prettier-ignore
  );
  named(
    entries.filter(({ size }) => size === 0).map(({ path }) => path),
    first => trans.__('“%1” is empty. Only a zip file can hold empty files.', first) // prettier-ignore
  );
  named(
    paths.filter(path => path.startsWith('.')),
    first => trans.__('The name “%1” begins with a dot. Only a zip file keeps such names safely.', first) // prettier-ignore
  );
  named(
    paths.filter(path => path.length > maxName),
    first => trans.__('The name “%1…” is too long for a file of its own.', first.slice(0, 40)) // prettier-ignore
  );
  const isNotebook = (path: string) => /\.ipynb$/i.test(path);
  const [preview = null] = (notebooks ?? paths.filter(isNotebook)).filter(path => paths.includes(path)); // prettier-ignore
  const empty = paths.length === 0;
  return [
    {
      layout: 'zip',
      possible: !empty,
      why: empty ? [trans.__('There is no file to pack.')] : [],
      preview: null
    },
    { layout: 'files', possible: why.length === 0, why, preview }
  ];
}
