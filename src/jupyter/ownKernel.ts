import type { Kernel, ServiceManager } from '@jupyterlab/services';
import { KernelUnavailableError } from '../core/environment/kernel';
import { PublisherError } from '../core/error';
import type { ITranslator } from '../core/text';
import { askKernel, startTimeout } from './askKernel';
import { untilAborted } from './errors';

/** A kernel that is started for one question. */
export interface IOwnKernel {
  /** The name of its specification; '' where the notebook says none. */
  readonly name: string;
  /** The server's path of the folder in which it runs. */
  readonly folder: string;
  readonly language: string;
}

/** Times to ask the server to stop it, and milliseconds between them. */
const tries = 3;
const pause = 1000;

/**
 * Start a kernel, ask it, and stop it, also when it is cancelled, when it does
 * not answer, or when nobody waited for its start to end.
 *
 * @throws KernelUnavailableError, KernelAnswerError, CancelledError
 */
export async function askOwnKernel(
  services: Pick<ServiceManager.IManager, 'kernels' | 'kernelspecs'>,
  { name, folder, language }: IOwnKernel,
  expression: string,
  options: { readonly signal?: AbortSignal; readonly trans: ITranslator }
): Promise<string> {
  const { signal, trans } = options;
  if (!services.kernelspecs.specs?.kernelspecs[name]) {
    throw new KernelUnavailableError(
      name
        ? trans.__(
            'The kernel “%1” of this notebook is not installed here.',
            name
          )
        : trans.__('This notebook does not say which kernel it needs.')
    );
  }
  // The server takes the folder, though the type does not name it.
  const where = { name, path: folder };
  const start = services.kernels.startNew(where, { handleComms: false });
  let isOurs = false;
  try {
    const connection = await untilAborted(start, signal, trans);
    isOurs = true;
    const how = { timeout: startTimeout, language, signal, trans };
    try {
      return await askKernel(connection, expression, how);
    } finally {
      const stopped = stopKernel(services.kernels, connection);
      if (!signal?.aborted) {
        await stopped;
      }
    }
  } catch (error) {
    if (!isOurs) {
      void start
        .then(connection => stopKernel(services.kernels, connection))
        .catch(() => undefined);
    }
    throw error instanceof PublisherError
      ? error
      : new KernelUnavailableError(
          trans.__('The kernel “%1” could not be started.', name),
          { cause: error }
        );
  }
}

/**
 * Stop a kernel for good. Where the server cannot be reached for it, it is left
 * to the server, which culls idle kernels: the answer counts all the same.
 */
export async function stopKernel(
  kernels: Kernel.IManager,
  connection: Kernel.IKernelConnection
): Promise<void> {
  const { id } = connection;
  try {
    for (let i = 1; i <= tries; i++) {
      try {
        await kernels.shutdown(id);
        return;
      } catch {
        if (i < tries) {
          await new Promise(resolve => setTimeout(resolve, pause));
        }
      }
    }
  } finally {
    connection.dispose();
  }
}
