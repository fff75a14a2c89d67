import type { IVersionChanges } from '../core/publish/versions';
import type { ITranslator } from '../core/text';

/** What a file is against the last version. */
export type FileChange = 'added' | 'changed' | 'removed';

/** The changes by path. */
export function changesByPath(
  changes: IVersionChanges | null
): ReadonlyMap<string, FileChange> {
  const found = new Map<string, FileChange>();
  for (const kind of ['added', 'changed', 'removed'] as const) {
    changes?.[kind].forEach(path => found.set(path, kind));
  }
  return found;
}

/** The change in a word, for a line of the tree. */
export function changeWord(change: FileChange, trans: ITranslator): string {
  switch (change) {
    case 'added':
      return trans.__('added');
    case 'changed':
      return trans.__('changed');
    case 'removed':
      return trans.__('removed');
  }
}

/** The changes in one line: `2 changed, 1 added, 9 the same`. */
export function changesText(
  { added, removed, changed, same }: IVersionChanges,
  trans: ITranslator
): string {
  const parts = [
    changed.length > 0 && trans.__('%1 changed', changed.length),
    added.length > 0 && trans.__('%1 added', added.length),
    removed.length > 0 && trans.__('%1 removed', removed.length),
    trans.__('%1 the same', same)
  ];
  return parts.filter(part => part !== false).join(', ');
}
