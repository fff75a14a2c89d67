import { joinPath } from '../paths';
import type { IJournalEntry, IJournalFile } from '../publish/journalEntry';

/**
 * Where the user's own files of a publication are: a function from their
 * entries in the journal to paths from the server's root. Null = in no folder,
 * or nobody knows: older journals did not note the bundle's root, which then
 * follows from a notebook.
 */
export function sourcesIn({
  root,
  notebooks
}: Pick<IJournalEntry, 'root' | 'notebooks'>): (
  file: Pick<IJournalFile, 'path' | 'source'>
) => string | null {
  const known = root ?? rootOf(notebooks);
  return ({ path, source }) =>
    source !== undefined
      ? source
      : known === null
        ? null
        : joinPath(known, path);
}

function rootOf(notebooks: IJournalEntry['notebooks']): string | null {
  for (const { path, source } of notebooks ?? []) {
    if (source === path) {
      return '';
    }
    if (source?.endsWith(`/${path}`)) {
      return source.slice(0, -path.length - 1);
    }
  }
  return null;
}
