import type { ISessionPorts } from './ports';

/**
 * Save those of the files that are open with unsaved changes, after asking.
 *
 * @param sources - paths from the server's root
 * @returns false = the user said no
 * @throws PublisherError naming the document that could not be saved
 */
export async function saveDocuments(
  { documents, dialogs }: Pick<ISessionPorts, 'documents' | 'dialogs'>,
  sources: readonly string[]
): Promise<boolean> {
  const unsaved = documents.unsaved(sources);
  if (unsaved.length === 0) {
    return true;
  }
  if (!(await dialogs.confirmSave(unsaved))) {
    return false;
  }
  await documents.save(unsaved);
  return true;
}
