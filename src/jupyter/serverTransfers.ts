import type { IClock } from '../core/clock';
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
import { followEvents } from './followedEvents';
import { orderBody } from './orderBody';
import { ServerRefusalError, type ServerRequests } from './serverRequests';
import { understood } from './understood';

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
    const body = orderBody(order, { token });
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
    return followEvents(
      this._requests,
      this._clock,
      {
        path: `${path(id)}/events`,
        read: event => this._state(event),
        onState,
        isLast: state => isOver(state) || state.phase === 'needs-sign-in'
      },
      signal
    );
  }

  async setToken(id: string, token: string): Promise<void> {
    const body = JSON.stringify({ token });
    await this._requests.json(path(id), { method: 'PATCH', body });
  }

  async cancel(id: string): Promise<void> {
    await this._requests.json(path(id), { method: 'DELETE' });
  }

  private _state(value: unknown): ITransferState {
    return understood(readTransfer(value), this._trans);
  }
}

function path(id: string): string {
  return `transfers/${encodeURIComponent(id)}`;
}
