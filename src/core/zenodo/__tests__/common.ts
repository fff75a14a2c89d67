import { TestClock } from '../../clock';
import { plainEnglish } from '../../text';
import { ZenodoClient } from '../client';
import { IHttpRequest } from '../http';
import { IWait } from '../retry';
import { Reply, ScriptedHttp } from '../scriptedHttp';
import { zenodo } from '../sites';

export const token = 'secret-token-of-the-user';

/** A client with a script, a clock, and a list of the waits. */
export function setUp(
  script?: readonly Reply[] | ((request: IHttpRequest) => Reply),
  options: Partial<ZenodoClient.IOptions> = {}
) {
  const http = new ScriptedHttp(script);
  const clock = new TestClock();
  const waits: (IWait | null)[] = [];
  const client = new ZenodoClient({
    site: zenodo,
    http,
    clock,
    trans: plainEnglish,
    getToken: () => token,
    onWait: wait => waits.push(wait),
    ...options
  });
  return { http, clock, waits, client };
}

/** The error with which a promise fails. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}
