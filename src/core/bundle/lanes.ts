/** Bytes from which a file is large: it goes straight into the archive. */
const LARGE = 8 * 1024 * 1024;

/** Bytes that may wait in memory for the files before them. */
const AHEAD = 32 * 1024 * 1024;

/** How many processors may be used at once. */
const MOST = 4;

/**
 * Packs files beside each other, as deflate keeps one processor busy for each.
 *
 * They begin one after the other. Whatever ends before its turn waits in
 * memory; so only small files go ahead, and a large one begins when no other is
 * under way (zip.js holds all but the first of the files that are under way).
 */
export class Lanes {
  /** @param _stop - called once when a file fails, to end the others. */
  constructor(private readonly _stop: () => void) {}

  /**
   * Wait until there is room, and begin with a file.
   *
   * @param size - bytes; null where nobody knows.
   * @param pack - calls `begun` when the first bytes were taken, and `read`
   * when the last were: from then on it may have to wait, and others work.
   * @throws what the first file that failed has thrown
   */
  async begin(
    size: number | null,
    pack: (begun: () => void, read: () => void) => Promise<void>
  ): Promise<void> {
    const isLarge = size === null || size > LARGE;
    const held = isLarge ? 0 : size;
    while (!this._failure && !this._hasRoom(isLarge, held)) {
      await new Promise<void>(resolve => {
        this._wake = resolve;
      });
    }
    await this._endIfBroken();
    this._held += held;
    await new Promise<void>(begun => {
      const work = {};
      this._working.add(work);
      const read = () => {
        this._working.delete(work);
        this._wake?.();
      };
      const run = this._guarded(() => pack(begun, read)).finally(() => {
        this._running.delete(run);
        this._held -= held;
        // Of an empty file nothing may ever be read.
        begun();
        read();
      });
      this._running.add(run);
    });
  }

  /**
   * Wait for the end of all.
   *
   * @throws what the first file that failed has thrown
   */
  async end(): Promise<void> {
    await Promise.all(this._running);
    await this._endIfBroken();
  }

  private _hasRoom(isLarge: boolean, held: number): boolean {
    return (
      this._running.size === 0 ||
      (!isLarge &&
        this._working.size < processors() &&
        this._held + held <= AHEAD)
    );
  }

  private async _guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      if (!this._failure) {
        this._failure = { reason };
        this._stop();
      }
    }
  }

  private async _endIfBroken(): Promise<void> {
    if (this._failure) {
      await Promise.all(this._running);
      throw this._failure.reason;
    }
  }

  private readonly _running = new Set<Promise<void>>();
  /** Those of the running that still read. */
  private readonly _working = new Set<object>();
  private _wake: (() => void) | null = null;
  private _held = 0;
  private _failure: { readonly reason: unknown } | null = null;
}

function processors(): number {
  const known =
    typeof navigator === 'undefined' ? 2 : navigator.hardwareConcurrency;
  return Math.min(MOST, Math.max(1, known || 2));
}
