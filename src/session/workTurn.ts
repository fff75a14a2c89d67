import type { IClock } from '../core/clock';
import type { ITranslator } from '../core/text';
import { LEFT } from '../core/publish/transferStep';
import { alone } from './claim';
import type { EntryKeeper } from './entryKeeper';

/** One piece of work on a publication at a time: in this panel, and among all pages. */
export class WorkTurn {
  constructor(
    private readonly _keeper: EntryKeeper,
    private readonly _ports: {
      readonly clock: IClock;
      readonly trans: ITranslator;
    }
  ) {}

  /** Something is under way. */
  get isTaken(): boolean {
    return this._controller !== null;
  }

  /** Have the turn until `work` is done. Rejects as it does. */
  async take(work: () => Promise<void>): Promise<void> {
    this._controller = new AbortController();
    try {
      await work();
    } finally {
      this._controller = null;
    }
  }

  /**
   * Within one's turn: work alone among all pages. The signal is aborted by
   * `cancel`, and where another page takes over.
   *
   * @throws OpenElsewhereError, and what `work` throws
   */
  alone<T>(
    takeOver: boolean,
    work: (signal: AbortSignal) => Promise<T>
  ): Promise<T> {
    const controller = this._controller ?? new AbortController();
    const { id, owner, journal } = this._keeper;
    const { clock, trans } = this._ports;
    return alone(
      {
        ...{ id, owner, journal, clock, trans, takeOver },
        onLost: () => controller.abort(LEFT)
      },
      () => work(controller.signal)
    );
  }

  /** Stop what is under way, if anything is. */
  cancel(): void {
    this._controller?.abort();
  }

  /** Leave what is under way: what goes on without this page is not stopped. */
  leave(): void {
    this._controller?.abort(LEFT);
  }

  private _controller: AbortController | null = null;
}
