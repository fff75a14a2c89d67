import {
  canSend,
  type IServerOffer,
  type Route,
  usualRoute
} from '../core/transfer/jupyterServer';
import { isOver } from '../core/transfer/transfers';
import { type ITransferRoute, largestSeen } from '../core/publish/transferStep';
import { PublisherError } from '../core/error';
import type { AccountPart } from './accountPart';
import type { IRouteActions } from './actions/publishActions';
import type { ContentsPart } from './contentsPart';
import type { ISessionPorts } from './ports';
import type { PublicationStore } from './store';

/** Whether the files travel through the browser, or straight from Jupyter's server. */
export class RoutePart implements IRouteActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: Pick<ISessionPorts, 'server'>,
    private readonly _contents: ContentsPart,
    private readonly _account: AccountPart
  ) {}

  choose(route: Route): void {
    this._chosen = route;
    this.refresh();
  }

  /** The server's way, where that is the one to take; null = the browser's. */
  get route(): ITransferRoute | null {
    const { transfers } = this._ports.server;
    return transfers && this._store.state.publish.route.by === 'server'
      ? { transfers, getToken: () => this._account.token }
      : null;
  }

  /** Ask what the server offers, and whether it is at work on this publication. */
  async look(): Promise<void> {
    const { server } = this._ports;
    this._offer = await server.offer();
    if (this._offer && (await this._isUnderWay())) {
      this._chosen = 'server';
    }
    this.refresh();
  }

  /** Tell anew what can be chosen: files and site may be others now. */
  refresh(): void {
    const files = this._contents.outgoing;
    const { site } = this._account;
    const offered = canSend(this._offer, site.url, files);
    const usual = usualRoute(this._ports.server, files);
    const by = offered ? (this._chosen ?? usual) : 'browser';
    const unseen = files.filter(({ size }) => (size ?? 0) > largestSeen).length;
    const { route } = this._store.state.publish;
    if (
      route.offered !== offered ||
      route.by !== by ||
      route.unseen !== unseen
    ) {
      this._store.update('publish', { route: { offered, by, unseen } });
    }
  }

  private async _isUnderWay(): Promise<boolean> {
    const { id } = this._store.state;
    try {
      const all = (await this._ports.server.transfers?.list()) ?? [];
      return all.some(one => one.publication === id && !isOver(one));
    } catch (error) {
      if (error instanceof PublisherError) {
        // Resuming asks again, and then it matters.
        return false;
      }
      throw error;
    }
  }

  private _offer: IServerOffer | null = null;
  private _chosen: Route | null = null;
}
