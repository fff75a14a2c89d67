import type { IPlanEntry } from '../core/bundle/entry';
import type { IOpenDocuments, ISessionPorts } from './ports';

/** Those of the files that are open with unsaved changes, by their paths from the server's root. */
export function unsavedDocuments(
  documents: IOpenDocuments,
  included: readonly IPlanEntry[]
): string[] {
  const sources = included.flatMap(({ source }) => source ?? []);
  return documents.unsaved(sources);
}

/**
 * Save those of the files that are open with unsaved changes, after asking.
 *
 * @returns false = the user said no
 * @throws PublisherError naming the document that could not be saved
 */
export async function saveDocuments(
  { documents, dialogs }: Pick<ISessionPorts, 'documents' | 'dialogs'>,
  included: readonly IPlanEntry[]
): Promise<boolean> {
  const unsaved = unsavedDocuments(documents, included);
  if (unsaved.length === 0) {
    return true;
  }
  if (!(await dialogs.confirmSave(unsaved))) {
    return false;
  }
  await documents.save(unsaved);
  return true;
}
