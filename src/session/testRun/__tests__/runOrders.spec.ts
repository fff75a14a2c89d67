import { TestClock } from '../../../core/clock';
import { CancelledError, PublisherError } from '../../../core/error';
import { SimulatedTestRuns } from '../../../core/testRun/__tests__/simulatedTestRuns';
import { TestRunRefusedError } from '../../../core/testRun/testRunError';
import type { ITestRunOrder } from '../../../core/testRun/testRuns';
import { RunOrders } from '../runOrders';

const order: ITestRunOrder = {
  ...{ publication: 'p', stamp: 's', notebooks: ['a.ipynb'], entries: [] },
  ...{ cellSeconds: null, totalSeconds: null }
};

/** A clock on which the time for an answer does not run out. */
class PatientClock extends TestClock {
  override sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return milliseconds < 30_000
      ? super.sleep(milliseconds, signal)
      : new Promise((_, reject) =>
          signal?.addEventListener('abort', () =>
            reject(new CancelledError('Cancelled'))
          )
        );
  }
}

/** An order that is under way: the server has a run, and has not answered. */
function underWay(clock = new PatientClock() as TestClock) {
  const runs = new SimulatedTestRuns();
  const orders = new RunOrders(clock);
  const panel = new AbortController();
  let answer = (_error?: Error): void => undefined;
  let isBrokenOff = false;
  runs.beforeAnswer = signal =>
    new Promise((resolve, reject) => {
      answer = error => (error ? reject(error) : resolve());
      signal?.addEventListener('abort', () => {
        isBrokenOff = true;
        reject(new CancelledError('Cancelled'));
      });
    });
  const begun = orders.begin(runs, order, panel.signal);
  const ended = expect(begun).rejects.toThrow(CancelledError);
  return {
    ...{ runs, orders, clock, begun },
    answer: (error?: Error) => answer(error),
    isBrokenOff: () => isBrokenOff,
    /** As the user does it. */
    giveUp: async () => {
      await settled();
      orders.giveUp();
      panel.abort();
      await ended;
    },
    close: async () => {
      await settled();
      panel.abort();
      await ended;
    }
  };
}

/** All that goes on without waiting has gone on. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1));
}

describe('an order that is given up before it is answered', () => {
  it('is not waited for, nor broken off; its run is ended when it is known', async () => {
    const { runs, giveUp, answer, isBrokenOff } = underWay();
    await giveUp();
    expect(isBrokenOff()).toBe(false);
    expect(runs.cancelled).toEqual([]);
    answer();
    await settled();
    expect(runs.cancelled).toEqual(['r1']);
  });

  it.each([
    ['breaks', new PublisherError('Jupyter’s server did not answer.')],
    ['takes too long', null]
  ])('and whose answer %s: its run is found and ended', async (_, error) => {
    const { runs, giveUp, answer } = underWay(
      error ? new PatientClock() : new TestClock()
    );
    await giveUp();
    if (error) {
      answer(error);
    }
    await settled();
    expect(runs.cancelled).toEqual(['r1']);
  });

  it('is looked for once more, when the network is back', async () => {
    const { runs, giveUp, answer, clock } = underWay();
    const list = runs.list.bind(runs);
    runs.list = async () => {
      runs.list = list;
      throw new PublisherError('Jupyter’s server did not answer.');
    };
    await giveUp();
    answer(new PublisherError('Jupyter’s server did not answer.'));
    await settled();
    expect(clock.sleeps).toEqual([0, 5000]);
    expect(runs.cancelled).toEqual(['r1']);
  });

  it('ends no run of other files, and none that has ended', async () => {
    const { runs, giveUp, answer } = underWay();
    await giveUp();
    runs.go();
    runs.beforeAnswer = async () => undefined;
    await runs.start({ ...order, stamp: 'other' });
    await runs.start({ ...order, publication: 'other' });
    answer(new PublisherError('Jupyter’s server did not answer.'));
    await settled();
    expect(runs.cancelled).toEqual([]);
  });

  it('and refused leaves nothing to end', async () => {
    const { runs, giveUp, answer, clock } = underWay();
    await giveUp();
    const failure = { code: 'too-many', path: '', text: '' };
    answer(new TestRunRefusedError(failure, 'Too many'));
    await settled();
    expect(runs.cancelled).toEqual([]);
    expect(clock.sleeps).toEqual([]);
  });

  it('is taken back before the next one, which would join it', async () => {
    const { runs, orders, giveUp, answer } = underWay();
    await giveUp();
    const told: string[] = [];
    const cancel = runs.cancel.bind(runs);
    runs.cancel = async id => {
      await cancel(id);
      told.push(`ended ${id}`);
    };
    const next = orders.begin(runs, order, new AbortController().signal);
    await settled();
    expect(runs.orders).toHaveLength(1);
    runs.beforeAnswer = async () => void told.push('ordered');
    answer();
    expect((await next).id).toBe('r2');
    expect(told).toEqual(['ended r1', 'ordered']);
  });
});

it('a panel that is closed leaves what it ordered', async () => {
  const { runs, close, answer, isBrokenOff } = underWay();
  await close();
  answer();
  await settled();
  expect(isBrokenOff()).toBe(false);
  expect(runs.cancelled).toEqual([]);
});

it('nothing is ordered for whom nobody waits any more', async () => {
  const runs = new SimulatedTestRuns();
  const orders = new RunOrders(new TestClock());
  await expect(orders.begin(runs, order, AbortSignal.abort())).rejects.toThrow(
    CancelledError
  );
  expect(runs.orders).toEqual([]);
});
