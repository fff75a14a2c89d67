import type { IClock } from '../../core/clock';
import { CancelledError } from '../../core/error';

/** A pause in the typing after which the sites are asked, in milliseconds. */
const pause = 400;

/** Waits until somebody pauses in typing. */
export class TypingPause {
  constructor(private readonly _clock: IClock) {}

  /** Something was typed. False = something else was, before the pause was over. */
  async wait(): Promise<boolean> {
    this.stop();
    this._waiting = new AbortController();
    try {
      await this._clock.sleep(pause, this._waiting.signal);
      return true;
    } catch (error) {
      if (error instanceof CancelledError) {
        return false;
      }
      throw error;
    }
  }

  /** What was typed does not matter any more. */
  stop(): void {
    this._waiting.abort();
  }

  private _waiting = new AbortController();
}
