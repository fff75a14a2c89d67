import { BINDER_SIZES } from '../binder/layout';
import { IFinding } from '../finding';
import { ITranslator } from '../text';
import { includedEntries, totals } from './edit';
import { IPlan, IPlanEntry } from './entry';

/**
 * How much a bundle is for Binder: from `large` on to be warned of, from `huge`
 * on with no Binder badge by default. The sizes are those of the files before
 * packing, as Binder unpacks them.
 */
export type Bulk = 'small' | 'large' | 'very-large' | 'huge';

/** Say how much a bundle is for Binder. */
export function bulkOf(plan: IPlan): Bulk {
  const { bytes } = totals(plan);
  const { note, warn, stop } = BINDER_SIZES;
  return bytes >= stop
    ? 'huge'
    : bytes >= warn
      ? 'very-large'
      : bytes >= note
        ? 'large'
        : 'small';
}

/** A file below this is no matter of size. */
const smallest = 1_000_000;

/**
 * The data files that would have to go for the bundle to be small again: the
 * biggest first, as many as it takes. No notebooks, and nothing that belongs to
 * the bundle by its name. All of the big ones, where even they do not suffice.
 */
export function bulkyFiles(plan: IPlan): IPlanEntry[] {
  const data = includedEntries(plan)
    .filter(entry => isData(entry) && (entry.size ?? 0) >= smallest)
    .sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
  let { bytes } = totals(plan);
  const bulky: IPlanEntry[] = [];
  for (const entry of data) {
    if (bytes < BINDER_SIZES.note) {
      break;
    }
    bulky.push(entry);
    bytes -= entry.size ?? 0;
  }
  return bulky;
}

/** Whether an entry can go into a record of the data. */
export function isData({ path, reasonKind, locked }: IPlanEntry): boolean {
  return (
    !locked &&
    !/\.ipynb$/i.test(path) &&
    (reasonKind === 'selected' ||
      reasonKind === 'used' ||
      reasonKind === 'unselected')
  );
}

/**
 * `bundle.big`: what the size of the bundle means for its readers. Publishing
 * is never stopped by it. What can be done needs more than a click: the panel
 * offers to leave `bulkyFiles` out, or to give them a record of their own
 * (`splitPlan`).
 */
export function bigFindings(plan: IPlan, trans: ITranslator): IFinding[] {
  const bulk = bulkOf(plan);
  if (bulk === 'small') {
    return [];
  }
  const size = trans.__('%1 MB', Math.round(totals(plan).bytes / 1e6));
  const [biggest] = bulkyFiles(plan);
  const message: Record<Exclude<Bulk, 'small'>, string> = {
    large: trans.__('%1: Binder takes long to start this much.', size),
    'very-large': trans.__('%1: Binder often fails to start this much.', size),
    huge: trans.__(
      '%1 is too much for Binder, so there is no Binder badge.',
      size
    )
  };
  return [
    {
      id: 'bundle.big',
      severity: 'warning',
      section: 'contents',
      message: message[bulk],
      ...(biggest ? { place: { path: biggest.path } } : {})
    }
  ];
}
