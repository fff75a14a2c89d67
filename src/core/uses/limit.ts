/** Lets only some pieces of work run at once; the others wait for their turn. */
export class Limit {
  constructor(private readonly _most: number) {}

  /** Do a piece of work as soon as there is room. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    while (this._running >= this._most) {
      await new Promise<void>(resolve => this._waiting.push(resolve));
    }
    this._running++;
    try {
      return await work();
    } finally {
      this._running--;
      this._waiting.shift()?.();
    }
  }

  private readonly _waiting: (() => void)[] = [];
  private _running = 0;
}
