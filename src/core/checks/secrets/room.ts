/** Room for so much work at once, and for one piece at least. */
export class Room {
  /** @param _size - in the unit in which work is measured. */
  constructor(private readonly _size: number) {}

  /** Wait until there is room, and take it. */
  async enter(size: number): Promise<void> {
    while (this._taken > 0 && this._taken + size > this._size) {
      await new Promise<void>(resolve => {
        this._wake = resolve;
      });
    }
    this._taken += size;
  }

  /** Give it back. */
  leave(size: number): void {
    this._taken -= size;
    this._wake?.();
  }

  private _taken = 0;
  private _wake: (() => void) | null = null;
}
