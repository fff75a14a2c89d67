/** Bodies that break off or crawl, and answers of a front server. */

import { ConnectionDropped, html, json } from './http';
import { IFault } from './faults';
import { corsHeaders } from './cors';
import { limitHeaders } from './rateLimit';

/** A body that breaks off after some bytes; at its end, where it has no more than those. */
export function breakingOff(
  body: ReadableStream<Uint8Array> | null,
  bytes: number
): ReadableStream<Uint8Array> {
  let left = bytes;
  return transformed(
    body,
    chunk => {
      if (chunk.length > left) {
        throw new ConnectionDropped();
      }
      left -= chunk.length;
      return Promise.resolve();
    },
    () => {
      throw new ConnectionDropped();
    }
  );
}

/** How many bytes of its body a request that breaks off still brings. */
export async function bytesBeforeDrop(
  fault: IFault,
  request: Request
): Promise<number> {
  if (fault.share === undefined) {
    return fault.bytes ?? 0;
  }
  const declared = Number(request.headers.get('Content-Length'));
  const length = declared || (await request.clone().arrayBuffer()).byteLength;
  return Math.floor(fault.share * length);
}

/** A body that is taken slowly. */
export function crawling(
  body: ReadableStream<Uint8Array> | null,
  bytesPerSecond: number
): ReadableStream<Uint8Array> {
  return transformed(
    body,
    chunk =>
      new Promise(done =>
        setTimeout(done, (1000 * chunk.length) / bytesPerSecond)
      )
  );
}

function transformed(
  body: ReadableStream<Uint8Array> | null,
  before: (chunk: Uint8Array) => Promise<void>,
  atEnd: () => void = () => undefined
): ReadableStream<Uint8Array> {
  const reader = body?.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await reader?.read();
        if (!next || next.done) {
          atEnd();
          controller.close();
          return;
        }
        // Small pieces, so that a slow body moves evenly.
        for (let at = 0; at < next.value.length; at += 16384) {
          const piece = next.value.slice(at, at + 16384);
          await before(piece);
          controller.enqueue(piece);
        }
      },
      cancel: reason => reader?.cancel(reason)
    },
    { highWaterMark: 0 }
  );
}

const REASONS: { [status: number]: string } = {
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Time-out'
};

/** What HAProxy answers when the application does not. No CORS headers. */
export function gatewayAnswer(status = 504): Response {
  const title = `${status} ${REASONS[status] ?? 'Error'}`;
  return html(
    status,
    `<html><body><h1>${title}</h1>\nThe server didn't respond in time.\n</body></html>\n`,
    { 'Content-Type': 'text/html' }
  );
}

/** What InvenioRDM says with a refusal. */
const REFUSALS: { [status: number]: string } = {
  400: 'Bucket quota exceeded.',
  403: 'Permission denied.',
  404: 'The persistent identifier does not exist.',
  412: "Revision id provided(3) doesn't match record's one(4)"
};

/** The same answer, without its body or with half of it. */
export async function crippled(
  fault: IFault,
  answer: Response
): Promise<Response> {
  const text = await answer.text();
  const { status, headers } = answer;
  const left =
    fault.kind === 'empty-answer' ? '' : text.slice(0, text.length / 2);
  return new Response(status === 204 ? null : left, { status, headers });
}

/** The answer of a fault that comes before the request is carried out. */
export function answerBefore(
  fault: IFault,
  request: Request,
  now: number
): Response | null {
  switch (fault.kind) {
    case 'rate-limit': {
      const reset = now + 1000 * (fault.seconds ?? 1);
      return json(
        429,
        { message: '133 per 1 minute', status: 429 },
        { ...corsHeaders(request), ...limitHeaders(133, 0, reset, now) }
      );
    }
    case 'rate-limit-bare':
      return json(
        429,
        { message: 'Too Many Requests', status: 429 },
        corsHeaders(request)
      );
    case 'refuse': {
      const status = fault.status ?? 403;
      const message = REFUSALS[status] ?? 'Refused.';
      return json(status, { status, message }, corsHeaders(request));
    }
    case 'server-error':
      return json(
        500,
        {
          status: 500,
          message:
            'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.'
        },
        corsHeaders(request)
      );
    case 'gateway':
      return gatewayAnswer(fault.status);
    case 'too-large':
      return json(
        413,
        {
          status: 413,
          message: 'The data value transmitted exceeds the capacity limit.'
        },
        corsHeaders(request)
      );
    default:
      return null;
  }
}
