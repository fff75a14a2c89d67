import { MemoryFiles } from '../../../core/memoryFiles';
import { ranNotebook } from '../../../core/testRun/__tests__/simulatedTestRuns';
import type {
  IFreshKernels,
  IFreshOrder,
  IFreshResult
} from '../../../core/testRun/freshKernels';
import type { ITestRun, ITestRunOrder } from '../../../core/testRun/testRuns';
import { plainEnglish as trans } from '../../../core/text';
import { FreshTestRuns } from '../freshTestRuns';

const order: ITestRunOrder = {
  ...{ publication: 'p', stamp: 's', notebooks: ['a.ipynb'] },
  entries: [
    { path: 'a.ipynb', size: 2, lastModified: '', source: 'study/a.ipynb' },
    { path: 'made.txt', size: 1, lastModified: '', content: bytes('m') }
  ],
  ...{ cellSeconds: null, totalSeconds: null }
};

const begun: ITestRun = {
  ...{ id: 'one', publication: 'p', stamp: 's', phase: 'unpacking' },
  ...{ begun: 1, ended: 0, now: null, environment: null, failure: null },
  ...{ notebooks: [ranNotebook('a.ipynb')], logLength: 0 }
};

/** Kernels that say at once that they begin, as the real ones do, and end when told to. */
class PromptKernels implements IFreshKernels {
  readonly maxBytes = 1e6;
  order: IFreshOrder | null = null;
  signal: AbortSignal | undefined;
  end: (change?: Partial<IFreshResult>) => void = () => undefined;
  tell: (run: ITestRun) => void = () => undefined;

  run(
    order: IFreshOrder,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<IFreshResult> {
    this.order = order;
    this.signal = signal;
    this.tell = onState;
    onState(begun);
    return new Promise(resolve => {
      this.end = change =>
        resolve({
          run: { ...begun, phase: 'done', ended: 2 },
          notebooks: new Map([['a.ipynb', '{}']]),
          ...{ leftOut: [], left: null },
          ...change
        });
    });
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function setUp() {
  const kernels = new PromptKernels();
  const files = new MemoryFiles({ 'study/a.ipynb': '{}' });
  const runs = new FreshTestRuns({ kernels, files, folder: '', trans });
  return { kernels, runs };
}

it('a run that tells at once that it begins has begun', async () => {
  const { runs } = setUp();
  expect(await runs.start(order)).toEqual(begun);
});

it('the files are those of the order: read from the server, or made here', async () => {
  const { kernels, runs } = setUp();
  await runs.start(order);
  const { files, folder } = kernels.order!;
  expect(folder).toBe('');
  const read = await Promise.all(
    files.map(async file => [file.path, await file.read()])
  );
  expect(read).toEqual([
    ['a.ipynb', bytes('{}')],
    ['made.txt', bytes('m')]
  ]);
});

it('whoever follows is told each change and the end, and gets the notebooks', async () => {
  const { kernels, runs } = setUp();
  const { id } = await runs.start(order);
  const seen: string[] = [];
  const ended = runs.follow(id, ({ phase }) => seen.push(phase));
  kernels.tell({ ...begun, phase: 'running' });
  kernels.end();
  expect(await ended).toMatchObject({ phase: 'done', logLength: 0 });
  expect(seen).toEqual(['running']);
  expect(await runs.notebook(id, 'a.ipynb')).toBe('{}');
  await expect(runs.notebook(id, 'b.ipynb')).rejects.toThrow('b.ipynb');
});

it('the log says which files were not copied, and what could not be removed', async () => {
  const { kernels, runs } = setUp();
  const { id } = await runs.start(order);
  const ended = runs.follow(id, () => undefined);
  kernels.end({ leftOut: ['.env'], left: 'test-run-x' });
  const { logLength } = await ended;
  const log = await runs.log(id, 0);
  expect(log).toContain('.env');
  expect(log).toContain('test-run-x');
  expect(logLength).toBe(log.length);
});

it('it ends when it is cancelled, and when nobody looks any more', async () => {
  for (const isClosed of [false, true]) {
    const { kernels, runs } = setUp();
    const { id } = await runs.start(order);
    const panel = new AbortController();
    void runs.follow(id, () => undefined, panel.signal);
    const ended = isClosed ? panel.abort() : runs.cancel();
    expect(kernels.signal?.aborted).toBe(true);
    kernels.end();
    await ended;
  }
});

it('what cannot be run at all is told by the one who asked', async () => {
  const { kernels, runs } = setUp();
  kernels.run = () => Promise.reject(new Error('no kernels'));
  await expect(runs.start(order)).rejects.toThrow('no kernels');
});
