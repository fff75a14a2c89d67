import type { IClock } from '../core/clock';
import { CancelledError } from '../core/error';
import { JupyterServerError } from './errors';
import { serverEvents } from './serverEvents';
import type { ServerRequests } from './serverRequests';

/** So often in a row is a connection made anew, and after so many milliseconds. */
const attempts = 30;
const pause = 2000;

/** What is followed, and when it is enough. */
export interface IFollowed<T> {
  /** Of the events, after the extension's prefix. */
  readonly path: string;
  /** Makes sense of an event; throws where there is none in it. */
  read(event: unknown): T;
  onState(state: T): void;
  isLast(state: T): boolean;
}

/**
 * Follow what our server extension tells, event by event, until the last one. A
 * connection that breaks, or that a proxy ends, is made anew.
 *
 * @returns the last state
 * @throws JupyterServerError, CancelledError
 */
export async function followEvents<T>(
  requests: ServerRequests,
  clock: IClock,
  { path, read, onState, isLast }: IFollowed<T>,
  signal?: AbortSignal
): Promise<T> {
  for (let failures = 0; ;) {
    try {
      const response = await requests.send(path, { signal, cache: 'no-store' });
      const events = response.body ? serverEvents(response.body) : [];
      for await (const event of events) {
        failures = 0;
        const state = read(event);
        onState(state);
        if (isLast(state)) {
          return state;
        }
      }
      // It ended without a last word: a proxy's time was over.
    } catch (error) {
      const isLasting =
        error instanceof CancelledError ||
        (error instanceof JupyterServerError &&
          error.status !== null &&
          error.status < 500);
      if (isLasting || failures >= attempts) {
        throw error;
      }
    }
    failures++;
    await clock.sleep(pause, signal);
  }
}
