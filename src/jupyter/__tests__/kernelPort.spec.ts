import { Kernel, ServerConnection } from '@jupyterlab/services';
import { KERNELSPECS } from '@jupyterlab/services/lib/testutils';
import {
  KernelAnswerError,
  KernelBusyError,
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
    id: 'own',
    dispose: jest.fn(),
    statusChanged: { connect: jest.fn(), disconnect: jest.fn() },
    ...more
  };
}

type Listener = (sender: unknown, status: string) => void;

/** A connection that never answers, and whose kernel gets this status. */
function becoming(status: string) {
  const connect = jest.fn((listener: Listener) => {
    setTimeout(() => listener(null, status), 5);
  });
  return connection(undefined, {
    statusChanged: { connect, disconnect: jest.fn() }
  });
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
    path?: string;
    start?: () => Promise<ReturnType<typeof connection>>;
    shutdown?: () => Promise<undefined>;
  } = {}
) {
  const own = options.connection ?? connection(text(`'{"a": 1}'`));
  const jupyter = jest.fn(
    async (_input: RequestInfo) => new Response(null, { status: 204 })
  );
  const kernels = {
    connectTo: jest.fn((_options: object) => own),
    startNew: jest.fn(options.start ?? (async () => own)),
    shutdown: jest.fn(options.shutdown ?? (async () => undefined)),
    serverSettings: ServerConnection.makeSettings({ fetch: jupyter })
  };
  const contents = {
    normalize: (path: string) => path.replace(/^([^:/]*:)\//, '$1'),
    localPath: (path: string) => path.replace(/^[^:/]*:\/?/, ''),
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
    path: options.path ?? 'Drive:a.ipynb',
    services,
    contents,
    documents: { contexts: () => options.open ?? [] },
    trans: plainEnglish
  } as unknown as NotebookKernel.IOptions);
  return { kernel, kernels, own, contents, jupyter };
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
    expect(kernels.shutdown).not.toHaveBeenCalled();
    expect(kernels.startNew).not.toHaveBeenCalled();
  });

  const busy = [
    { ...running[0], kernel: { ...model, execution_state: 'busy' } }
  ];
  const open = (known: object) => [
    {
      model: { defaultKernelName: 'python3' },
      sessionContext: { session: { kernel: { id: 'k1', ...known } } }
    }
  ];
  const subshells = {
    supportsSubshells: true,
    requestCreateSubshell: jest.fn(() => ({
      done: Promise.resolve({ content: { subshell_id: 's1' } })
    }))
  };

  it.each([
    ['by the server', busy, subshells],
    ['by the open notebook', running, { ...subshells, status: 'busy' }]
  ])(
    'asks a subshell of a kernel that is busy %s',
    async (_, sessions, known) => {
      const { kernel, kernels, own } = make({ sessions, open: open(known) });
      expect(await kernel.evaluate('f()')).toBe('{"a": 1}');
      expect(kernels.connectTo).toHaveBeenCalledWith(
        expect.objectContaining({ subshellId: 's1' })
      );
      expect(own.dispose).toHaveBeenCalledTimes(1);
    }
  );

  it('asks an idle kernel without a subshell', async () => {
    const { kernel, kernels } = make({
      sessions: running,
      open: open(subshells)
    });
    await kernel.evaluate('f()');
    expect(kernels.connectTo).toHaveBeenCalledWith({
      model,
      handleComms: false
    });
  });

  it('says that a kernel without subshells is busy, and does not ask it', async () => {
    for (const known of [{ supportsSubshells: false }, { id: 'other' }]) {
      const { kernel, kernels } = make({ sessions: busy, open: open(known) });
      await expect(kernel.evaluate('f()')).rejects.toBeInstanceOf(
        KernelBusyError
      );
      expect(kernels.connectTo).not.toHaveBeenCalled();
      expect(kernels.startNew).not.toHaveBeenCalled();
    }
  });

  it('waits for a busy kernel, or asks another one, when it is told to', async () => {
    const waiting = make({ sessions: busy });
    await waiting.kernel.evaluate('f()', undefined, 'wait');
    expect(waiting.kernels.connectTo).toHaveBeenCalledTimes(1);
    expect(waiting.kernels.startNew).not.toHaveBeenCalled();
    const other = make({ sessions: busy });
    await other.kernel.evaluate('f()', undefined, 'start-another');
    expect(other.kernels.connectTo).not.toHaveBeenCalled();
    expect(other.kernels.startNew).toHaveBeenCalledTimes(1);
    expect(other.kernels.shutdown).toHaveBeenCalledWith('own');
  });

  it.each(['dead', 'autorestarting', 'restarting'])(
    'says that the kernel is %s while it is asked',
    async status => {
      const dying = becoming(status);
      const { kernel } = make({ sessions: running, connection: dying });
      const work = kernel.evaluate('f()');
      await expect(work).rejects.toBeInstanceOf(KernelUnavailableError);
      await expect(work).rejects.not.toBeInstanceOf(KernelBusyError);
      expect(dying.dispose).toHaveBeenCalledTimes(1);
    }
  );

  it('says so when the question is lost, or cannot be sent', async () => {
    for (const requestExecute of [
      () => ({ done: Promise.reject(new Error('Canceled future')) }),
      () => {
        throw new Error('Kernel is dead');
      }
    ]) {
      const own = connection(text(`'x'`), { requestExecute });
      const { kernel } = make({ sessions: running, connection: own });
      await expect(kernel.evaluate('f()')).rejects.toBeInstanceOf(
        KernelUnavailableError
      );
    }
  });

  it('starts a kernel of its own in the folder of the notebook, and shuts it down', async () => {
    const { kernel, kernels, own } = make({ path: 'Drive:nb/deep/a.ipynb' });
    expect(await kernel.evaluate('f()')).toBe('{"a": 1}');
    expect(kernels.startNew).toHaveBeenCalledWith(
      { name: 'python3', path: 'nb/deep' },
      { handleComms: false }
    );
    expect(kernels.shutdown).toHaveBeenCalledWith('own');
    expect(own.dispose).toHaveBeenCalledTimes(1);
  });

  it('shuts its own kernel down though it gave no answer', async () => {
    const { kernel, kernels } = make({ connection: becoming('dead') });
    await expect(kernel.evaluate('f()')).rejects.toBeInstanceOf(
      KernelUnavailableError
    );
    expect(kernels.shutdown).toHaveBeenCalledTimes(1);
  });

  it('shuts down a kernel whose start nobody waited for', async () => {
    const own = connection(text(`'x'`));
    const { kernel, kernels } = make({
      start: () => new Promise(resolve => setTimeout(() => resolve(own), 30))
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    await expect(
      kernel.evaluate('f()', controller.signal)
    ).rejects.toBeInstanceOf(CancelledError);
    expect(kernels.shutdown).not.toHaveBeenCalled();
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(kernels.shutdown).toHaveBeenCalledWith('own');
    expect(own.requestExecute).not.toHaveBeenCalled();
  });

  it('stops its own kernel with the page, and no other', async () => {
    const asked: string[] = [];
    for (const sessions of [[], running]) {
      const { kernel, jupyter } = make({ sessions, connection: connection() });
      const controller = new AbortController();
      const work = kernel.evaluate('f()', controller.signal);
      await new Promise(resolve => setTimeout(resolve, 10));
      window.dispatchEvent(new Event('pagehide'));
      asked.push(
        ...jupyter.mock.calls.map(([input]) => {
          const { method, url, keepalive } = new Request(input);
          return [method, new URL(url).pathname, keepalive].join(' ');
        })
      );
      controller.abort();
      await expect(work).rejects.toBeInstanceOf(CancelledError);
    }
    expect(asked).toEqual(['DELETE /api/kernels/own true']);
    // What was stopped is not stopped again.
    const { kernel, jupyter } = make();
    await kernel.evaluate('f()');
    window.dispatchEvent(new Event('pagehide'));
    expect(jupyter).not.toHaveBeenCalled();
  });

  it('says that its own kernel could not be started', async () => {
    const { kernel } = make({ start: async () => Promise.reject(new Error('500')) }); // prettier-ignore
    await expect(kernel.evaluate('f()')).rejects.toThrow(
      'The kernel “python3” could not be started.'
    );
  });

  it('tries again to shut its own kernel down, and keeps the answer', async () => {
    const { kernel, kernels } = make({
      shutdown: async () => Promise.reject(new Error('offline'))
    });
    expect(await kernel.evaluate('f()')).toBe('{"a": 1}');
    expect(kernels.shutdown).toHaveBeenCalledTimes(3);
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

  it('asks again when a failing cell took the question down with it', async () => {
    const aborted = { content: { status: 'aborted' } };
    const own = connection(text(`'1'`));
    own.requestExecute.mockReturnValueOnce({
      done: Promise.resolve(aborted)
    } as never);
    const { kernel } = make({ sessions: running, connection: own });
    expect(await kernel.evaluate('f()')).toBe('1');
    expect(own.requestExecute).toHaveBeenCalledTimes(2);
    own.requestExecute.mockReturnValue({
      done: Promise.resolve(aborted)
    } as never);
    await expect(kernel.evaluate('f()')).rejects.toBeInstanceOf(
      KernelAnswerError
    );
    expect(own.requestExecute).toHaveBeenCalledTimes(5);
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
    const { kernel, kernels } = make({ connection: connection() });
    const controller = new AbortController();
    const work = kernel.evaluate('f()', controller.signal);
    setTimeout(() => controller.abort(), 10);
    await expect(work).rejects.toBeInstanceOf(CancelledError);
    expect(kernels.shutdown).toHaveBeenCalledTimes(1);
  });
});

describe('askKernel', () => {
  it('gives up on a busy kernel', async () => {
    const busy = connection() as unknown as Kernel.IKernelConnection;
    await expect(
      askKernel(busy, 'f()', {
        timeout: 5,
        language: 'python',
        trans: plainEnglish
      })
    ).rejects.toBeInstanceOf(KernelBusyError);
  });

  it.each([
    ['R', { payload: [{ source: 'page', data: { 'text/plain': '\n\n{"a": 1}\n' } }] }], // prettier-ignore
    ['R', { user_expressions: { value: text('[1] "{\\"a\\": 1}"') } }],
    ['julia', { user_expressions: { value: text('{"a": 1}') } }],
    ['python', { user_expressions: { value: text(`'{"a": 1}'`) } }]
  ])('reads the answer of %s', async (language, content) => {
    const requestExecute = jest.fn((_content: object) => ({
      done: Promise.resolve({ content })
    }));
    const own = connection({}, { requestExecute });
    const answer = await askKernel(
      own as unknown as Kernel.IKernelConnection,
      'f()',
      { timeout: 100, language, trans: plainEnglish }
    );
    expect(answer).toBe('{"a": 1}');
    expect(requestExecute.mock.calls[0][0]).toMatchObject({
      silent: true,
      store_history: false
    });
  });

  it.each([
    ['R', { payload: 'x' }],
    ['R', { payload: [{ source: 'page' }] }],
    ['R', { user_expressions: { value: text('NULL') } }],
    ['julia', { user_expressions: { value: { status: 'error' } } }]
  ])('does not trust the answer of %s', async (language, content) => {
    const requestExecute = () => ({ done: Promise.resolve({ content }) });
    const own = connection({}, { requestExecute });
    await expect(
      askKernel(own as unknown as Kernel.IKernelConnection, 'f()', {
        timeout: 100,
        language,
        trans: plainEnglish
      })
    ).rejects.toBeInstanceOf(KernelAnswerError);
  });
});
