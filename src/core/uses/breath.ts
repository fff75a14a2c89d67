import { throwIfCancelled } from '../error';
import { ITranslator } from '../text';

/** Longer, and the page would stutter. Milliseconds. */
const longest = 12;

/** Gives the page time between the steps of a long piece of work. */
export class Breath {
  constructor(
    private readonly _trans: ITranslator,
    private readonly _signal?: AbortSignal
  ) {}

  /**
   * Let others run, if it is time for that.
   *
   * @throws CancelledError
   */
  async take(): Promise<void> {
    if (performance.now() - this._since > longest) {
      await new Promise(resolve => setTimeout(resolve, 0));
      this._since = performance.now();
    }
    const text = this._trans.__('Reading the notebooks was cancelled.');
    throwIfCancelled(this._signal, text);
  }

  private _since = performance.now();
}
