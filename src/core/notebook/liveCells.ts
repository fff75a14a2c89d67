/**
 * Where the badge cell goes: the one rule for the archived bytes (`splice.ts`)
 * and for the working notebook, where the JupyterLab adapter performs it.
 *
 * The badge is the first cell, but after a leading raw cell: that one holds the
 * front matter (YAML for Quarto, Jekyll, nbconvert), which only counts as the
 * first thing in a notebook. A badge cell that is there already stays where its
 * owner put it.
 */
import { cellSource, ICell, isBadgeCell } from './notebook';

/** What to do to a list of cells. All indices are those of the list as it is. */
export type BadgeEdit = IInsertBadge | IReplaceBadge | IRemoveBadges;

/** Insert a badge cell before the cell with this index (or after the last). */
export interface IInsertBadge {
  readonly kind: 'insert';
  readonly index: number;
  /** Always empty. */
  readonly remove: readonly number[];
}

/** Give the badge cell with this index a new source; its metadata and id stay. */
export interface IReplaceBadge {
  readonly kind: 'replace';
  readonly index: number;
  /** The source is what it should be already. */
  readonly unchanged: boolean;
  /** Further badge cells, to be removed. Remove the last one first. */
  readonly remove: readonly number[];
}

/** Remove badge cells; nothing to do where the list is empty. */
export interface IRemoveBadges {
  readonly kind: 'remove';
  /** Remove the last one first. */
  readonly remove: readonly number[];
}

/**
 * Say what has to be done to the cells so that they have this badge.
 *
 * @param cells - the cells of a notebook, with joined or split sources.
 * @param source - the source of the badge cell; null for no badge cell.
 */
export function badgeEdit(
  cells: readonly ICell[],
  source: string | null
): BadgeEdit {
  const badges = cells.flatMap((cell, i) => (isBadgeCell(cell) ? [i] : []));
  if (source === null) {
    return { kind: 'remove', remove: badges };
  }
  if (badges.length === 0) {
    const index = cells[0]?.cell_type === 'raw' ? 1 : 0;
    return { kind: 'insert', index, remove: [] };
  }
  const [index, ...remove] = badges;
  const unchanged = cellSource(cells[index]) === source;
  return { kind: 'replace', index, unchanged, remove };
}
