import { CancelledError } from '../../../error';
import { TestClock } from '../../../clock';
import { InThreadScanner } from '../secretScanner';
import { OPTIONS, utf8 } from './scanText';

/** A clock by which every look at it takes 5 ms. */
class BusyClock extends TestClock {
  private _looks = 0;

  now(): number {
    return super.now() + 5 * this._looks++;
  }
}

const items = Array.from({ length: 200 }, (_, i) => ({
  path: `f${i}.txt`,
  open: async () => utf8('a few words')
}));

describe('InThreadScanner', () => {
  it('pauses between many small files, too', async () => {
    const clock = new BusyClock();
    await new InThreadScanner(OPTIONS, clock).scan(items);
    // Each file is over before its own scan would pause.
    expect(clock.sleeps.length).toBeGreaterThan(10);
  });

  it('can be cancelled between them', async () => {
    const abort = new AbortController();
    let opened = 0;
    const counted = items.map(item => ({
      ...item,
      open: () => {
        opened++;
        return item.open();
      }
    }));
    const clock = new BusyClock();
    clock.sleep = async () => abort.abort();
    await expect(
      new InThreadScanner(OPTIONS, clock).scan(counted, abort.signal)
    ).rejects.toBeInstanceOf(CancelledError);
    expect(opened).toBeLessThan(100);
  });
});
