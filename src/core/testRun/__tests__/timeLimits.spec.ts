import { plainEnglish as trans } from '../../text';
import type { ITestRunOffer } from '../testRuns';
import { noLimits, readTimeLimit, writtenLimit } from '../timeLimits';

const offer: ITestRunOffer = {
  ...{ maxBytes: 1, memoryBytes: 1 },
  ...{ cellSeconds: 600, totalSeconds: 3600 }
};
const unlimited: ITestRunOffer = { ...offer, cellSeconds: 0, totalSeconds: 0 };

const cell = (text: string | null, of = offer) =>
  readTimeLimit('cell', { ...noLimits, cell: text }, of, trans);

describe('a time limit', () => {
  it.each<[string | null, number | null]>([
    [null, null],
    ['', null],
    ['  ', null],
    ['5', 300],
    [' 0.5 ', 30],
    ['0,5', 30],
    ['.5', 30],
    ['5.', 300],
    ['10', 600]
  ])('is read as people write it: %j', (text, seconds) => {
    expect(cell(text)).toEqual({ seconds, problem: null });
  });

  it.each(['0', '-1', 'five', '5 min', '1e2', '1.2.3', '0x10', 'NaN', '٣'])(
    'has to be a number above 0: %j',
    text => {
      const { seconds, problem } = cell(text);
      expect(seconds).toBeNull();
      expect(problem).toMatch(/a number above 0/);
    }
  );

  it('is at most what the server allows', () => {
    expect(cell('10.1')).toEqual({
      seconds: null,
      problem: 'At most 10 minutes are possible here.'
    });
    expect(
      readTimeLimit('total', { cell: null, total: '60' }, offer, trans)
    ).toEqual({ seconds: 3600, problem: null });
  });

  it('can be set where there is none, for as long as timers wait', () => {
    expect(cell('1000', unlimited).seconds).toBe(60_000);
    expect(cell('1000000', unlimited).problem).toMatch(/At most 10080 minutes/);
  });

  it.each([600, 3600, 100, 7])(
    'may be written as it is shown: %d s',
    cellSeconds => {
      const of = { ...offer, cellSeconds };
      const { seconds, problem } = cell(writtenLimit('cell', noLimits, of), of);
      expect(problem).toBeNull();
      expect(seconds).toBeGreaterThan(cellSeconds * 0.9);
      expect(seconds).toBeLessThanOrEqual(cellSeconds);
    }
  );

  it('is not shown where there is none, and else as it was written', () => {
    expect(writtenLimit('cell', noLimits, unlimited)).toBe('');
    expect(writtenLimit('total', noLimits, offer)).toBe('60');
    expect(writtenLimit('cell', { cell: 'x', total: null }, offer)).toBe('x');
    expect(writtenLimit('cell', { cell: '', total: null }, offer)).toBe('');
  });
});
