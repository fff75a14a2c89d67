import type { IFinding } from '../core/finding';
import { joinPath } from '../core/paths';
import type { ITranslator } from '../core/text';
import { textOf } from './userText';
import type { IMadeFile } from './madeFiles';
import type { IWorkingFiles } from './ports';

/**
 * Put files that were made here into the user's folder. One that cannot be
 * saved is a finding, and keeps none of the others from it.
 *
 * @param root - the bundle's root, from the server's root
 * @returns the files, with what is in the folder now
 */
export async function saveMade(
  made: readonly IMadeFile[],
  root: string,
  writer: IWorkingFiles,
  trans: ITranslator
): Promise<{
  readonly files: readonly IMadeFile[];
  readonly findings: readonly IFinding[];
}> {
  const files: IMadeFile[] = [];
  const findings: IFinding[] = [];
  for (const file of made) {
    const { path, text } = file;
    try {
      await writer.writeText(joinPath(root, path), file.saved, text);
      files.push({ ...file, saved: text });
    } catch (error) {
      files.push(file);
      findings.push({
        id: 'environment.not-saved',
        severity: 'warning',
        section: 'environment',
        message: textOf(error, trans.__('%1 could not be saved.', path)),
        place: { path }
      });
    }
  }
  return { files, findings };
}
