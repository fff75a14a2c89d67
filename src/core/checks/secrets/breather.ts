import { IClock } from '../../clock';
import { throwIfCancelled } from '../../error';

/** Milliseconds of work after which others get their turn. */
const TURN = 40;

/** Lets others work now and then, and stops when the signal is aborted. */
export class Breather {
  private _since: number;

  constructor(
    private readonly _clock: IClock,
    private readonly _signal?: AbortSignal
  ) {
    this._since = _clock.now();
  }

  /** Whether it is time to: what need not be awaited costs nothing. */
  get isDue(): boolean {
    return this._clock.now() - this._since >= TURN || !!this._signal?.aborted;
  }

  /**
   * Pause if it is time to.
   *
   * @throws CancelledError
   */
  async breathe(): Promise<void> {
    throwIfCancelled(this._signal, 'Cancelled');
    if (this._clock.now() - this._since >= TURN) {
      await this._clock.sleep(0, this._signal);
      this._since = this._clock.now();
    }
  }
}
