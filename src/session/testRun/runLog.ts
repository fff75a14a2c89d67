import { PublisherError } from '../../core/error';
import type { ITestRun, ITestRuns } from '../../core/testRun/testRuns';

/** The log of a test run, read on as long as somebody looks at it. */
export class RunLog {
  /** @param _tell - the text so far; null = it is folded */
  constructor(private readonly _tell: (text: string | null) => void) {}

  unfold(runs: ITestRuns, run: ITestRun): void {
    this._runs = runs;
    this._text = '';
    this._tell('');
    this.grown(run);
  }

  fold(): void {
    this._runs = null;
    this._tell(null);
  }

  /** There may be more of it. */
  grown({ id, logLength }: ITestRun): void {
    if (this._runs && logLength > this._text.length && !this._isReading) {
      this._isReading = true;
      void this._read(this._runs, id).finally(() => {
        this._isReading = false;
      });
    }
  }

  dispose(): void {
    this._runs = null;
  }

  private async _read(runs: ITestRuns, id: string): Promise<void> {
    try {
      const more = await runs.log(id, this._text.length);
      if (this._runs === runs) {
        this._text += more;
        this._tell(this._text);
      }
    } catch (error) {
      if (!(error instanceof PublisherError)) {
        throw error;
      }
      // The next state of the run asks again.
    }
  }

  private _runs: ITestRuns | null = null;
  private _text = '';
  private _isReading = false;
}
