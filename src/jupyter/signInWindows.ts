import { sha256 } from 'hash-wasm';
import { CancelledError } from '../core/error';
import type {
  ICallback,
  ISignInWindow,
  ISignInWindows
} from '../core/signIn/signInWindow';
import { asObject, asText } from '../core/zenodo/parse';

/** What the callback page says of its messages; see oauth/static/callback.js. */
const KIND = 'jupyterlab-zenodo-publisher:oauth';

/** Room for a log-in form. */
const SIZE = 'popup,width=720,height=800';

/** Pop-up windows of this browser. */
export const browserWindows: ISignInWindows = {
  open: () => {
    const popUp = window.open('about:blank', '_blank', SIZE);
    return popUp ? new BrowserWindow(popUp) : null;
  }
};

class BrowserWindow implements ISignInWindow {
  constructor(private readonly _popUp: Window) {}

  get looksClosed(): boolean {
    return this._popUp.closed;
  }

  go(url: string): void {
    this._popUp.location.replace(url);
  }

  show(): void {
    this._popUp.focus();
  }

  close(): void {
    this._popUp.close();
  }

  async answer(
    state: string,
    callback: string,
    signal: AbortSignal
  ): Promise<ICallback> {
    const name = `${KIND}:${await sha256(state)}`;
    const origin = new URL(callback).origin;
    return new Promise((resolve, reject) => {
      const channel = new BroadcastChannel(name);
      const end = () => {
        channel.close();
        window.removeEventListener('message', onMessage);
        signal.removeEventListener('abort', onAbort);
      };
      const take = (data: unknown) => {
        const { type, ...answer } = asObject(data);
        if (type === KIND) {
          end();
          resolve({
            state: asText(answer.state),
            code: asText(answer.code),
            error: asText(answer.error)
          });
        }
      };
      // Of our own window and the callback's origin only: any page may post here.
      const onMessage = (event: MessageEvent) => {
        if (event.origin === origin && event.source === this._popUp) {
          take(event.data);
        }
      };
      const onAbort = () => {
        end();
        reject(new CancelledError('Cancelled', { cause: signal.reason }));
      };
      channel.onmessage = event => take(event.data);
      window.addEventListener('message', onMessage);
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) {
        onAbort();
      }
    });
  }
}
