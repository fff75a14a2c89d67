import { CancelledError } from '../../error';
import { Turns } from '../turns';
import { failure } from './common';

/** Work that ends when the test says so. */
function work() {
  let end: () => void = () => undefined;
  const done = new Promise<void>(resolve => (end = resolve));
  return { done, end };
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('turns', () => {
  it('let one go on at a time, in their order, after failures too', async () => {
    const turns = new Turns();
    const events: string[] = [];
    const parts = ['a', 'b', 'c'].map(name => ({ name, ...work() }));
    const all = parts.map(({ name, done }) =>
      turns.take(
        async () => {
          events.push(`${name} begins`);
          await done;
          events.push(`${name} ends`);
          if (name === 'a') {
            throw new Error('broken');
          }
        },
        waiting => events.push(`${name} ${waiting ? 'waits' : 'goes'}`)
      )
    );
    all[0].catch(() => undefined);
    parts[2].end();
    parts[1].end();
    await settle();
    expect(events).toEqual(['a begins', 'b waits', 'c waits']);
    parts[0].end();
    expect(await failure(all[0])).toHaveProperty('message', 'broken');
    await Promise.all(all.slice(1));
    expect(events.slice(3)).toEqual([
      'a ends',
      ...['b goes', 'b begins', 'b ends', 'c goes', 'c begins', 'c ends']
    ]);
  });

  it('can be given up while waiting, which disturbs nobody', async () => {
    const turns = new Turns();
    const first = work();
    const controller = new AbortController();
    const quiet = () => undefined;
    const one = turns.take(() => first.done, quiet);
    const two = turns.take(async () => 'two', quiet, controller.signal);
    const three = turns.take(async () => 'three', quiet);
    controller.abort();
    expect(await failure(two)).toBeInstanceOf(CancelledError);
    let isDone = false;
    void three.then(() => (isDone = true));
    await settle();
    expect(isDone).toBe(false);
    first.end();
    await one;
    expect(await three).toBe('three');
  });
});
