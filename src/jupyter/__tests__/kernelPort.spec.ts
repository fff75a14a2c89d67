import type { Kernel } from '@jupyterlab/services';
import { KERNELSPECS } from '@jupyterlab/services/lib/testutils';
import {
  KernelAnswerError,
  KernelUnavailableError
} from '../../core/environment/kernel';
import { CancelledError } from '../../core/error';
import { plainEnglish } from '../../core/text';
import { askKernel } from '../askKernel';
import { NotebookKernel } from '../kernelPort';

/** A connection that answers all expressions alike; undefined = never. */
function connection(value?: object, more: object = {}) {
  return {
    requestExecute: jest.fn((_content: object) => ({
      done:
        value === undefined
          ? new Promise(() => undefined)
          : Promise.resolve({
              content: { status: 'ok', user_expressions: { value } }
            })
    })),
    dispose: jest.fn(),
    shutdown: jest.fn(async () => undefined),
    ...more
  };
}

const text = (plain: string) => ({
  status: 'ok',
  data: { 'text/plain': plain }
});

function make(
  options: {
    sessions?: object[];
    connection?: ReturnType<typeof connection>;
    open?: object[];
    content?: object;
  } = {}
) {
  const own = options.connection ?? connection(text(`'{"a": 1}'`));
  const kernels = {
    connectTo: jest.fn((_options: object) => own),
    startNew: jest.fn(async () => own)
  };
  const contents = {
    localPath: (path: string) => path.replace(/^[^:/]*:/, ''),
    get: jest.fn(async () => ({
      content: options.content ?? {
        metadata: { kernelspec: { name: 'python3' } }
      }
    }))
  };
  const services = {
    kernels,
    kernelspecs: {
      ready: Promise.resolve(),
      specs: { default: 'python3', kernelspecs: KERNELSPECS }
    },
    sessions: {
      refreshRunning: async () => undefined,
      running: () => (options.sessions ?? [])[Symbol.iterator]()
    }
  };
  const kernel = new NotebookKernel({
    path: 'Drive:a.ipynb',
    services,
    contents,
    documents: { contexts: () => options.open ?? [] },
    trans: plainEnglish
  } as unknown as NotebookKernel.IOptions);
  return { kernel, kernels, own, contents };
}

const model = { id: 'k1', name: 'python3' };
const running = [{ path: 'a.ipynb', type: 'notebook', kernel: model }];

describe('NotebookKernel', () => {
  it('asks the running kernel, silently, and leaves it running', async () => {
    const { kernel, kernels, own } = make({ sessions: running });
    expect(kernel.language).toBe('python');
    expect(await kernel.evaluate('f()')).toBe('{"a": 1}');
    expect(own.requestExecute).toHaveBeenCalledWith({
      code: '',
      silent: true,
      store_history: false,
      allow_stdin: false,
      stop_on_error: false,
      user_expressions: { value: 'f()' }
    });
    expect(kernels.connectTo).toHaveBeenCalledWith({
      model,
      handleComms: false
    });
    expect(own.dispose).toHaveBeenCalledTimes(1);
    expect(own.shutdown).not.toHaveBeenCalled();
    expect(kernels.startNew).not.toHaveBeenCalled();
  });

  it('asks a subshell where the kernel has them', async () => {
    const known = {
      id: 'k1',
      supportsSubshells: true,
      requestCreateSubshell: () => ({
        done: Promise.resolve({ content: { subshell_id: 's1' } })
      })
    };
    const { kernel, kernels } = make({
      sessions: running,
      open: [
        {
          model: { defaultKernelName: 'python3' },
          sessionContext: { session: { kernel: known } }
        }
      ]
    });
    await kernel.evaluate('f()');
    expect(kernels.connectTo).toHaveBeenCalledWith(
      expect.objectContaining({ subshellId: 's1' })
    );
  });

  it('starts a kernel of its own and shuts it down', async () => {
    const { kernel, kernels, own } = make();
    expect(await kernel.evaluate('f()')).toBe('{"a": 1}');
    expect(kernels.startNew).toHaveBeenCalledWith(
      { name: 'python3' },
      { handleComms: false }
    );
    await Promise.resolve();
    expect(own.shutdown).toHaveBeenCalledTimes(1);
  });

  it('says that the kernel is not installed', async () => {
    const { kernel, kernels } = make({
      content: { metadata: { kernelspec: { name: 'nowhere' } } }
    });
    await expect(kernel.evaluate('f()')).rejects.toThrow(
      'The kernel “nowhere” of this notebook is not installed here.'
    );
    expect(kernels.startNew).not.toHaveBeenCalled();
  });

  it('does not ask a kernel of another language, and then knows it', async () => {
    const { kernel, own } = make({
      content: { metadata: { kernelspec: { name: 'irkernel' } } }
    });
    await expect(kernel.evaluate('f()')).rejects.toBeInstanceOf(
      KernelAnswerError
    );
    expect(own.requestExecute).not.toHaveBeenCalled();
    expect(kernel.language).toBe('r');
  });

  it('tells an exception, and what is no string', async () => {
    for (const value of [{ status: 'error', ename: 'E' }, text('42')]) {
      const { kernel, own } = make({
        sessions: running,
        connection: connection(value)
      });
      await expect(kernel.evaluate('f()')).rejects.toBeInstanceOf(
        KernelAnswerError
      );
      expect(own.dispose).toHaveBeenCalled();
    }
  });

  it('can be cancelled while it waits, and shuts its own kernel down', async () => {
    const { kernel, own } = make({ connection: connection() });
    const controller = new AbortController();
    const work = kernel.evaluate('f()', controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(work).rejects.toBeInstanceOf(CancelledError);
    expect(own.shutdown).toHaveBeenCalledTimes(1);
  });
});

describe('askKernel', () => {
  it('gives up on a busy kernel', async () => {
    const busy = connection() as unknown as Kernel.IKernelConnection;
    await expect(
      askKernel(busy, 'f()', {
        timeout: 5,
        isPython: true,
        trans: plainEnglish
      })
    ).rejects.toBeInstanceOf(KernelUnavailableError);
  });
});
