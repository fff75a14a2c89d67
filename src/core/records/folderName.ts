import type { IFileWriter } from '../fileWriter';
import { joinPath } from '../paths';
import type { ITranslator } from '../text';
import { longestName } from './limits';

/** Characters of a proposed name: what a narrow file browser shows. */
const proposed = 60;

/** The name of a folder for a record: of its title's words, in lower case. */
export function folderNameFor(title: string, id: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  const cut = words.slice(0, proposed);
  const whole =
    words.length > proposed
      ? cut.slice(0, cut.lastIndexOf('-') + 1) || cut
      : cut;
  return whole.replace(/^-+|-+$/g, '') || `record-${id}`;
}

/** What is wrong with a name that the user typed for a folder; null = nothing. */
export function folderNameProblem(
  name: string,
  trans: ITranslator
): string | null {
  if (name.trim() === '') {
    return trans.__('The new folder needs a name.');
  }
  if (/[/\\:*?"<>|\u0000-\u001f\u007f]/.test(name)) {
    return trans.__('A folder’s name has none of these: / \\ : * ? " < > |');
  }
  if (name.trim().startsWith('.')) {
    return trans.__(
      'Jupyter does not show folders whose name begins with a dot.'
    );
  }
  return new TextEncoder().encode(name).length > longestName - 5
    ? trans.__('This name is too long.')
    : null;
}

/** The first of `name`, `name-2`, `name-3` … that is not there. Rejects as the writer does. */
export async function freeName(
  writer: Pick<IFileWriter, 'exists'>,
  parent: string,
  name: string,
  signal?: AbortSignal
): Promise<string> {
  for (let number = 1; ; number++) {
    const next = number === 1 ? name : `${name}-${number}`;
    if (!(await writer.exists(joinPath(parent, next), signal))) {
      return next;
    }
  }
}
