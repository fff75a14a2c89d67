/** `/_simulator/…`: faults, the log and tokens, for tests in a browser. */

import { FAULT_KINDS, FaultKind, IFault } from './faults';
import { IJsonObject, isObject, Json } from './json';
import { Simulator } from './simulator';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'content-type'
};

/** Answer a request to a control end point. */
export async function controlAnswer(
  simulator: Simulator,
  request: Request,
  path: string
): Promise<Response> {
  if (request.method === 'OPTIONS') {
    return new Response(null, { status: 204, headers: CORS });
  }
  const action = `${request.method} ${path.slice('/_simulator/'.length)}`;
  switch (action) {
    case 'POST faults': {
      const body = (await request.json().catch(() => null)) as Json;
      const fault = faultOf(body);
      if (typeof fault === 'string') {
        return answer(400, { message: fault });
      }
      simulator.faults.add(fault);
      return answer(201, { faults: simulator.faults.size });
    }
    case 'DELETE faults':
      simulator.faults.clear();
      return answer(200, { faults: 0 });
    case 'GET requests':
      return answer(200, simulator.log);
    case 'POST tokens/revoke':
      for (const token of simulator.state.tokens.keys()) {
        simulator.state.revoked.add(token);
      }
      return answer(200, {});
    case 'POST tokens/restore':
      simulator.state.revoked.clear();
      return answer(200, {});
    case 'POST limits/off':
    case 'POST limits/on':
      simulator.hasLimits = action === 'POST limits/on';
      return answer(200, {});
    case 'POST reset':
      simulator.reset();
      return answer(200, {});
    default:
      return answer(404, { message: `No such control: ${action}` });
  }
}

function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...CORS, 'Content-Type': 'application/json' }
  });
}

const NUMBERS = [
  'times',
  'after',
  'seconds',
  'status',
  'bytes',
  'share',
  'bytesPerSecond',
  'ms'
] as const;

/** A fault from JSON, or what is wrong with it. */
function faultOf(body: Json): IFault | string {
  if (!isObject(body)) {
    return 'A fault is a JSON object.';
  }
  const kind = FAULT_KINDS.find(one => one === body.kind);
  if (!kind) {
    return `kind must be one of: ${FAULT_KINDS.join(', ')}`;
  }
  const fault: IFault = { kind: kind as FaultKind, match: {} };
  const problem = matchOf(body, fault);
  if (problem) {
    return problem;
  }
  for (const key of NUMBERS) {
    if (typeof body[key] === 'number') {
      fault[key] = body[key];
    }
  }
  return fault;
}

function matchOf(body: IJsonObject, fault: IFault): string | null {
  const match: NonNullable<IFault['match']> = {};
  if (typeof body.method === 'string') {
    match.method = body.method;
  }
  if (typeof body.path === 'string') {
    try {
      match.path = new RegExp(body.path);
    } catch {
      return 'path is not a regular expression.';
    }
  }
  fault.match = match;
  return null;
}
