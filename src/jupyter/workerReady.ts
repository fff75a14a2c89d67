import type { IClock } from '../core/clock';

/** Milliseconds in which a worker starts, or never does. */
const START = 10_000;

const failed = () => new Error('The worker did not start');

/**
 * Wait for a worker's first word, which is `{ type: 'ready' }`.
 *
 * @throws Error when it breaks, says another one, or nothing for too long
 */
export async function workerReady(
  worker: Worker,
  clock: IClock
): Promise<void> {
  const waiting = new AbortController();
  const word = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<{ readonly type: string }>) =>
      data.type === 'ready' ? resolve() : reject(failed());
    worker.onerror = () => reject(failed());
    clock.sleep(START, waiting.signal).then(
      () => reject(new Error('The worker takes too long to start')),
      // It has answered.
      () => undefined
    );
  });
  try {
    await word;
  } finally {
    waiting.abort();
  }
}
