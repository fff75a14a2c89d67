import type { ITranslator } from '../../core/text';
import { textOf } from '../userText';
import type { IDone } from './done';
import type { INotice } from './state';

/** What is being done with publications of the list, by their keys, and what came of it. */
export class Doings {
  constructor(
    private readonly _trans: ITranslator,
    private readonly _changed: () => void
  ) {}

  /** What came of the last one whose publication is not in the list any more. */
  notice: INotice | null = null;

  /** What the list tells of a publication. */
  of(key: string): {
    readonly isBusy: boolean;
    readonly notice: INotice | null;
    readonly isShared: boolean | null;
  } {
    return {
      isBusy: this._busy.has(key),
      notice: this._notices.get(key) ?? null,
      isShared: this._shared.get(key) ?? null
    };
  }

  /**
   * Do one thing at a time with a publication. What goes wrong is told there.
   *
   * @returns what came of it; null where it did not work
   */
  async run(key: string, work: () => Promise<IDone>): Promise<IDone | null> {
    this._busy.add(key);
    this._notices.delete(key);
    this.notice = null;
    this._changed();
    try {
      const done = await work();
      if (done.notice) {
        this._notices.set(key, done.notice);
      }
      if (done.isShared !== undefined) {
        this._shared.set(key, done.isShared);
      }
      return done;
    } catch (error) {
      const text = textOf(error, this._trans.__('This did not work.'));
      this._notices.set(key, { tone: 'error', text });
      return null;
    } finally {
      this._busy.delete(key);
    }
  }

  private readonly _busy = new Set<string>();
  private readonly _notices = new Map<string, INotice>();
  private readonly _shared = new Map<string, boolean>();
}
