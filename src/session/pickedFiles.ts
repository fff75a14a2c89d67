import type { IPlan, IPlanEntry } from '../core/bundle/entry';
import { isRuleFile } from '../core/bundle/ignoreFiles';
import type { IFinding } from '../core/finding';
import type { ITranslator } from '../core/text';
import type { IPickedView } from './contentsState';

/** A file that the user picked from their own computer. */
export interface IPickedFile {
  /** Its identity, also when it is put elsewhere or picked again. */
  readonly key: string;
  /** Path in the bundle. */
  readonly path: string;
  /** Its name on the user's computer. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601. */
  readonly lastModified: string;
  /** Null after the page was reloaded: a page may not read the user's files again. */
  readonly content: Uint8Array | null;
  /** SHA-256 of the content, hexadecimal; '' without content. */
  readonly hash: string;
}

/** What is there of the picked files, as entries of the plan. */
export function pickedEntries(
  picked: readonly IPickedFile[],
  trans: ITranslator
): IPlanEntry[] {
  return picked.flatMap(({ path, size, lastModified, content, hash }) =>
    content === null
      ? []
      : [
          {
            path,
            source: null,
            kind: 'file',
            size,
            lastModified,
            included: true,
            reason: trans.__('picked from your computer'),
            reasonKind: 'picked',
            content,
            contentHash: hash
          }
        ]
  );
}

/**
 * What the panel shows of the picked files.
 *
 * @param walked - the plan as the folders are
 */
export function pickedView(
  picked: readonly IPickedFile[],
  walked: IPlan | null
): IPickedView[] {
  const inFolder = new Set(walked?.entries.map(({ path }) => path));
  return picked.map(({ key, path, name, size, content }) => ({
    key,
    path,
    name,
    size,
    isHere: content !== null,
    replaces: inFolder.has(path)
  }));
}

/** Whether a finding says that a file has to be picked again. */
export function isPickAgain({ id }: IFinding): boolean {
  return id === 'contents.pick-again';
}

/** `contents.pick-again`: files that were picked before the page was reloaded. They would be missing. */
export function pickedFindings(
  picked: readonly IPickedFile[],
  trans: ITranslator
): IFinding[] {
  return picked
    .filter(({ content }) => content === null)
    .map(({ path, name }) => ({
      id: 'contents.pick-again',
      severity: 'error',
      section: 'contents',
      message: trans.__(
        'You picked “%1” from your computer. A page cannot keep it when it is loaded again. Pick it again below, or remove it.',
        name
      ),
      place: { path }
    }));
}

/** The texts of the files with rules that did not come from the server, by path in the bundle. */
export function ruleFiles(
  picked: readonly IPickedFile[],
  overrides: Readonly<Record<string, string>>
): Map<string, string> {
  const texts = [
    ...picked.flatMap(({ path, content }) =>
      content && isRuleFile(path)
        ? [[path, new TextDecoder().decode(content)] as const]
        : []
    ),
    ...Object.entries(overrides).filter(([path]) => isRuleFile(path))
  ];
  return new Map(texts);
}
