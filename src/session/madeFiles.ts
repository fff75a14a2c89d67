import type { IPlanEntry } from '../core/bundle/entry';
import { generatedEntry, IGeneratedFile } from '../core/bundle/generated';
import { mergeEdited } from '../core/environment/mergeEdited';
import type { IGeneratedView } from './environmentState';

/** An environment file that was made here. */
export interface IMadeFile {
  /** Path in the bundle. */
  readonly path: string;
  /** As it was made, before the user changed it. */
  readonly made: string;
  readonly text: string;
  /** What was put into the user's folder; null = nothing yet. */
  readonly saved: string | null;
  /** The user's text: "made here: the packages of your kernel". */
  readonly reason: string;
  /** ISO 8601. */
  readonly lastModified: string;
}

/**
 * The files as they are made now, with what the user changed in the former ones.
 *
 * @param current - the text that a file has now, where it is known better than
 *   from the former: what the user's folder holds of a file that was saved.
 */
export function remade(
  former: readonly IMadeFile[],
  fresh: readonly IGeneratedFile[],
  current: ReadonlyMap<string, string>
): IMadeFile[] {
  return fresh.map(({ path, content, reason, lastModified }) => {
    const made =
      typeof content === 'string' ? content : new TextDecoder().decode(content);
    const before = former.find(one => one.path === path);
    const edited = current.get(path) ?? before?.text;
    return {
      path,
      made,
      text:
        before && edited !== undefined
          ? mergeEdited(path, before.made, edited, made)
          : made,
      saved: current.get(path) ?? null,
      reason,
      lastModified
    };
  });
}

/** What goes into the bundle: files that are in the folder, too, come from there. */
export function madeEntries(files: readonly IMadeFile[]): IPlanEntry[] {
  return files
    .filter(({ text, saved }) => text !== saved)
    .map(({ path, text, reason, lastModified }) =>
      generatedEntry({ path, content: text, reason, lastModified })
    );
}

export function madeView(files: readonly IMadeFile[]): IGeneratedView[] {
  return files.map(({ path, made, text, saved }) => ({
    path,
    text,
    edited: text !== made,
    saved: text === saved
  }));
}
