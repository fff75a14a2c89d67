import { throwIfCancelled } from '../error';
import { IFileEntry, IFiles } from '../files';
import { ITranslator } from '../text';
import { nameOf } from '../paths';

/** How many requests are under way at once. Jupyter's server has one process. */
const maxRequests = 4;

export interface IListingsOptions {
  readonly files: IFiles;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * The server's folders: each asked for once, few at the same time, and all below
 * a folder together where the server can.
 */
export class Listings {
  constructor(private readonly _options: IListingsOptions) {}

  /** Whether any name that was listed begins with a dot: if so, the server shows hidden files. */
  showsHidden = false;

  /**
   * The entries of a folder.
   *
   * @throws FileMissingError, FileAccessError, CancelledError
   */
  list(folder: string): Promise<IFileEntry[]> {
    return this._once(folder, () => this._ask(folder));
  }

  /**
   * The same, where the folders below it will be asked for, too.
   *
   * @throws FileMissingError, FileAccessError, CancelledError
   */
  listBelow(folder: string): Promise<IFileEntry[]> {
    return this._once(folder, async () => {
      const { files, signal } = this._options;
      const found = await files.listBelow?.(folder, signal);
      for (const [path, entries] of found ?? []) {
        if (!this._listings.has(path)) {
          this._listings.set(path, Promise.resolve(this._seen(entries)));
        }
      }
      const entries = found?.get(folder);
      return entries ? this._seen(entries) : this._ask(folder);
    });
  }

  private _once(
    folder: string,
    ask: () => Promise<IFileEntry[]>
  ): Promise<IFileEntry[]> {
    let listing = this._listings.get(folder);
    if (!listing) {
      listing = this._limited(ask);
      this._listings.set(folder, listing);
    }
    return listing;
  }

  private async _ask(folder: string): Promise<IFileEntry[]> {
    const { files, signal } = this._options;
    return this._seen(await files.list(folder, signal));
  }

  private _seen(entries: IFileEntry[]): IFileEntry[] {
    this.showsHidden ||= entries.some(({ path }) =>
      nameOf(path).startsWith('.')
    );
    return entries;
  }

  /**
   * One entry.
   *
   * @throws FileMissingError, FileAccessError, CancelledError
   */
  stat(path: string): Promise<IFileEntry> {
    const { files, signal } = this._options;
    return this._limited(() => files.stat(path, signal));
  }

  /**
   * The text of a small file, as UTF-8 without its byte order mark; null when
   * it is longer than that.
   *
   * @param limit - bytes.
   * @throws FileMissingError, FileAccessError, CancelledError
   */
  smallText(path: string, limit: number): Promise<string | null> {
    const { files, signal } = this._options;
    return this._limited(async () => {
      const { stream } = await files.read(path, signal);
      const reader = stream.getReader();
      const decoder = new TextDecoder();
      let text = '';
      let bytes = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) {
          return text + decoder.decode();
        }
        bytes += value.length;
        if (bytes > limit) {
          await reader.cancel();
          return null;
        }
        text += decoder.decode(value, { stream: true });
      }
    });
  }

  private async _limited<T>(request: () => Promise<T>): Promise<T> {
    const { signal, trans } = this._options;
    const stopped = trans.__('Looking through the folder was cancelled.');
    while (this._running >= maxRequests) {
      await new Promise<void>(resolve => this._waiting.push(resolve));
    }
    this._running++;
    try {
      throwIfCancelled(signal, stopped);
      return await request();
    } catch (error) {
      throwIfCancelled(signal, stopped);
      throw error;
    } finally {
      this._running--;
      this._waiting.shift()?.();
    }
  }

  private readonly _listings = new Map<string, Promise<IFileEntry[]>>();
  private readonly _waiting: (() => void)[] = [];
  private _running = 0;
}
