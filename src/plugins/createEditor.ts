import '../../style/panel.css';
import type { IStateDB } from '@jupyterlab/statedb';
import { systemClock } from '../core/clock';
import type { ITranslator } from '../core/text';
import { StateFormStore } from '../jupyter/formStore';
import { loadSites } from '../jupyter/settings';
import { EditSession } from '../session/editing/editSession';
import { EditWidget } from './editWidget';
import { PublicationsDialogs } from './publicationsDialogs';
import type { IPageAccess, IPublicationSites } from './tokens';

/** What the panel is made of. */
export interface IEditorOptions {
  readonly siteId: string;
  readonly recordId: string;
  readonly sites: IPublicationSites | null;
  readonly access: IPageAccess;
  readonly state: IStateDB | null;
  readonly trans: ITranslator;
}

/**
 * Make the panel in which a record's details are changed. Everything heavy comes
 * with this file.
 *
 * @returns null where the settings do not name the site any more
 */
export async function createEditor({
  siteId,
  recordId,
  sites,
  access,
  state,
  trans
}: IEditorOptions): Promise<EditWidget | null> {
  const { all } = await (sites?.load() ??
    loadSites({ registry: null, plugin: '', trans }));
  const site = all.find(({ id }) => id === siteId);
  if (!site) {
    return null;
  }
  const dialogs = new PublicationsDialogs({ trans });
  const session = new EditSession({
    ...{ site, recordId, trans },
    ...(await access.load()),
    confirmDiscard: (title, at) => dialogs.confirmDiscardEdit(title, at),
    clock: systemClock,
    forms: new StateFormStore({ state })
  });
  return new EditWidget({ session, siteId, recordId, trans });
}
