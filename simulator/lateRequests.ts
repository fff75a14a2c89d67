/** Requests that are carried out when their sender has given them up. */

interface ILate {
  readonly at: number;
  readonly carryOut: () => Promise<unknown>;
}

/** The requests that are still on their way. They arrive before the next one that comes later. */
export class LateRequests {
  private _waiting: ILate[] = [];

  constructor(private readonly _now: () => number) {}

  /** Keep a request for later, with all of its body. */
  async keep(
    request: Request,
    milliseconds: number,
    carryOut: (request: Request) => Promise<unknown>
  ): Promise<void> {
    const { url, method, headers } = request;
    const body = request.body ? await request.arrayBuffer() : null;
    this._waiting.push({
      at: this._now() + milliseconds,
      carryOut: () => carryOut(new Request(url, { method, headers, body }))
    });
  }

  /** Carry out those whose time has come. Nobody hears what became of them. */
  async arrive(): Promise<void> {
    const now = this._now();
    const due = this._waiting.filter(({ at }) => at <= now);
    this._waiting = this._waiting.filter(({ at }) => at > now);
    for (const late of due) {
      await late.carryOut();
    }
  }
}
