/** The page's side: a scanner whose work is done by a worker. */
import { CancelledError } from '../../error';

import { MASKABLE } from './fileScan';
import { HitCollector } from './hitCollector';
import { maskBytes } from './mask';
import { handOver, IScanPort, ScanReply, ScanRequest } from './scanMessages';
import { Room } from './room';
import { copied, ScanBatch, scanBatches } from './scanBatches';
import { IScanOptions, ISecretHit } from './secretHit';
import { SecretKeys } from './secretKeys';
import { IScanItem, ISecretScanner } from './secretScanner';

/**
 * Bytes of files that the worker may have before it: it must not wait for the
 * page between small ones. A file that is read bit by bit takes it all.
 */
const AHEAD = 8 * 1024 * 1024;

/** The worker ended, or could not do the job. */
class JobLostError extends Error {}

/** A job that the worker was given. */
interface IJob {
  readonly resolve: (result: ScanReply) => void;
  readonly reject: (reason: unknown) => void;
  /** Where the next chunk comes from. */
  readonly reader?: ReadableStreamDefaultReader<Uint8Array>;
}

/** What goes with a job. */
interface IMore {
  readonly reader?: ReadableStreamDefaultReader<Uint8Array>;
  readonly signal?: AbortSignal;
}

/** What a batch takes of the room. */
function sizeOf(batch: ScanBatch): number {
  return 'stream' in batch
    ? AHEAD
    : batch.reduce((size, { bytes }) => size + bytes.length, 0);
}

/**
 * Has a worker look for secrets. It finds what `InThreadScanner` finds.
 * Bytes are copied for the worker, as their owner goes on using them.
 */
export class RemoteScanner implements ISecretScanner {
  /** @param _port - the worker, which has said that it is ready. */
  constructor(
    private readonly _port: IScanPort<ScanRequest>,
    private readonly _options: IScanOptions
  ) {
    _port.onmessage = ({ data }: MessageEvent<ScanReply>) => this._heard(data);
    _port.postMessage({ type: 'options', options: _options }, []);
  }

  async scan(
    items: Iterable<IScanItem> | AsyncIterable<IScanItem>,
    signal?: AbortSignal
  ): Promise<ISecretHit[]> {
    const hits: Promise<readonly ISecretHit[]>[] = [];
    const room = new Room(AHEAD);
    try {
      for await (const batch of scanBatches(items, signal)) {
        const size = sizeOf(batch);
        await room.enter(size);
        const job = this._scanBatch(batch, signal);
        hits.push(job.finally(() => room.leave(size)));
      }
    } finally {
      // What ends the loop is thrown; what those under way throw is not lost.
      await Promise.allSettled(hits);
    }
    return (await Promise.all(hits)).flat();
  }

  async mask(
    path: string,
    bytes: Uint8Array,
    keys: readonly string[]
  ): Promise<Uint8Array> {
    const here = () => maskBytes(path, bytes, keys, this._options);
    if (bytes.length > MASKABLE) {
      return here();
    }
    const copy = bytes.slice();
    const id = this._next++;
    const request: ScanRequest = { type: 'mask', id, path, bytes: copy, keys };
    try {
      const reply = await this._ask(request, handOver(copy), {});
      return reply.type === 'masked' ? reply.bytes : here();
    } catch (error) {
      if (error instanceof JobLostError) {
        return here();
      }
      throw error;
    }
  }

  /** The worker is gone: what it was doing is lost, and it does nothing more. */
  lost(): void {
    this._isLost = true;
    for (const [id, job] of [...this._jobs]) {
      this._jobs.delete(id);
      job.reject(new JobLostError('The worker ended'));
    }
  }

  private async _scanBatch(
    batch: ScanBatch,
    signal?: AbortSignal
  ): Promise<readonly ISecretHit[]> {
    const id = this._next++;
    if ('stream' in batch) {
      const { path, stream } = batch;
      const reader = stream.getReader();
      try {
        const more = { reader, signal };
        return await this._look({ type: 'read', id, path }, [path], [], more);
      } finally {
        // Of a binary file only the head is read. What is broken stays broken.
        await reader.cancel().catch(() => undefined);
      }
    }
    const files = copied(batch);
    const paths = files.map(({ path }) => path);
    const transfer = handOver(files[0].bytes);
    return this._look({ type: 'scan', id, files }, paths, transfer, { signal });
  }

  private async _look(
    request: ScanRequest & { readonly id: number },
    paths: readonly string[],
    transfer: Transferable[],
    more: IMore
  ): Promise<readonly ISecretHit[]> {
    try {
      const reply = await this._ask(request, transfer, more);
      return reply.type === 'hits' ? reply.hits : [];
    } catch (error) {
      if (error instanceof JobLostError) {
        // A file that nobody looked through must not pass as one without secrets.
        const keys = new SecretKeys(this._options.salt);
        return Promise.all(
          paths.map(path => new HitCollector(path, keys).about('unread'))
        );
      }
      throw error;
    }
  }

  /** Give the worker a job, and wait for its end. */
  private _ask(
    request: ScanRequest & { readonly id: number },
    transfer: Transferable[],
    more: IMore
  ): Promise<ScanReply> {
    const { id } = request;
    const { signal, reader } = more;
    if (this._isLost) {
      return Promise.reject(new JobLostError('The worker has ended'));
    }
    return new Promise<ScanReply>((resolve, reject) => {
      const stop = () =>
        this._giveUp(id, new CancelledError('Cancelled', { cause: signal?.reason })); // prettier-ignore
      signal?.addEventListener('abort', stop, { once: true });
      const done = () => signal?.removeEventListener('abort', stop);
      this._jobs.set(id, {
        resolve: reply => (done(), resolve(reply)),
        reject: reason => (done(), reject(reason)),
        reader
      });
      this._port.postMessage(request, transfer);
      if (signal?.aborted) {
        stop();
      }
    });
  }

  private _giveUp(id: number, reason: unknown): void {
    const job = this._jobs.get(id);
    if (job) {
      this._jobs.delete(id);
      this._port.postMessage({ type: 'cancel', id }, []);
      job.reject(reason);
    }
  }

  private _heard(reply: ScanReply): void {
    if (reply.type === 'ready') {
      return;
    }
    const { id } = reply;
    const job = this._jobs.get(id);
    if (!job) {
      // The answer came after the job was given up.
      return;
    }
    if (reply.type === 'pull') {
      void this._sendChunk(id, job);
      return;
    }
    this._jobs.delete(id);
    if (reply.type === 'failed') {
      job.reject(new JobLostError('The worker failed'));
    } else {
      job.resolve(reply);
    }
  }

  private async _sendChunk(id: number, { reader }: IJob): Promise<void> {
    try {
      const bytes = (await reader?.read())?.value?.slice() ?? null;
      if (this._jobs.has(id)) {
        this._port.postMessage({ type: 'chunk', id, bytes }, handOver(bytes));
      }
    } catch (error) {
      // What broke the reading is told as it is: its text is for the user.
      this._giveUp(id, error);
    }
  }

  private readonly _jobs = new Map<number, IJob>();
  private _next = 1;
  private _isLost = false;
}
