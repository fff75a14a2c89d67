import { TestClock } from '../../clock';
import { CancelledError } from '../../error';
import { IFinding } from '../../finding';
import { plainEnglish } from '../../text';
import { ICheck, IObservation, Step } from '../check';
import { MOST_FINDINGS, runChecks } from '../runChecks';
import { code, inputOf, notebookFile } from './notebookFiles';

const one = notebookFile([code('1', 1)], { path: 'one.ipynb' });
const two = notebookFile([code('2', 1)], { path: 'two.ipynb' });
const input = inputOf([one, two]);

function check(run: ICheck['run'], more: Partial<ICheck> = {}): ICheck {
  const scope = 'notebook';
  return { id: 'x', version: 1, title: 'X', budget: 100, scope, run, ...more };
}

function observation(more: Partial<IObservation> = {}): IObservation {
  return {
    id: 'x.found',
    severity: 'warning',
    section: 'contents',
    message: 'Found.',
    ...more
  };
}

function runAll(
  checks: ICheck[],
  more: Partial<Parameters<typeof runChecks>[2]> = {}
): Promise<IFinding[]> {
  const clock = new TestClock();
  return runChecks(checks, input, { trans: plainEnglish, clock, ...more });
}

/** Let the clock go on, as work does. */
function work(clock: TestClock, milliseconds: number): void {
  void clock.sleep(milliseconds);
}

describe('runChecks', () => {
  it('runs cheap checks first, notebook by notebook or once', async () => {
    const order: string[] = [];
    const note =
      (name: string): ICheck['run'] =>
      ({ notebooks }) => {
        order.push(`${name} ${notebooks.map(({ path }) => path).join()}`);
        return [];
      };
    await runAll([
      check(note('dear'), { budget: 200, scope: 'bundle' }),
      check(note('cheap'))
    ]);
    expect(order).toEqual([
      'cheap one.ipynb',
      'cheap two.ipynb',
      'dear one.ipynb,two.ipynb'
    ]);
  });

  it('gives findings at once and in the end, with keys and without their values', async () => {
    const seen: IFinding[] = [];
    const found = await runAll(
      [
        check(() => [observation({ about: 'me@uni.edu' })]),
        check(async () => [observation({ id: 'x.other', about: 'me@uni.edu' })])
      ],
      { onFinding: finding => seen.push(finding) }
    );
    expect(seen).toEqual(found);
    expect(found).toHaveLength(4);
    expect(JSON.stringify(found)).not.toContain('me@uni.edu');
    const keys = found.map(({ key }) => key);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    const [salted] = await runAll(
      [check(() => [observation({ about: 'me@uni.edu' })])],
      { salt: 'x' }
    );
    expect(salted.key).not.toBe(keys[0]);
  });

  it('turns a check that throws into a finding and runs the others', async () => {
    const errors: unknown[] = [];
    const found = await runAll(
      [
        check(() => {
          throw new TypeError('sk-secret');
        }),
        check(() => Promise.reject(new Error('sk-secret')), {
          scope: 'bundle'
        }),
        check(function* (): Iterable<Step> {
          yield observation();
          throw new RangeError('sk-secret');
        }),
        check(() => [observation()], { scope: 'bundle' })
      ],
      { onError: error => errors.push(error) }
    );
    expect(found.map(({ id }) => id)).toEqual([
      'checks.crashed',
      'checks.crashed',
      'checks.crashed',
      'x.found',
      'checks.crashed',
      'x.found',
      'checks.crashed',
      'x.found'
    ]);
    expect(found[0].message).toContain('“X” could not run on one.ipynb');
    expect(found[0].excerpt).toBe('TypeError');
    expect(found[0].place).toEqual({ path: 'one.ipynb' });
    expect(found[2].message).toContain('“X” could not run.');
    expect(JSON.stringify(found)).not.toContain('sk-secret');
    expect(errors).toHaveLength(5);
  });

  it('does not blame a check for what its listener throws', async () => {
    const checks = [check(() => [observation()])];
    const onFinding = () => {
      throw new Error('listener');
    };
    await expect(runAll(checks, { onFinding })).rejects.toThrow('listener');
  });

  it('stops a check that takes too long, for that notebook only', async () => {
    const clock = new TestClock();
    let isClosed = 0;
    const slow = check(function* ({ notebooks }): Iterable<Step> {
      try {
        for (let i = 0; i < 10; i++) {
          work(clock, notebooks[0] === one ? 50 : 5);
          yield i ? null : observation();
        }
        yield observation({ id: 'x.last' });
      } finally {
        isClosed++;
      }
    });
    const found = await runAll([slow], { clock });
    expect(found.map(({ id, place }) => [id, place?.path])).toEqual([
      ['x.found', undefined],
      ['checks.cut-short', 'one.ipynb'],
      ['x.found', undefined],
      ['x.last', undefined]
    ]);
    expect(found[1].message).toContain(
      'could not look through all of one.ipynb'
    );
    expect(isClosed).toBe(2);
  });

  it('lets the page have its turn, and does not count that as work', async () => {
    const clock = new TestClock();
    const pauses: number[] = [];
    jest.spyOn(clock, 'sleep').mockImplementation(async milliseconds => {
      pauses.push(milliseconds);
      jest.spyOn(clock, 'now').mockReturnValue((now += 1_000));
    });
    let now = clock.now();
    const steady = check(
      function* (): Iterable<Step> {
        for (let i = 0; i < 9; i++) {
          jest.spyOn(clock, 'now').mockReturnValue((now += 10));
          yield null;
        }
      },
      { scope: 'bundle' }
    );
    expect(await runAll([steady], { clock })).toEqual([]);
    expect(pauses).toEqual([0, 0, 0, 0]);
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    const endless = check(function* (): Iterable<Step> {
      for (;;) {
        yield observation();
      }
    });
    let count = 0;
    const running = runAll([endless], {
      signal: controller.signal,
      onFinding: () => ++count === 3 && controller.abort()
    });
    await expect(running).rejects.toThrow(CancelledError);
    expect(count).toBe(3);
  });

  it('hands the signal on and lets a cancelled check be cancelled', async () => {
    const controller = new AbortController();
    const running = runAll(
      [
        check(async (_, signal) => {
          expect(signal).toBe(controller.signal);
          throw new CancelledError('Stopped.');
        })
      ],
      { signal: controller.signal }
    );
    await expect(running).rejects.toThrow(CancelledError);
  });

  it('counts what is too much to show, but shows all that stops', async () => {
    const many = Array.from({ length: MOST_FINDINGS + 7 }, () => observation());
    const stops = many.map(each => ({ ...each, id: 'x.stops', stops: true }));
    const found = await runAll([
      check(() => [...many, ...stops], { scope: 'bundle' })
    ]);
    const ids = found.map(({ id }) => id);
    expect(ids.filter(id => id === 'x.found')).toHaveLength(MOST_FINDINGS);
    expect(ids.filter(id => id === 'x.stops')).toHaveLength(stops.length);
    expect(found.pop()?.message).toBe('7 more of “X”, not shown.');
  });
});
