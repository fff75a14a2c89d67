import {
  lacking,
  madeEnvironment,
  ranNotebook
} from '../../../core/testRun/__tests__/simulatedTestRuns';
import { evidenceSentence } from '../../../core/testRun/evidence';
import type { ITestRun } from '../../../core/testRun/testRuns';
import type { ITestRunState } from '../../../session/testRun/testRunState';
import { noTestRun } from '../../../session/testRun/testRunState';
import { pseudoLocale } from '../../__tests__/pseudo';
import { FakeSession, Page, readyState } from '../../__tests__/testing';
import { textsOf, unfold, untranslatedIn } from '../../__tests__/untranslated';

let page: Page;

afterEach(() => page.dispose());

const begun: ITestRun = {
  ...{ id: 'r1', publication: 'one', stamp: 's', phase: 'running' },
  ...{ begun: 1, ended: 0, now: null, environment: null, notebooks: [] },
  ...{ failure: null, logLength: 10 }
};

const offered: ITestRunState = {
  ...noTestRun,
  how: 'environment',
  notebooks: [
    { path: 'a.ipynb', on: true },
    { path: 'b.ipynb', on: false }
  ]
};

const ended: ITestRunState = {
  ...offered,
  ...{ status: 'ended', holds: true },
  run: {
    ...begun,
    ...{ phase: 'done', ended: Date.UTC(2026, 10, 21, 12) },
    environment: {
      ...madeEnvironment,
      isolation: 'watched',
      differences: [
        { code: 'version', detail: '3.9' },
        { code: 'apt', detail: 'gsl' }
      ]
    }
  },
  results: [
    {
      run: ranNotebook('a.ipynb', { peakBytes: 3e9 }),
      ...{ outputs: 'same', comparison: null, findings: [] }
    },
    {
      run: lacking('b.ipynb', 'xarray'),
      ...{ outputs: null, comparison: null },
      findings: [
        {
          ...{ id: 'test-run.missing-package', severity: 'warning' },
          ...{ section: 'environment', message: 'xarray is missing.' },
          place: { path: 'b.ipynb', cell: 1 }
        }
      ]
    }
  ],
  evidence: {
    ...{ stamp: 's', kind: 'environment', begun: 1, environment: null },
    ended: Date.UTC(2026, 10, 21, 12),
    notebooks: [
      {
        ...{ path: 'a.ipynb', outcome: 'ran', error: '', outputs: 'same' },
        ...{ seconds: 3, peakBytes: 0 }
      }
    ]
  }
};

function show(
  testRun: ITestRunState,
  trans?: typeof pseudoLocale
): FakeSession {
  const session = new FakeSession({ ...readyState(), testRun }, trans);
  page = new Page(session);
  return session;
}

const group = () => page.all('[role="group"][aria-label="Test run"]')[0];
const button = (name: string) =>
  [...group().querySelectorAll('button')].find(one =>
    one.textContent?.startsWith(name)
  ) as HTMLButtonElement;

describe('the test run', () => {
  it('is not there where nothing runs it', () => {
    show({ ...offered, how: 'none' });
    expect(group()).toBeUndefined();
  });

  it('is proposed where the user is about to publish', () => {
    show(offered);
    expect(page.host.textContent).toMatch(/not yet run as a reader would/);
    const [go] = page
      .all<HTMLButtonElement>('button')
      .filter(one => one.textContent === 'Go to the test run');
    page.press(go);
    expect(document.activeElement?.textContent).toMatch(/^Test run/);
  });

  it('runs what is ticked', () => {
    const session = show(offered);
    const boxes = [...group().querySelectorAll('input')];
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
    page.press(boxes[1]);
    page.press(button('Test run'));
    expect(session.calls).toEqual([
      ['chooseRun', 'b.ipynb', true],
      ['startRun']
    ]);
  });

  it('is not begun with nothing ticked', () => {
    const session = show({
      ...offered,
      notebooks: [{ path: 'a.ipynb', on: false }]
    });
    page.press(button('Test run'));
    expect(session.calls).toEqual([]);
  });

  const allowed = {
    ...offered,
    offer: {
      ...{ maxBytes: 1e9, cellSeconds: 600, totalSeconds: 3600 },
      memoryBytes: 2e9
    }
  };
  const ofCell = 'Time limit for one cell, in minutes';
  const ofAll = 'Time limit for all notebooks, in minutes';

  it('tells what it may take; less can be asked for', () => {
    const session = show(allowed);
    expect(group().textContent).toMatch(/A cell may take 10 min, all together 60 min/); // prettier-ignore
    expect(page.all('input[inputmode]')).toEqual([]);
    page.press(button('Time limits'));
    expect(button('Hide the time limits').getAttribute('aria-expanded')).toBe('true'); // prettier-ignore
    const cell = page.field<HTMLInputElement>(ofCell);
    expect(cell.value).toBe('10');
    expect(page.field<HTMLInputElement>(ofAll).value).toBe('60');
    page.type(cell, '2');
    expect(session.calls).toEqual([['setLimit', 'cell', '2']]);
    page.press(button('Hide the time limits'));
    expect(page.all('input[inputmode]')).toEqual([]);
  });

  it('tells the limits that were lowered, also after a run', () => {
    const { offer } = allowed;
    show({ ...ended, offer, limits: { cell: '2', total: '0.5' } });
    expect(group().textContent).toMatch(/A cell may take 2 min, all together 30 s/); // prettier-ignore
  });

  it.each([
    ['11', 'At most 10 minutes are possible here.'],
    ['soon', 'Write minutes as a number above 0, as 5 or 0.5.']
  ])(
    'is not begun with a wrong limit, which stays in view: %s',
    (text, words) => {
      // prettier-ignore
      const session = show({ ...allowed, limits: { cell: text, total: null } });
      const cell = page.field<HTMLInputElement>(ofCell);
      expect(cell.getAttribute('aria-invalid')).toBe('true');
      const [error] = cell.getAttribute('aria-describedby')!.split(' ');
      expect(document.getElementById(error)?.textContent).toBe(words);
      expect(page.field(ofAll).hasAttribute('aria-invalid')).toBe(false);
      page.press(button('Hide the time limits'));
      page.key('Escape', cell);
      expect(page.field(ofCell)).toBe(cell);
      page.press(button('Test run'));
      expect(session.calls).toEqual([]);
    }
  );

  it('has no limits where nothing sets them, until they are written', () => {
    const offer = {
      ...{ maxBytes: 1e9, memoryBytes: 0, cellSeconds: 0, totalSeconds: 0 }
    };
    show({ ...offered, how: 'kernel', offer });
    page.press(button('Time limits'));
    expect(page.field<HTMLInputElement>(ofCell).value).toBe('');
    expect(page.field<HTMLInputElement>(ofAll).value).toBe('');
    expect(group().textContent).not.toMatch(/A cell may take/);
    page.dispose();
    show({
      ...offered,
      how: 'kernel',
      offer,
      limits: { cell: '2', total: '' }
    });
    expect(group().textContent).toMatch(/A cell may take 2 min\./);
  });

  it.each([
    ['cell-timeout', /cell 3 took longer than the time limit for one cell/],
    ['timeout', /the time limit for all notebooks was over/]
  ] as const)('says which limit was too short: %s', (outcome, words) => {
    const run = ranNotebook('a.ipynb', { outcome, cell: 2, done: 1 });
    const result = { run, outputs: null, comparison: null, findings: [] };
    show({ ...ended, results: [result] });
    expect(group().textContent).toMatch(words);
  });

  it.each<[Partial<ITestRun>, RegExp]>([
    [{ phase: 'queued' }, /Waiting for another test run/],
    [{ phase: 'environment' }, /Creating the environment/],
    [{ phase: 'installing' }, /Installing the packages/],
    [{ now: { notebook: 'x/a.ipynb', cell: 0, cells: 0 } }, /Starting the notebook/], // prettier-ignore
    [{ now: { notebook: 'x/a.ipynb', cell: 7, cells: 23 } }, /Running a\.ipynb, cell 7 of 23/] // prettier-ignore
  ])('says where it is: %j', (change, words) => {
    const session = show({
      ...offered,
      status: 'running',
      run: { ...begun, ...change }
    });
    expect(group().textContent).toMatch(words);
    page.press(button('Cancel test run'));
    page.press(button('Show the log'));
    expect(session.calls).toEqual([['cancelRun'], ['showLog', true]]);
  });

  it('says what became of each notebook, what it took, and how near Binder it was', () => {
    const session = show(ended);
    const text = group().textContent ?? '';
    expect(text).toMatch(/a\.ipynb ran to the end, same outputs/);
    expect(text).toMatch(/3\.0 GB of memory: more than the 2 GB/);
    expect(text).toMatch(/b\.ipynb stopped at cell 2: ModuleNotFoundError/);
    expect(text).toMatch(/xarray is missing/);
    expect(text).toMatch(/Binder starts version 3\.9/);
    expect(text).toMatch(/cannot hide your folders/);
    expect(text).toMatch(/The notebook re-ran in a clean environment on/);
    page.press(group().querySelectorAll('input')[0]);
    expect(session.calls).toEqual([['setTells', true]]);
  });

  it('unfolds an error, and offers to fold it again', () => {
    show(ended);
    const words = "ModuleNotFoundError: No module named 'xarray'";
    expect(group().textContent).not.toContain(words);
    page.press(button('Show the error'));
    expect(group().textContent).toContain(words);
    page.press(button('Hide the error'));
    expect(group().textContent).not.toContain(words);
    expect(button('Show the error')).toBeDefined();
  });

  it('says that it holds no longer, and offers to tell nothing', () => {
    show({ ...ended, holds: false });
    expect(group().textContent).toMatch(/holds no longer/);
    expect(group().textContent).not.toMatch(/Tell readers/);
  });

  it('says what an installer could not do', () => {
    const failure = { code: 'install', path: '', text: 'no such package' };
    show({
      ...{ ...ended, results: [], evidence: null },
      run: { ...begun, phase: 'failed', ended: 5, failure }
    });
    expect(group().textContent).toMatch(/could not be installed/);
  });

  it('shows what was kept of a run that the server forgot', () => {
    show({ ...ended, status: 'idle', run: null, results: [] });
    expect(group().textContent).toMatch(
      /a\.ipynb ran to the end, same outputs/
    );
  });

  it.each([
    offered,
    allowed,
    { ...ended, log: '' },
    { ...ended, holds: false }
  ])('goes through the translator (%#)', testRun => {
    show(testRun, pseudoLocale);
    unfold(page.host);
    const { run, evidence, results, notebooks } = testRun;
    // Names, and what stands in the record, in the language of records.
    const own = ['Python', 'uv', 'GB', 'MB', evidence && evidenceSentence(evidence)]; // prettier-ignore
    const data = [run, results, notebooks, own].flatMap(textsOf);
    const [part] = page.all('.jp-ZenodoPublisher-testRun');
    expect(untranslatedIn(part, data)).toEqual([]);
  });
});
