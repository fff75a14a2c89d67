import type { ServerConnection } from '@jupyterlab/services';
import { systemClock } from '../core/clock';
import type { ITranslator } from '../core/text';
import {
  IJupyterServer,
  IServerOffer,
  readOffer,
  TransferMode
} from '../core/transfer/jupyterServer';
import { JupyterServerError } from './errors';
import { ServerRequests } from './serverRequests';
import { ServerTransfers } from './serverTransfers';

/** Our server extension, which need not be there. */
export class JupyterServer implements IJupyterServer {
  constructor({ serverSettings, mode, trans }: JupyterServer.IOptions) {
    this._requests = new ServerRequests(serverSettings, trans);
    this.transfers = new ServerTransfers(this._requests, systemClock, trans);
    this.mode = mode;
    this.isRemote = !isHere(new URL(serverSettings.baseUrl).hostname);
  }

  readonly transfers: ServerTransfers;
  readonly mode: TransferMode;
  readonly isRemote: boolean;

  async offer(): Promise<IServerOffer | null> {
    try {
      return readOffer(await this._requests.json('capabilities'));
    } catch (error) {
      if (error instanceof JupyterServerError) {
        // No such extension there, or no server at all.
        return null;
      }
      throw error;
    }
  }

  private readonly _requests: ServerRequests;
}

export namespace JupyterServer {
  export interface IOptions {
    readonly serverSettings: ServerConnection.ISettings;
    readonly mode: TransferMode;
    readonly trans: ITranslator;
  }
}

/** Whether a host's name is that of the browser's own computer. */
function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
