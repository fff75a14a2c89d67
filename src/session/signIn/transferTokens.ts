import { PublisherError } from '../../core/error';
import type { IJupyterServer } from '../../core/transfer/jupyterServer';
import { isOver } from '../../core/transfer/transfers';
import type { IWallet } from '../wallet';

/**
 * Hands a new token to the transfers that run on Jupyter's server: the one that
 * they were begun with is over, whichever panel they belong to.
 */
export class TransferTokens {
  constructor(
    private readonly _wallet: IWallet,
    private readonly _server: Pick<IJupyterServer, 'offer' | 'transfers'>
  ) {
    const handOver = (_sender: IWallet, site: string) => {
      this.done = this._handOver(site);
    };
    _wallet.changed.connect(handOver);
    _wallet.replaced.connect(handOver);
  }

  /** Resolved when the last token was handed over. */
  done: Promise<void> = Promise.resolve();

  private async _handOver(site: string): Promise<void> {
    const token = this._wallet.tokenOf(site);
    const { transfers } = this._server;
    if (!token || !transfers) {
      return;
    }
    try {
      if (await this._server.offer()) {
        const running = (await transfers.list()).filter(
          one => one.site === site && !isOver(one)
        );
        await Promise.all(
          running.map(({ id }) => transfers.setToken(id, token))
        );
      }
    } catch (error) {
      if (!(error instanceof PublisherError)) {
        throw error;
      }
      // A transfer that did not get it asks for a sign-in, which is shown then.
    }
  }
}
