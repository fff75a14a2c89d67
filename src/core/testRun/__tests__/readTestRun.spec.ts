import { readTestRun, readTestRunOffer } from '../readTestRun';

const told = {
  ...{ id: 'a', publication: 'p', stamp: 's', phase: 'done', sequence: 9 },
  ...{ begun: 10.5, ended: 20, now: null, failure: null, logLength: 12 },
  environment: {
    ...{ tool: 'uv', files: ['requirements.txt'], language: 'python' },
    ...{ wanted: '3.9', used: '3.10.13', isolation: 'watched', seconds: 2 },
    differences: [
      { code: 'version', detail: '3.9' },
      { code: 'of-a-later-version', detail: '' }
    ]
  },
  notebooks: [
    {
      ...{ path: 'a.ipynb', outcome: 'error', cells: 3, done: 1, cell: 4 },
      error: {
        name: 'KeyError',
        value: "'x'",
        traceback: 'a\r\nb\u001b[0m\tc'
      },
      ...{ seconds: 1.5, peakBytes: 7, outside: ['/etc/x', 4] }
    },
    { path: 'b.ipynb', outcome: 'of-a-later-version' }
  ]
};

describe('what a server says of a test run', () => {
  it('is read, with times in milliseconds', () => {
    expect(readTestRun(told)).toEqual({
      ...{ id: 'a', publication: 'p', stamp: 's', phase: 'done' },
      ...{ begun: 10500, ended: 20000, now: null, failure: null },
      logLength: 12,
      environment: {
        ...told.environment,
        differences: [{ code: 'version', detail: '3.9' }]
      },
      notebooks: [
        {
          ...{ path: 'a.ipynb', outcome: 'error', cells: 3, done: 1, cell: 4 },
          error: { name: 'KeyError', value: "'x'", traceback: 'a\nb[0m\tc' },
          ...{ seconds: 1.5, peakBytes: 7, outside: ['/etc/x'] }
        }
      ]
    });
  });

  it.each([
    null,
    'x',
    [],
    {},
    { ...told, id: '' },
    { ...told, phase: 'of-a-later-version' }
  ])('is nothing where it is none: %j', value => {
    expect(readTestRun(value)).toBeNull();
  });

  it('has numbers, lists and texts where it should, whatever came', () => {
    const run = readTestRun({
      ...told,
      ...{ begun: 'x', ended: -1, logLength: null, notebooks: 'x' },
      now: { notebook: 'a.ipynb', cell: 'x' },
      failure: { code: 7, text: 'x'.repeat(1e5), path: {} }
    });
    expect(run).toMatchObject({
      ...{ begun: 0, ended: 0, logLength: 0, notebooks: [] },
      now: { notebook: 'a.ipynb', cell: 0, cells: 0 },
      failure: { code: 'trouble', path: '' }
    });
    expect(run?.failure?.text).toHaveLength(4000);
  });

  it('offers nothing where it does not say how much', () => {
    expect(readTestRunOffer({ testRuns: null })).toBeNull();
    expect(readTestRunOffer(null)).toBeNull();
    const offer = {
      ...{ maxBytes: 1, cellSeconds: 2, totalSeconds: 3, memoryBytes: 4 }
    };
    expect(readTestRunOffer({ testRuns: offer })).toEqual(offer);
  });
});
