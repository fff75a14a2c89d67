import type { IClock } from '../core/clock';

/** Milliseconds in which a worker starts, or never does. */
const START = 10_000;

/**
 * Wait for a worker's first word, which is `{ type: 'ready' }`.
 *
 * @throws Error when it breaks, or says nothing for too long
 */
export async function workerReady(
  worker: Worker,
  clock: IClock
): Promise<void> {
  const waiting = new AbortController();
  const word = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<{ readonly type: string }>) =>
      data.type === 'ready' ? resolve() : undefined;
    worker.onerror = () => reject(new Error('The worker did not start'));
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
