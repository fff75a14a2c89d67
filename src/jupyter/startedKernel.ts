import { Kernel, KernelAPI } from '@jupyterlab/services';
import type { ITranslator } from '../core/text';
import { untilAborted } from './errors';

/** Times to ask the server to stop a kernel, and milliseconds between them. */
const tries = 3;
const pause = 1000;

/** A kernel that is to be started. */
export interface IKernelStart {
  /** The name of its specification. */
  readonly name: string;
  /** The server's path of the folder in which it runs. */
  readonly folder: string;
}

/**
 * Start a kernel, work with it, and stop it for good: also when the work fails,
 * when nobody waited for its start to end, and when its page goes meanwhile.
 *
 * @returns what the work does, after the kernel was stopped
 * @throws CancelledError while it starts; what starting and the work throw
 */
export async function withStartedKernel<T>(
  kernels: Kernel.IManager,
  { name, folder }: IKernelStart,
  work: (connection: Kernel.IKernelConnection) => Promise<T>,
  options: { readonly signal?: AbortSignal; readonly trans: ITranslator }
): Promise<T> {
  // The server takes the folder, though the type does not name it.
  const where = { name, path: folder };
  const start = kernels
    .startNew(where, { handleComms: false })
    .then(connection => new StartedKernel(kernels, connection));
  let kernel: StartedKernel;
  try {
    kernel = await untilAborted(start, options.signal, options.trans);
  } catch (error) {
    void start.then(late => late.stop()).catch(() => undefined);
    throw error;
  }
  try {
    return await work(kernel.connection);
  } finally {
    await kernel.stop();
  }
}

/** It is stopped with its page, which would be the last to know of it. */
class StartedKernel {
  constructor(
    private readonly _kernels: Kernel.IManager,
    readonly connection: Kernel.IKernelConnection
  ) {
    window.addEventListener('pagehide', this._stopWithPage);
  }

  /**
   * Stop it. Where the server cannot be reached for it, it is left to the
   * server, which culls idle kernels: what it was started for counts all the
   * same.
   */
  async stop(): Promise<void> {
    const { id } = this.connection;
    try {
      for (let i = 1; i <= tries; i++) {
        try {
          await this._kernels.shutdown(id);
          return;
        } catch {
          if (i < tries) {
            await new Promise(resolve => setTimeout(resolve, pause));
          }
        }
      }
    } finally {
      window.removeEventListener('pagehide', this._stopWithPage);
      this.connection.dispose();
    }
  }

  private readonly _stopWithPage = () => {
    const { serverSettings } = this._kernels;
    // Without `keepalive` the browser drops what a page asks for as it goes.
    const init = { ...serverSettings.init, keepalive: true };
    void KernelAPI.shutdownKernel(this.connection.id, {
      ...serverSettings,
      init
    }).catch(() => undefined);
  };
}
