/** Files whose state on disk is not the one that the author sees. */
import { ITranslator } from '../text';

import { ICheck, Step } from './check';

/** Unsaved changes, and kernels that are still at work. */
export function staleCheck(trans: ITranslator): ICheck {
  return {
    id: 'stale',
    version: 1,
    title: trans.__('Files that are not saved'),
    budget: 100,
    scope: 'bundle',
    *run({ notebooks, files, dirty, busy }): Iterable<Step> {
      const sizes = new Map<string, number | null>([
        ...files.map(({ path, size }) => [path, size] as const),
        ...notebooks.map(({ path, bytes }) => [path, bytes.length] as const)
      ]);
      const say = (id: string, path: string, message: string): Step => ({
        id,
        severity: 'error',
        stops: true,
        section: 'contents',
        message,
        place: { path },
        /* With the size: what was accepted once is not what changes later. */
        about: JSON.stringify([path, sizes.get(path)])
      });
      for (const path of new Set(dirty)) {
        if (sizes.has(path)) {
          yield say(
            'notebook.unsaved',
            path,
            trans.__(
              '%1 has changes that are not saved: the older state would be published. Save it.',
              path
            )
          );
        }
      }
      for (const path of new Set(busy)) {
        if (sizes.has(path)) {
          yield say(
            'notebook.busy',
            path,
            trans.__(
              'A cell of %1 is still running: its result would be missing. Wait until it has ended, and save.',
              path
            )
          );
        }
      }
    }
  };
}
