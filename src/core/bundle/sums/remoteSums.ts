/** The page's side: sums that a worker computes. */
import type { ISumPort, SumReply, SumRequest } from './sumMessages';
import { IRemoteSum, SumKind, SumsLostError } from './sums';

/** Bytes that go to the worker at once. */
const PIECE = 1024 * 1024;

/**
 * How many pieces may be with the worker, or on their way, before more is
 * taken: it must not wait for the page, and the page must not run ahead of it.
 */
const MOST = 4;

/** Who waits for an answer. */
interface IWaiting<T> {
  readonly resolve: (answer: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** What a sum needs of those who hold the worker. */
interface ILine {
  /** A buffer to be filled. */
  buffer(): ArrayBuffer;
  /** Hand one over; where there is none too many with the worker, no promise. */
  send(buffer: ArrayBuffer, length: number): Promise<void> | void;
  /** Hand over one of others, which comes back to them. */
  take(buffer: ArrayBuffer, length: number): Promise<ArrayBuffer>;
  digest(): Promise<string>;
}

/**
 * Has a worker compute sums. Bytes are copied for it, as their owner goes on
 * using them, into the same few buffers, which the worker gives back: to make
 * new ones takes as long as to compute an MD5.
 */
export class RemoteSums {
  /**
   * @param _port - the worker, which has said that it is ready.
   * @param _stop - ends the worker.
   */
  constructor(
    private readonly _port: ISumPort<SumRequest>,
    private readonly _stop: () => void
  ) {
    _port.onmessage = ({ data }: MessageEvent<SumReply>) => this._heard(data);
  }

  /** @throws SumsLostError */
  async begin(kind: SumKind): Promise<IRemoteSum> {
    const id = this._next++;
    this._post({ type: 'begin', id, kind }, []);
    return this._sum(id);
  }

  /**
   * Begin an MD5 whose bytes the worker writes to a kept file.
   *
   * @returns null where it cannot
   * @throws SumsLostError
   */
  async keep(name: string): Promise<IRemoteSum | null> {
    const id = this._next++;
    const can = await new Promise<boolean>((resolve, reject) => {
      this._post({ type: 'keep', id, name }, []);
      this._asking.set(id, { resolve, reject });
    });
    return can ? this._sum(id) : null;
  }

  private _sum(id: number): IRemoteSum {
    return new RemoteSum({
      buffer: () => this._free.pop() ?? new ArrayBuffer(PIECE),
      send: (buffer, length) => this._send(id, buffer, length),
      take: (buffer, length) =>
        new Promise((resolve, reject) => {
          this._post({ type: 'take', id, buffer, length }, [buffer]);
          this._lent.push({ resolve, reject });
        }),
      digest: () =>
        new Promise((resolve, reject) => {
          this._post({ type: 'digest', id }, []);
          this._waiting.set(id, { resolve, reject });
        })
    });
  }

  /** End the worker. What it was asked for is lost, and nothing more is taken. */
  end(): void {
    if (this._isLost) {
      return;
    }
    this._isLost = true;
    this._stop();
    const waiting = [
      ...this._waiting.values(),
      ...this._asking.values(),
      ...this._lent
    ];
    for (const { reject } of waiting) {
      reject(new SumsLostError('The worker ended'));
    }
    this._waiting.clear();
    this._asking.clear();
    this._lent.length = 0;
    this._free.length = 0;
    this._wake();
  }

  private _send(
    id: number,
    buffer: ArrayBuffer,
    length: number
  ): Promise<void> | void {
    this._post({ type: 'update', id, buffer, length }, [buffer]);
    this._away++;
    // Handed over first: who fills a buffer never waits for one of another's.
    return this._away < MOST ? undefined : this._room();
  }

  private async _room(): Promise<void> {
    while (this._away >= MOST && !this._isLost) {
      await new Promise<void>(resolve => {
        this._sleeping.push(resolve);
      });
    }
  }

  private _heard(reply: SumReply): void {
    switch (reply.type) {
      case 'free':
        this._away--;
        this._free.push(reply.buffer);
        this._wake();
        break;
      case 'back':
        this._lent.shift()?.resolve(reply.buffer);
        break;
      case 'keeps':
        this._asking.get(reply.id)?.resolve(reply.can);
        this._asking.delete(reply.id);
        break;
      case 'sum':
        this._waiting.get(reply.id)?.resolve(reply.sum);
        this._waiting.delete(reply.id);
        break;
      case 'failed':
        this.end();
        break;
      case 'ready':
        break;
    }
  }

  private _post(request: SumRequest, transfer: Transferable[]): void {
    if (this._isLost) {
      throw new SumsLostError('The worker has ended');
    }
    this._port.postMessage(request, transfer);
  }

  private _wake(): void {
    for (const wake of this._sleeping.splice(0)) {
      wake();
    }
  }

  /** Those who wait for a sum; and for whether its bytes can be kept. */
  private readonly _waiting = new Map<number, IWaiting<string>>();
  private readonly _asking = new Map<number, IWaiting<boolean>>();
  /** Those whose buffers are with the worker, in their order. */
  private readonly _lent: IWaiting<ArrayBuffer>[] = [];
  private readonly _free: ArrayBuffer[] = [];
  /** Those that wait until the worker has taken something. */
  private readonly _sleeping: (() => void)[] = [];
  /** Buffers that are with the worker. */
  private _away = 0;
  private _next = 1;
  private _isLost = false;
}

/** One sum: collects bytes to pieces that are worth a message. */
class RemoteSum implements IRemoteSum {
  constructor(private readonly _line: ILine) {}

  update(bytes: Uint8Array): Promise<void> | void {
    for (let rest = bytes; rest.length > 0;) {
      const piece = (this._piece ??= new Uint8Array(this._line.buffer()));
      const part = rest.subarray(0, piece.length - this._filled);
      piece.set(part, this._filled);
      this._filled += part.length;
      rest = rest.subarray(part.length);
      if (this._filled === piece.length) {
        const room = this._flush(piece.buffer);
        if (room) {
          return room.then(() => this.update(rest));
        }
      }
    }
  }

  async take(buffer: ArrayBuffer, length: number): Promise<ArrayBuffer> {
    if (this._piece) {
      // What came before goes before; that there is room need not be awaited.
      void this._flush(this._piece.buffer);
    }
    return this._line.take(buffer, length);
  }

  async digest(): Promise<string> {
    if (this._piece) {
      await this._flush(this._piece.buffer);
    }
    return this._line.digest();
  }

  private _flush(buffer: ArrayBuffer): Promise<void> | void {
    const length = this._filled;
    this._piece = null;
    this._filled = 0;
    return this._line.send(buffer, length);
  }

  /** What is collected, until there is enough of it. */
  private _piece: Uint8Array<ArrayBuffer> | null = null;
  private _filled = 0;
}
