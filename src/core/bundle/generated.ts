import { IPlanEntry } from './entry';

/** A file that is made here and lies on no disk yet. */
export interface IGeneratedFile {
  /** Path in the bundle. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The user's text: "made here: names the Python version". */
  readonly reason: string;
  /** ISO 8601; when it was made. */
  readonly lastModified: string;
}

/** What tells the bytes of a file that is made here, or was picked, from others. */
export function contentKey({
  content,
  contentHash
}: Pick<IPlanEntry, 'content' | 'contentHash'>): string {
  return contentHash ?? new TextDecoder().decode(content);
}

/** A file made here as an entry of the plan. Text is written as UTF-8. */
export function generatedEntry(file: IGeneratedFile): IPlanEntry {
  const content =
    typeof file.content === 'string'
      ? new TextEncoder().encode(file.content)
      : file.content;
  return {
    path: file.path,
    source: null,
    kind: 'file',
    size: content.length,
    lastModified: file.lastModified,
    included: true,
    reason: file.reason,
    reasonKind: 'generated',
    content
  };
}
