import { PublisherError } from '../error';
import { ITranslator } from '../text';
import { nameProblem } from './names';

/** A file could not be packed. */
export class ArchiveError extends PublisherError {
  constructor(
    /** Path in the archive. */
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/**
 * Refuse names that an archive must not have, and those that stand in each
 * other's way when it is unpacked.
 *
 * @throws ArchiveError
 */
export function checkArchiveNames(
  entries: readonly { readonly path: string }[],
  trans: ITranslator
): void {
  const paths = new Set<string>();
  for (const { path } of entries) {
    const problem = nameProblem(path, trans);
    if (problem) {
      throw new ArchiveError(path, problem);
    }
    if (paths.has(path)) {
      throw new ArchiveError(
        path,
        trans.__('Two files would be “%1” in the archive.', path)
      );
    }
    paths.add(path);
  }
  for (const folder of [...paths].flatMap(foldersOf)) {
    if (paths.has(folder)) {
      throw new ArchiveError(
        folder,
        trans.__(
          '“%1” would be both a file and a folder in the archive.',
          folder
        )
      );
    }
  }
}

/** `a/b/c` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
