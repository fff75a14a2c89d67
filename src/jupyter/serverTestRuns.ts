import type { IClock } from '../core/clock';
import {
  readTestRun,
  readTestRunFailure,
  readTestRunOffer
} from '../core/testRun/readTestRun';
import { failureText, TestRunRefusedError } from '../core/testRun/testRunError';
import {
  isEnded,
  type ITestRun,
  type ITestRunOffer,
  type ITestRunOrder,
  type ITestRuns
} from '../core/testRun/testRuns';
import type { ITranslator } from '../core/text';
import { asList, asObject, asText } from '../core/zenodo/parse';
import { followEvents } from './followedEvents';
import { orderBody } from './orderBody';
import { ServerRefusalError, type ServerRequests } from './serverRequests';
import { understood } from './understood';

/** Test runs by our server extension. */
export class ServerTestRuns implements ITestRuns {
  /** @param _capabilities - what the server extension says of itself; null = it is not there */
  constructor(
    private readonly _requests: ServerRequests,
    private readonly _capabilities: () => Promise<unknown>,
    private readonly _clock: IClock,
    private readonly _trans: ITranslator
  ) {}

  async offer(): Promise<ITestRunOffer | null> {
    return readTestRunOffer(await this._capabilities());
  }

  async start(order: ITestRunOrder, signal?: AbortSignal): Promise<ITestRun> {
    const body = orderBody(order);
    try {
      const init = { method: 'POST', body, signal };
      return this._state(await this._requests.json('test-runs', init));
    } catch (error) {
      if (!(error instanceof ServerRefusalError)) {
        throw error;
      }
      const failure = readTestRunFailure(error.failure);
      throw new TestRunRefusedError(
        failure,
        failureText(failure, this._trans),
        {
          cause: error
        }
      );
    }
  }

  async list(signal?: AbortSignal): Promise<readonly ITestRun[]> {
    const answer = await this._requests.json('test-runs', { signal });
    return asList(asObject(answer).testRuns)
      .map(readTestRun)
      .filter(run => run !== null);
  }

  follow(
    id: string,
    onState: (run: ITestRun) => void,
    signal?: AbortSignal
  ): Promise<ITestRun> {
    return followEvents(
      this._requests,
      this._clock,
      {
        path: `${path(id)}/events`,
        read: event => this._state(event),
        onState,
        isLast: run => isEnded(run)
      },
      signal
    );
  }

  async log(id: string, from: number, signal?: AbortSignal): Promise<string> {
    const query = { from: String(from) };
    const answer = await this._requests.json(
      `${path(id)}/log`,
      { signal },
      query
    );
    return asText(asObject(answer).text);
  }

  async notebook(
    id: string,
    notebook: string,
    signal?: AbortSignal
  ): Promise<string> {
    const query = { path: notebook };
    const response = await this._requests.send(
      `${path(id)}/notebook`,
      { signal, cache: 'no-store' },
      query
    );
    return response.text();
  }

  async cancel(id: string): Promise<void> {
    await this._requests.json(path(id), { method: 'DELETE' });
  }

  private _state(value: unknown): ITestRun {
    return understood(readTestRun(value), this._trans);
  }
}

function path(id: string): string {
  return `test-runs/${encodeURIComponent(id)}`;
}
