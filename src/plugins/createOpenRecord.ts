import '../../style/panel.css';
import type { ServiceManager } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';
import { systemClock } from '../core/clock';
import type { ITranslator } from '../core/text';
import { FetchDownloads } from '../core/zenodo/downloads';
import { NewFiles } from '../jupyter/newFiles';
import { StateOpenedRecords } from '../jupyter/openedRecords';
import { loadSites } from '../jupyter/settings';
import { OpenRecordSession } from '../session/records/session';
import { OpenRecordDialogs } from './openRecordDialogs';
import { OpenRecordWidget } from './openRecordWidget';
import type { IPageAccess, IPublicationSites } from './tokens';

/** What the panel that opens a record is made of. */
export interface IOpenRecordOptions {
  /** The folder in which the new one is made. */
  readonly parent: string;
  readonly services: ServiceManager.IManager;
  readonly sites: IPublicationSites | null;
  /** The access tokens that all panels share. */
  readonly access: IPageAccess;
  readonly state: IStateDB | null;
  readonly trans: ITranslator;
  show(folder: string): Promise<void>;
  publish(paths: readonly string[]): Promise<void>;
}

/** Make the panel that opens a record. Everything heavy comes with this file. */
export async function createOpenRecord(
  options: IOpenRecordOptions
): Promise<OpenRecordWidget> {
  const { parent, services, sites, access, state, trans } = options;
  const { contents } = services;
  const session = new OpenRecordSession(
    {
      ...(await access.load()),
      downloads: new FetchDownloads(),
      clock: systemClock,
      writer: new NewFiles({ contents, trans }),
      opened: new StateOpenedRecords(state),
      sites: await (sites?.load() ??
        loadSites({ registry: null, plugin: '', trans })),
      trans,
      show: options.show,
      publish: options.publish
    },
    parent
  );
  const dialogs = new OpenRecordDialogs({ trans });
  return new OpenRecordWidget({
    session,
    trans,
    confirmLeave: () => dialogs.confirmStop(),
    release: () => session.dispose()
  });
}
