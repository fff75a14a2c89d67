import type { IClock } from '../core/clock';
import { CancelledError } from '../core/error';
import type { ITranslator } from '../core/text';
import { readTransfer } from '../core/transfer/readState';
import { TransferRefusedError } from '../core/transfer/transferError';
import {
  isOver,
  ITransferOrder,
  ITransfers,
  ITransferState
} from '../core/transfer/transfers';
import { asList, asObject } from '../core/zenodo/parse';
import { toBase64 } from './base64';
import { JupyterServerError } from './errors';
import { serverEvents } from './serverEvents';
import { ServerRefusalError, type ServerRequests } from './serverRequests';

/** So often in a row is a connection made anew, and after so many milliseconds. */
const attempts = 30;
const pause = 2000;

/** Transfers by our server extension. */
export class ServerTransfers implements ITransfers {
  constructor(
    private readonly _requests: ServerRequests,
    private readonly _clock: IClock,
    private readonly _trans: ITranslator
  ) {}

  async start(
    order: ITransferOrder,
    token: string,
    signal?: AbortSignal
  ): Promise<ITransferState> {
    const entries = order.entries.map(({ content, ...entry }) => ({
      ...entry,
      ...(content ? { content: toBase64(content) } : {})
    }));
    const body = JSON.stringify({ ...order, entries, token });
    try {
      return this._state(
        await this._requests.json('transfers', { method: 'POST', body, signal })
      );
    } catch (error) {
      throw error instanceof ServerRefusalError
        ? new TransferRefusedError(error.failure, error.message, {
            cause: error
          })
        : error;
    }
  }

  async list(signal?: AbortSignal): Promise<readonly ITransferState[]> {
    const answer = await this._requests.json('transfers', { signal });
    return asList(asObject(answer).transfers)
      .map(readTransfer)
      .filter(state => state !== null);
  }

  async follow(
    id: string,
    onState: (state: ITransferState) => void,
    signal?: AbortSignal
  ): Promise<ITransferState> {
    for (let failures = 0; ;) {
      try {
        for await (const event of this._events(id, signal)) {
          failures = 0;
          const state = this._state(event);
          onState(state);
          if (isOver(state) || state.phase === 'needs-sign-in') {
            return state;
          }
        }
        // It ended without a last word: a proxy's time was over.
      } catch (error) {
        const isLasting =
          error instanceof CancelledError ||
          (error instanceof JupyterServerError &&
            error.status !== null &&
            error.status < 500);
        if (isLasting || failures >= attempts) {
          throw error;
        }
      }
      failures++;
      await this._clock.sleep(pause, signal);
    }
  }

  async setToken(id: string, token: string): Promise<void> {
    const body = JSON.stringify({ token });
    await this._requests.json(path(id), { method: 'PATCH', body });
  }

  async cancel(id: string): Promise<void> {
    await this._requests.json(path(id), { method: 'DELETE' });
  }

  private async *_events(
    id: string,
    signal?: AbortSignal
  ): AsyncGenerator<unknown> {
    const response = await this._requests.send(`${path(id)}/events`, {
      signal,
      cache: 'no-store'
    });
    if (response.body) {
      yield* serverEvents(response.body);
    }
  }

  private _state(value: unknown): ITransferState {
    const state = readTransfer(value);
    if (!state) {
      throw new JupyterServerError(
        this._trans.__(
          'Jupyter’s server gave an answer that we do not understand. Is the same version of this extension installed on it?'
        ),
        null
      );
    }
    return state;
  }
}

function path(id: string): string {
  return `transfers/${encodeURIComponent(id)}`;
}
