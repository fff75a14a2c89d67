import { ReadableStream } from 'stream/web';
import type { Contents } from '@jupyterlab/services';
import type { IFreshOrder } from '../../core/testRun/freshKernels';
import type { ITestRun } from '../../core/testRun/testRuns';
import { plainEnglish } from '../../core/text';
import { FreshKernelRuns } from '../freshRun';

Object.assign(globalThis, { ReadableStream });

function failure(status: number): Error {
  return Object.assign(new Error('no'), { response: { status } });
}

/** A server's files, as far as these tests need them. */
class Disk {
  /** What is there: folders are null. */
  readonly all = new Map<string, string | null>([['project', null]]);
  /** Whether it removes folders that are not empty. */
  removesFull = true;
  /** Refuses to remove anything. */
  isStuck = false;

  readonly contents = {
    localPath: (path: string) => path.replace(/^[^:/]*:\/?/, ''),
    get: async (path: string, options: { content?: boolean }) => {
      if (!this.all.has(path)) {
        throw failure(404);
      }
      const below = [...this.all].filter(
        ([one]) => one.slice(0, one.lastIndexOf('/')) === path
      );
      return {
        path,
        size: this.all.get(path)?.length,
        content: options.content
          ? below.map(([one, text]) => ({
              path: one,
              type: text === null ? 'directory' : 'file'
            }))
          : null
      };
    },
    save: async (path: string, model: { content: string }) => {
      if (path.includes('/.')) {
        throw failure(400);
      }
      this.all.set(path, atob(model.content));
      return { path };
    },
    newUntitled: async ({ path }: { path: string }) => {
      this.all.set(`${path}/Untitled`, null);
      return { path: `${path}/Untitled` };
    },
    rename: async (from: string, to: string) => {
      this.all.delete(from);
      this.all.set(to, null);
    },
    delete: async (path: string) => {
      if (!this.all.has(path)) {
        throw failure(404);
      }
      const below = [...this.all.keys()].filter(one =>
        one.startsWith(`${path}/`)
      );
      if (this.isStuck || (below.length && !this.removesFull)) {
        throw failure(400);
      }
      [path, ...below].forEach(one => this.all.delete(one));
    }
  };
}

type Reply = { status: string; messages?: [string, object][]; more?: object };

/** Kernels that answer code with what is prepared; without that, never. */
class Kernels {
  constructor(private readonly _replies: Record<string, Reply>) {}

  readonly started: object[] = [];
  readonly ran: object[] = [];
  readonly stopped: string[] = [];
  /** The status that a kernel gets when it is asked what is not prepared. */
  fate: string | null = null;
  onRun: (code: string) => void = () => undefined;

  readonly manager = {
    startNew: async (where: object) => {
      this.started.push(where);
      let listen: (sender: unknown, status: string) => void = () => undefined;
      return {
        id: `k${this.started.length}`,
        info: Promise.resolve({}),
        dispose: () => undefined,
        statusChanged: {
          connect: (listener: typeof listen) => (listen = listener),
          disconnect: () => undefined
        },
        requestExecute: (content: { code: string }) => {
          this.ran.push(content);
          const reply = this._replies[content.code];
          const future = {
            onIOPub: (_: object) => undefined,
            dispose: () => undefined,
            done: Promise.resolve<unknown>(null)
          };
          future.done = (async () => {
            await new Promise(resolve => setTimeout(resolve, 1));
            this.onRun(content.code);
            if (!reply) {
              setTimeout(() => this.fate && listen(null, this.fate), 5);
              return new Promise(() => undefined);
            }
            for (const [msg_type, one] of reply.messages ?? []) {
              future.onIOPub({ header: { msg_type }, content: one });
            }
            return {
              content: {
                status: reply.status,
                execution_count: this.ran.length,
                ...reply.more
              }
            };
          })();
          return future;
        }
      };
    },
    shutdown: async (id: string) => {
      this.stopped.push(id);
    }
  };
}

const boom = {
  ename: 'ValueError',
  evalue: 'no',
  traceback: ['\u001b[31mValueError\u001b[0m', 'no']
};
const replies: Record<string, Reply> = {
  'print(1)': {
    status: 'ok',
    messages: [
      ['stream', { name: 'stdout', text: '1' }],
      ['stream', { name: 'stdout', text: '\n' }]
    ]
  },
  x: {
    status: 'ok',
    messages: [
      [
        'execute_result',
        { data: { 'text/plain': '5' }, metadata: {}, execution_count: 2 }
      ]
    ]
  },
  'fail()': { status: 'error', messages: [['error', boom]], more: boom }
};

interface IWritten {
  readonly source: string;
  readonly tags?: string[];
}

function notebook(
  cells: (string | IWritten)[],
  kernel = 'python3'
): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: kernel } },
      cells: cells
        .map(cell => (typeof cell === 'string' ? { source: cell } : cell))
        .map(({ source, tags = [] }) => ({
          cell_type: source.startsWith('#') ? 'markdown' : 'code',
          source,
          metadata: { tags },
          ...(source.startsWith('#')
            ? {}
            : { execution_count: 9, outputs: [{ output_type: 'stream' }] })
        }))
    })
  );
}

function make(
  files: Record<string, Uint8Array>,
  change: Partial<IFreshOrder> = {}
) {
  const disk = new Disk();
  const kernels = new Kernels(replies);
  const runs = new FreshKernelRuns({
    services: {
      kernels: kernels.manager,
      kernelspecs: {
        ready: Promise.resolve(),
        specs: { kernelspecs: { python3: {} } }
      }
    },
    contents: disk.contents as unknown as Contents.IManager,
    trans: plainEnglish
  } as unknown as FreshKernelRuns.IOptions);
  const order: IFreshOrder = {
    publication: 'p',
    stamp: 's',
    notebooks: Object.keys(files).filter(path => path.endsWith('.ipynb')),
    files: Object.entries(files).map(([path, bytes]) => ({
      path,
      size: bytes.length,
      read: async () => bytes
    })),
    folder: 'project',
    cellSeconds: null,
    totalSeconds: null,
    ...change
  };
  const states: ITestRun[] = [];
  const abort = new AbortController();
  const run = () => runs.run(order, state => states.push(state), abort.signal);
  const left = () => [...disk.all.keys()].filter(path => path !== 'project');
  return { disk, kernels, states, abort, run, left };
}

const data = new TextEncoder().encode('a,b');

describe('FreshKernelRuns', () => {
  it('runs the cells of a copy one after another, and removes it', async () => {
    const desk = make({
      'nb/a.ipynb': notebook(['print(1)', '# text', '', 'x']),
      'data/in.csv': data
    });
    let copied: string[] = [];
    desk.kernels.onRun = () => {
      copied = desk.left();
    };
    const { run, notebooks, left, leftOut } = await desk.run();
    expect(run).toMatchObject({
      ...{ phase: 'done', environment: null, failure: null, now: null },
      notebooks: [{ path: 'nb/a.ipynb', outcome: 'ran', cells: 2, done: 2 }]
    });
    expect([left, leftOut, desk.left()]).toEqual([null, [], []]);
    const folder = copied[0];
    expect(folder).toMatch(/^project\/test-run-safe-to-delete-\w{1,6}$/);
    expect(copied.sort()).toEqual([
      folder,
      ...['data', 'data/in.csv', 'nb', 'nb/a.ipynb'].map(
        path => `${folder}/${path}`
      )
    ]);
    expect(desk.kernels.started).toEqual([
      { name: 'python3', path: `${folder}/nb` }
    ]);
    expect(desk.kernels.stopped).toEqual(['k1']);
    const { cells } = JSON.parse(notebooks.get('nb/a.ipynb') ?? '') as {
      cells: { outputs?: object[]; execution_count?: number }[];
    };
    expect(cells[0]).toMatchObject({
      execution_count: 1,
      outputs: [{ output_type: 'stream', name: 'stdout', text: '1\n' }]
    });
    expect(cells[3].outputs).toEqual([
      {
        ...{ output_type: 'execute_result', metadata: {}, execution_count: 2 },
        data: { 'text/plain': '5' }
      }
    ]);
    expect(
      desk.states.map(({ phase, now }) => `${phase} ${now?.cell ?? ''}`)
    ).toEqual(
      expect.arrayContaining(['unpacking ', 'running 1', 'running 2', 'done '])
    );
  });

  it('stops a notebook at an error, and goes on with the next one', async () => {
    const desk = make({
      'a.ipynb': notebook(['# text', 'print(1)', 'fail()', 'x']),
      'b.ipynb': notebook([
        { source: 'fail()', tags: ['raises-exception'] },
        'print(1)'
      ])
    });
    const { run, notebooks } = await desk.run();
    expect(run.notebooks).toMatchObject([
      {
        ...{ outcome: 'error', cells: 3, done: 1, cell: 2 },
        error: {
          ...{ name: 'ValueError', value: 'no' },
          traceback: 'ValueError\nno'
        }
      },
      { outcome: 'ran', cells: 2, done: 2, cell: null }
    ]);
    const { cells } = JSON.parse(notebooks.get('a.ipynb') ?? '') as {
      cells: { outputs: object[]; execution_count: number | null }[];
    };
    expect(cells[2].outputs).toMatchObject([{ output_type: 'error' }]);
    // What did not run has no outputs any more.
    expect(cells[3]).toMatchObject({ outputs: [], execution_count: null });
    expect(desk.kernels.stopped).toEqual(['k1', 'k2']);
  });

  it.each([
    ['cell-timeout', { cellSeconds: 0.02 }],
    ['timeout', { totalSeconds: 0.02 }]
  ])('ends a cell that takes too long: %s', async (outcome, limits) => {
    const desk = make({ 'a.ipynb': notebook(['sleep()', 'x']) }, limits);
    const { run } = await desk.run();
    expect(run).toMatchObject({
      phase: 'done',
      notebooks: [{ outcome, cell: 0, done: 0 }]
    });
    expect(desk.kernels.stopped).toEqual(['k1']);
    expect(desk.left()).toEqual([]);
  });

  it('says that a kernel ended, that there is none, or no notebook', async () => {
    const desk = make({
      'a.ipynb': notebook(['crash()']),
      'b.ipynb': notebook(['x'], 'ir'),
      'c.ipynb': data
    });
    desk.kernels.fate = 'dead';
    const { run } = await desk.run();
    expect(run.notebooks.map(({ outcome }) => outcome)).toEqual([
      ...['died', 'no-kernel', 'unreadable']
    ]);
  });

  it('is cancelled in the midst of a cell, and leaves nothing', async () => {
    const desk = make({ 'a.ipynb': notebook(['sleep()']) });
    desk.kernels.onRun = () => desk.abort.abort();
    const { run, left } = await desk.run();
    expect([run.phase, left, desk.left()]).toEqual(['cancelled', null, []]);
    expect(desk.kernels.stopped).toEqual(['k1']);
    expect(desk.states.at(-1)).toBe(run);
  });

  it('takes no more than it can carry', async () => {
    const desk = make({});
    const runs = make(
      {},
      {
        files: [
          { path: 'a', size: 50_000_001, read: async () => new Uint8Array() }
        ]
      }
    );
    expect((await runs.run()).run).toMatchObject({
      phase: 'failed',
      failure: { code: 'too-large' }
    });
    expect((await desk.run()).run.phase).toBe('done');
  });

  it('removes its folder also where Jupyter removes empty ones only', async () => {
    const desk = make({ 'a/b/c.ipynb': notebook(['x']) });
    desk.disk.removesFull = false;
    const { left } = await desk.run();
    expect([left, desk.left()]).toEqual([null, []]);
  });

  it('names the folder that it could not remove', async () => {
    const desk = make({ 'a.ipynb': notebook(['x']) });
    desk.disk.isStuck = true;
    const { run, left } = await desk.run();
    expect(run.phase).toBe('done');
    expect(left).toMatch(/^project\/test-run-safe-to-delete-/);
  });

  it('runs without files that Jupyter does not write, and names them', async () => {
    const desk = make({ 'a.ipynb': notebook(['x']), '.binder/start': data });
    const { run, leftOut } = await desk.run();
    expect([run.phase, leftOut]).toEqual(['done', ['.binder/start']]);
  });

  it('says why the copy could not be made', async () => {
    const desk = make({ 'a.ipynb': notebook(['x']) });
    desk.disk.contents.newUntitled = async () => {
      throw failure(403);
    };
    const { run } = await desk.run();
    expect(run).toMatchObject({
      phase: 'failed',
      failure: {
        ...{ code: 'trouble' },
        text: 'Jupyter may not write into this folder.'
      }
    });
    expect(desk.kernels.started).toEqual([]);
  });
});
