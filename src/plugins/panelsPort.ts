import { UUID } from '@lumino/coreutils';
import { selectionKey } from '../core/selection';
import type { IPanelsPort } from '../session/publications/ports';
import type { IPublicationPanels } from './tokens';

/** The panels, one for each selection: one that shows another publication makes room. */
export function panelsPort(
  panels: IPublicationPanels,
  opened: Set<string>,
  edit: IPanelsPort['edit']
): IPanelsPort {
  const makeRoom = (
    selection: readonly string[],
    isRight: (id: string) => boolean
  ) => {
    const key = selectionKey(selection);
    const there = panels.tracker.find(
      panel => selectionKey(panel.paths) === key
    );
    if (there && !isRight(there.publicationId)) {
      // While an upload runs it asks first, and stays when that is refused.
      there.close();
    }
  };
  return {
    resume: async (selection, id) => {
      makeRoom(selection, other => other === id);
      await panels.open(selection, id);
    },
    openNext: async (selection, id) => {
      makeRoom(selection, other => other !== id);
      await panels.open(selection);
    },
    edit,
    replaceFiles: async (selection, recordId) => {
      makeRoom(selection, () => false);
      // One of its own: an unfinished new version of the same files stays.
      await panels.open(selection, UUID.uuid4(), {
        as: 'replace-files',
        recordId
      });
    },
    opened: () => {
      panels.tracker.forEach(({ publicationId }) => opened.add(publicationId));
      return opened;
    }
  };
}
