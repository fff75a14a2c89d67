import { BadAddressError, NotFoundError } from './errors';
import { parseHits } from './parse';
import { quick } from './retry';
import { orNull, type SiteApi } from './siteApi';

/** Requests that are left for the publication itself, of 133 a minute. */
const SPARE = 25;

/** Answers that are remembered at most. */
const MOST_KNOWN = 500;

/** Makes of untrusted JSON what is wanted; null = it is none. */
type Parse<T> = (hit: unknown) => T | null;

/**
 * What a site answered to questions that nobody waits long for, remembered.
 * What is at an address is always read by the same function. All throw
 * `SiteError` and `CancelledError`.
 */
export class SiteAnswers {
  constructor(private readonly _api: SiteApi) {}

  /** The hits of a search. */
  async list<T>(
    path: readonly string[],
    query: Readonly<Record<string, string>>,
    parse: Parse<T>,
    signal?: AbortSignal,
    withToken = false
  ): Promise<readonly T[]> {
    const question = JSON.stringify([path, query]);
    const known = this._known.get(question) as readonly T[] | undefined;
    return (
      known ??
      this._remember(
        question,
        await this._api.call(
          {
            method: 'GET',
            path,
            query,
            withToken,
            policy: quick,
            spare: SPARE,
            signal
          },
          json => parseHits(json, parse)
        )
      )
    );
  }

  /** What is at an address; null where there is nothing. */
  async one<T>(
    path: readonly string[],
    parse: Parse<T>,
    signal?: AbortSignal
  ): Promise<T | null> {
    const question = JSON.stringify([path, 'one']);
    const known = this._known.get(question) as
      readonly (T | null)[] | undefined;
    if (known) {
      return known[0];
    }
    const found = await orNull(
      this._api.call(
        {
          method: 'GET',
          path,
          withToken: false,
          policy: quick,
          spare: SPARE,
          signal
        },
        parse
      ),
      error =>
        error instanceof NotFoundError || error instanceof BadAddressError
    );
    return this._remember(question, [found])[0];
  }

  private _remember<T>(question: string, answer: readonly T[]): readonly T[] {
    if (this._known.size >= MOST_KNOWN) {
      this._known.clear();
    }
    this._known.set(question, answer);
    return answer;
  }

  private readonly _known = new Map<string, readonly unknown[]>();
}
