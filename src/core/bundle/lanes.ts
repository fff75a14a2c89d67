/** Bytes up to which a file may go ahead of those before it. */
const LARGE = 64 * 1024 * 1024;

/** Bytes of files that may be under way, ahead of those before them. */
const AHEAD = 96 * 1024 * 1024;

/** What a file counts at least: the smallest costs memory, too, while it waits. */
const LEAST = 256 * 1024;

/** How many processors may be used at once. */
const MOST = 4;

/**
 * Bytes up to which a file takes less time to be computed than to arrive; and
 * how many of them may be awaited at once: browsers keep six connections to a
 * server.
 */
const TINY = 64 * 1024;
const MOST_TINY = 6;

/**
 * Packs files beside each other, as deflate keeps one processor busy for each.
 *
 * They begin one after the other. What ends before its turn waits, deflated, in
 * memory; so a very large file begins when no other is under way, and goes
 * straight into the archive (zip.js holds all but the first of the files that
 * are under way). Others may begin beside it.
 */
export class Lanes {
  /** @param _stop - called once when a file fails, to end the others. */
  constructor(private readonly _stop: () => void) {}

  /**
   * Wait until there is room, and begin with a file.
   *
   * @param size - bytes; null where nobody knows.
   * @param pack - calls `read` when the last bytes were taken: from then on it
   * may have to wait, and others work.
   * @throws what the first file that failed has thrown
   */
  async begin(
    size: number | null,
    pack: (read: () => void) => Promise<void>
  ): Promise<void> {
    while (!this._failure && !this._hasRoom(size)) {
      await new Promise<void>(resolve => {
        this._wake = resolve;
      });
    }
    await this._endIfBroken();
    const held = heldBy(size);
    this._held += held;
    const work = {};
    this._working.add(work);
    const read = () => {
      this._working.delete(work);
      this._wake?.();
    };
    const run = this._guarded(() => pack(read)).finally(() => {
      this._running.delete(run);
      this._held -= held;
      read();
    });
    this._running.add(run);
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

  private _hasRoom(size: number | null): boolean {
    const most = isTiny(size) ? MOST_TINY : processors();
    return (
      this._running.size === 0 ||
      (!isLarge(size) &&
        this._working.size < most &&
        this._held + heldBy(size) <= AHEAD)
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

/** Whether a file of so many bytes begins when no other is under way. */
export function isLarge(size: number | null): boolean {
  return size === null || size > LARGE;
}

function isTiny(size: number | null): boolean {
  return size !== null && size <= TINY;
}

/** What a file counts; a large one goes through, and holds nothing. */
function heldBy(size: number | null): number {
  return size === null || isLarge(size) ? 0 : Math.max(size, LEAST);
}

function processors(): number {
  const known =
    typeof navigator === 'undefined' ? 2 : navigator.hardwareConcurrency;
  return Math.min(MOST, Math.max(1, known || 2));
}
