import type { ITabs } from '../core/signIn/tabs';

/** The other pages of the same Jupyter server in this browser. */
export class BroadcastTabs implements ITabs {
  /** @param baseUrl - of the server: other servers of a hub are others' */
  constructor(baseUrl: string) {
    this._channel = new BroadcastChannel(
      `jupyterlab-zenodo-publisher:tokens:${baseUrl}`
    );
  }

  listen(listener: (message: unknown) => void): void {
    this._channel.addEventListener('message', event => listener(event.data));
  }

  post(message: object): void {
    this._channel.postMessage(message);
  }

  private readonly _channel: BroadcastChannel;
}
