import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { CancelledError } from '../../error';
import type { MemoryFiles } from '../../memoryFiles';
import type { IFileEntry } from '../../files';
import { plainEnglish } from '../../text';
import type {
  ITransferEntry,
  ITransferOrder,
  ITransfers,
  ITransferState
} from '../../transfer/transfers';
import { ZenodoClient } from '../../zenodo/client';
import { uploadFile } from '../../zenodo/uploadFile';
import { site, SimulatedSite } from './simulatedSite';

const hex = (name: 'md5' | 'sha256', bytes: Uint8Array) =>
  createHash(name).update(bytes).digest('hex');

/**
 * A Jupyter server that sends files, in this process: reads the user's files by
 * itself, and talks to the site as the real one does. It stops before `hold`
 * until it is let go on. The real one is tested in a browser.
 */
export class SimulatedServer implements ITransfers {
  constructor(
    private readonly _files: MemoryFiles,
    private readonly _zenodo: SimulatedSite
  ) {}

  /** What was asked for, and what became of it. */
  readonly orders: ITransferOrder[] = [];
  readonly cancelled: string[] = [];
  readonly tokens: string[] = [];

  /** Ends in this way instead. */
  failure: ITransferState['failure'] = null;

  /** It waits here before it sends anything. */
  hold: Promise<void> = Promise.resolve();

  async start(order: ITransferOrder, token: string): Promise<ITransferState> {
    this.tokens.push(token);
    const same = this._states.find(
      state =>
        state.stamp === order.stamp &&
        state.draft === order.draft &&
        !['failed', 'cancelled'].includes(state.phase)
    );
    if (same) {
      if (same.phase === 'needs-sign-in') {
        this._run(order, token, same.id);
      }
      return same;
    }
    this.orders.push(order);
    const id = `t${this._states.length + 1}`;
    const state = this._set({
      ...{ id, phase: 'queued', name: '', done: 0, total: 0 },
      ...{ site: order.site, draft: order.draft, stamp: order.stamp },
      ...{ publication: order.publication, wait: null, failure: null },
      ...{ uploads: [], files: [] }
    });
    this._run(order, token, id);
    return state;
  }

  async list(): Promise<readonly ITransferState[]> {
    return this._states;
  }

  async follow(
    id: string,
    onState: (state: ITransferState) => void,
    signal?: AbortSignal
  ): Promise<ITransferState> {
    const stopped = new Promise<never>((_resolve, reject) => {
      const stop = () => reject(new CancelledError('Cancelled'));
      if (signal?.aborted) {
        stop();
      }
      signal?.addEventListener('abort', stop);
    });
    onState({ ...this._get(id), phase: 'uploading', done: 1, total: 2 });
    await Promise.race([this._work.get(id), stopped]);
    const state = this._get(id);
    onState(state);
    return state;
  }

  async setToken(id: string, token: string): Promise<void> {
    this.tokens.push(token);
    const order = this.orders.find(
      ({ draft }) => draft === this._get(id).draft
    );
    if (order && this._get(id).phase === 'needs-sign-in') {
      this._set({ ...this._get(id), phase: 'uploading' });
      this._run(order, token, id);
    }
  }

  async cancel(id: string): Promise<void> {
    this.cancelled.push(id);
    this._set({ ...this._get(id), phase: 'cancelled' });
  }

  /** The file at a path, as the server's disk has it. */
  private async _bytes({
    source,
    content,
    size,
    lastModified
  }: ITransferEntry) {
    if (content) {
      return content;
    }
    const now: IFileEntry = await this._files.stat(source ?? '');
    if (now.size !== size || now.lastModified !== lastModified) {
      throw new Error('The page told another size or time');
    }
    return this._files.bytes(source ?? '');
  }

  private _run(order: ITransferOrder, token: string, id: string): void {
    this._work.set(
      id,
      this.hold
        .then(() => this._send(order, token, id))
        .catch((error: unknown) => {
          if (!(error instanceof Error) || !/permit/.test(error.message)) {
            throw error;
          }
          this._set({ ...this._get(id), phase: 'needs-sign-in' });
        })
    );
  }

  private async _send(order: ITransferOrder, token: string, id: string) {
    if (this._get(id).phase === 'cancelled') {
      return;
    }
    if (this.failure) {
      this._set({ ...this._get(id), phase: 'failed', failure: this.failure });
      return;
    }
    const read = new Map<string, Uint8Array>();
    for (const entry of order.entries) {
      let bytes = await this._bytes(entry);
      if (entry.content) {
        let text = Buffer.from(bytes).toString('latin1');
        for (const [standIn, path] of Object.entries(order.checksums)) {
          const known = read.get(path);
          text = known ? text.split(standIn).join(hex('sha256', known)) : text;
        }
        bytes = Buffer.from(text, 'latin1');
      }
      read.set(entry.path, bytes);
    }
    const contents = new Map(read);
    if (order.archive !== null) {
      const zip = new JSZip();
      read.forEach((bytes, path) =>
        zip.file(path, bytes, { createFolders: false })
      );
      contents.clear();
      contents.set(
        order.archive,
        await zip.generateAsync({ type: 'uint8array' })
      );
    }
    const { clock } = this._zenodo;
    const client = new ZenodoClient({
      ...{ site, clock, trans: plainEnglish, http: this._zenodo },
      getToken: () => token
    });
    const uploads = [];
    for (const [key, bytes] of contents) {
      const md5 = hex('md5', bytes);
      await uploadFile({
        ...{ client, clock, trans: plainEnglish, key, md5 },
        draftId: order.draft,
        content: new Blob([new Uint8Array(bytes)])
      });
      uploads.push({ key, size: bytes.length, md5 });
    }
    this._set({
      ...this._get(id),
      phase: 'verified',
      uploads,
      files: [...read].map(([path, bytes]) => ({
        ...{ path, size: bytes.length, sha256: hex('sha256', bytes) }
      }))
    });
  }

  private _get(id: string): ITransferState {
    const state = this._states.find(one => one.id === id);
    if (!state) {
      throw new Error(`There is no transfer ${id}`);
    }
    return state;
  }

  private _set(state: ITransferState): ITransferState {
    this._states = [state, ...this._states.filter(({ id }) => id !== state.id)];
    return state;
  }

  private _states: readonly ITransferState[] = [];
  private readonly _work = new Map<string, Promise<void>>();
}
