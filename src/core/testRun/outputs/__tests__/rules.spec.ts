import { IComparison } from '../comparison';
import { compareText } from '../compareText';
import { readsClock } from '../timeRules';

const ran = Date.UTC(2026, 10, 22, 9);

function found(a: string, b: string, source = ''): string {
  const context = { ran, readsClock: readsClock(source) };
  const one = compareText(a, b, context);
  const back = compareText(b, a, context);
  expect([back.verdict, words(back)]).toEqual([one.verdict, words(one)]);
  return [one.verdict, ...words(one)].join(' ');
}

const words = ({ reasons }: IComparison) => [...reasons].sort();

describe('dates', () => {
  it.each([
    ['2019-05-01', '2026-11-22'],
    ['2019-05-01 10:11:12', '2026-11-22 09:00:01'],
    ['2019-05-01T10:11:12.123Z', '2026-11-22T09:00:01.456Z'],
    ['Wed May  1 10:11:12 2019', 'Sun Nov 22 09:00:01 2026'],
    ['May 1, 2019', 'November 22, 2026'],
    ['Wed, 01 May 2019 10:11:12', 'Sun, 22 Nov 2026 09:00:01'],
    ['01.05.2019', '22.11.2026'],
    ['05/01/2019 10:11', '11/22/2026 09:00'],
    ['1556705472.25', '1795338822.5'],
    ['1556705472123', '1795338822500'],
    ['datetime.date(2019, 5, 1)', 'datetime.date(2026, 11, 22)']
  ])('of the run are alike: %s and %s', (a, b) => {
    expect(found(`run: ${a}`, `run: ${b}`)).toBe('alike time');
  });

  it.each([
    ['2019-05-01', '2019-05-02'],
    ['2019-05-01 10:11:12', '2019-05-01 10:11:13'],
    ['Wed May  1 10:11:12 2019', 'Thu May  2 10:11:12 2019'],
    ['1556705472', '1556705473'],
    ['01.05.2019', '02.05.2019'],
    ['10:11:12', '10:11:13']
  ])('of data are different: %s and %s', (a, b) => {
    expect(found(`run: ${a}`, `run: ${b}`)).toMatch(/^different/);
  });

  it('of data beside one of the run are different', () => {
    expect(found('2019-05-01 2019-05-01', '2026-11-22 2019-05-02')).toMatch(
      /^different/
    );
  });
});

describe('durations', () => {
  it.each([
    'CPU times: user 1.2 s, sys: 3 ms, total: 1.21 s',
    'Wall time: 1min 2s',
    '1.2 ms ± 3.4 µs per loop (mean ± std. dev. of 7 runs, 1,000 loops each)',
    'It took 1.25 s',
    'Elapsed time: 0.0125',
    'finished in 3 minutes',
    'training time: 0:00:01.5'
  ])('of the program are alike: %s', a => {
    expect(found(a, a.replace(/\d(?=\D*$)/, '9').replace('2', '7'))).toBe(
      'alike time'
    );
  });

  it.each([
    ['half-life: 5.31 s', 'half-life: 5.42 s'],
    ['decay time = 3.5 ms', 'decay time = 3.6 ms'],
    ['period 12 h', 'period 13 h']
  ])('of nature are different: %s', (a, b) => {
    expect(found(a, b, 'print(fit(x))')).toBe('different number');
  });

  it('of a cell that reads a clock are alike', () => {
    const source = 'begin = time.perf_counter()';
    expect(found('all: 1.5 s', 'all: 1.75 s', source)).toBe('alike time');
    expect(found('Time 1.5', 'Time 1.75', source)).toBe('alike time');
    expect(found('mean 1.5', 'mean 1.75', source)).toBe('different number');
  });
});

describe('numbers', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['1.0', '0.9999999999999999'],
    ['-1.2345678901e-20', '-1.2345678902e-20']
  ])('that differ in their last digits are alike: %s and %s', (a, b) => {
    expect(found(`x = ${a}`, `x = ${b}`)).toBe('alike rounding');
  });

  it.each([
    ['0.333333', '0.333334'],
    ['1.00000000', '1.00000001'],
    ['12345678901234', '12345678901235'],
    ['5', '5.0'],
    ['1e-17', '0.0'],
    ['1.5', '-1.5'],
    ['6.626e-34', '6.627e-34']
  ])('that say something else are different: %s and %s', (a, b) => {
    expect(found(`x = ${a}`, `x = ${b}`)).toBe('different number');
  });

  it('are compared also where they are wrapped elsewhere', () => {
    expect(
      found(
        'array([0.1, 0.30000000000000004,\n 0.5])',
        'array([0.1, 0.3, 0.5])'
      )
    ).toBe('alike rounding');
    expect(
      found(
        'array([0.1, 0.30000000000000004,\n 0.5])',
        'array([0.1, 0.3, 0.6])'
      )
    ).toBe('different number');
  });
});

describe('places', () => {
  it.each([
    ['/home/anna/thesis/in.csv', '/tmp/run-1/in.csv'],
    ['C:\\Users\\anna\\in.csv', '/home/jovyan/in.csv'],
    [
      '/tmp/ipykernel_12/345.py:3: UserWarning',
      '/tmp/ipykernel_9/8.py:3: UserWarning'
    ],
    ['/a/b/tmpx1y2z3w4.csv', '/a/b/tmpx1y2z3w5.csv'].map(path =>
      path.replace('/a', '/tmp')
    ),
    [
      '/home/anna/env/lib/python3.11/site-packages/pandas/core/frame.py:12: FutureWarning: x',
      '/opt/conda/lib/python3.12/site-packages/pandas/core/frame.py:34: FutureWarning: x'
    ]
  ])('on a machine are alike: %s and %s', (a, b) => {
    expect(found(`in ${a}`, `in ${b}`)).toBe('alike path');
  });

  it.each([
    ['/home/anna/in.csv', '/home/anna/out.csv'],
    ['https://example.org/home/a.csv', 'https://example.org/data/a.csv'],
    ['data/home/a.csv', 'data/tmp/a.csv'],
    [
      '/opt/lib/python3.11/site-packages/pandas/a.py:1: FutureWarning: x',
      '/opt/lib/python3.11/site-packages/numpy/a.py:1: FutureWarning: x'
    ]
  ])('that name something else are different: %s and %s', (a, b) => {
    expect(found(`in ${a}`, `in ${b}`)).toBe('different text');
  });
});

describe('order', () => {
  it('of sets, and of dictionaries in them, does not count', () => {
    expect(found("{'a', 'b', 'c'}", "{'c', 'a', 'b'}")).toBe('alike order');
    expect(found("x={'k': {1, 2}, 'l': 3}", "x={'l': 3, 'k': {2, 1}}")).toBe(
      'alike order'
    );
  });

  it('of lines with words does not count', () => {
    expect(found('a 1\nb 2\nc 3', 'c 3\na 1\nb 2')).toBe('alike order');
  });

  it('of lists, numbers, and of which number goes with which word, counts', () => {
    expect(found("['a', 'b']", "['b', 'a']")).toBe('different text');
    expect(found('1\n2', '2\n1')).toBe('different number');
    expect(found('a 1\nb 2', 'a 2\nb 1')).toBe('different number');
    expect(found("{'a': 1, 'b': 2}", "{'a': 2, 'b': 1}")).toBe(
      'different number'
    );
  });
});

describe('ids and addresses', () => {
  it('are alike', () => {
    expect(found('<A at 0x7f00aa>', '<A at 0x7f00bb>')).toBe('alike address');
    expect(
      found(
        'id 70455f8b-e484-4958-b5bd-12e54b148ce2',
        'id 75b66ddd-ca73-41f4-8538-2ff4f2180538'
      )
    ).toBe('alike id');
  });

  it('are not what looks like them', () => {
    expect(found('register 0x7f00aa', 'register 0x7f00bb')).toMatch(
      /^different/
    );
    expect(found('sha 70455f8be484', 'sha 75b66dddca73')).toMatch(/^different/);
  });
});
