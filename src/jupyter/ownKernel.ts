import type { ServiceManager } from '@jupyterlab/services';
import { KernelUnavailableError } from '../core/environment/kernel';
import { PublisherError } from '../core/error';
import type { ITranslator } from '../core/text';
import { askKernel, startTimeout } from './askKernel';
import { untilAborted } from './errors';
import { withStartedKernel } from './startedKernel';

/** A kernel that is started for one question. */
export interface IOwnKernel {
  /** The name of its specification; '' where the notebook says none. */
  readonly name: string;
  /** The server's path of the folder in which it runs. */
  readonly folder: string;
  readonly language: string;
}

/**
 * Start a kernel, ask it, and stop it.
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
  const asked = withStartedKernel(
    services.kernels,
    { name, folder },
    connection =>
      askKernel(connection, expression, {
        ...{ timeout: startTimeout, language, signal, trans }
      }),
    options
  );
  try {
    // Who cancels does not wait until it is stopped.
    return await untilAborted(asked, signal, trans);
  } catch (error) {
    throw error instanceof PublisherError
      ? error
      : new KernelUnavailableError(
          trans.__('The kernel “%1” could not be started.', name),
          { cause: error }
        );
  }
}
