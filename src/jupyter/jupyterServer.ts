import type { ServerConnection } from '@jupyterlab/services';
import { systemClock } from '../core/clock';
import type { IFiles } from '../core/files';
import type { ITranslator } from '../core/text';
import {
  IJupyterServer,
  IServerOffer,
  readOffer,
  TransferMode
} from '../core/transfer/jupyterServer';
import { asObject } from '../core/zenodo/parse';
import { JupyterServerError } from './errors';
import { ServerExchange } from './serverExchange';
import { ServerHandles } from './serverHandles';
import { ServerFiles } from './serverFiles';
import { ServerRequests } from './serverRequests';
import { ServerTestRuns } from './serverTestRuns';
import { ServerTransfers } from './serverTransfers';

/** Our server extension, which need not be there. */
export class JupyterServer implements IJupyterServer {
  constructor({ serverSettings, mode, trans }: JupyterServer.IOptions) {
    this._trans = trans;
    this._requests = new ServerRequests(serverSettings, trans);
    this.transfers = new ServerTransfers(this._requests, systemClock, trans);
    this.testRuns = new ServerTestRuns(
      this._requests,
      () => this._asked(),
      systemClock,
      trans
    );
    this.exchange = new ServerExchange({
      baseUrl: serverSettings.baseUrl,
      requests: this._requests,
      capabilities: () => this._asked(),
      clock: systemClock,
      trans
    });
    this.handles = new ServerHandles(this._requests, () => this._asked());
    this.mode = mode;
    this.isRemote = !isHere(new URL(serverSettings.baseUrl).hostname);
  }

  readonly transfers: ServerTransfers;
  readonly testRuns: ServerTestRuns;
  readonly exchange: ServerExchange;
  readonly handles: ServerHandles;
  readonly mode: TransferMode;
  readonly isRemote: boolean;

  async offer(): Promise<IServerOffer | null> {
    return readOffer(await this._asked());
  }

  async givesHidden(): Promise<boolean> {
    return asObject(await this._asked()).files === true;
  }

  /** The same files, and the hidden ones that only our server extension gives. */
  withHidden(files: IFiles): IFiles {
    return new ServerFiles({
      files,
      requests: this._requests,
      isThere: () => this.givesHidden(),
      trans: this._trans
    });
  }

  /** What it says of itself, asked for once; null = it is not there. */
  private _asked(): Promise<unknown> {
    this._answer ??= this._requests.json('capabilities').catch(error => {
      if (error instanceof JupyterServerError) {
        // No such extension there, or no server at all.
        return null;
      }
      throw error;
    });
    return this._answer;
  }

  private readonly _requests: ServerRequests;
  private readonly _trans: ITranslator;
  private _answer: Promise<unknown> | null = null;
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
