/** How flask ends a request: errors, and headers of all answers. */

import { csrfCookie } from './csrf';
import { broken, ConnectionDropped, html, HttpError, json } from './http';

/** The value of `Allow`. */
export const allowed = (methods: string[]): string =>
  [...new Set([...methods, 'OPTIONS', 'HEAD'])].sort().join(', ');

/** No such address. */
export function notThere(): HttpError {
  return new HttpError(404, {
    message:
      'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
    status: 404
  });
}

/** An address that does not take this method. */
export function wrongMethod(): HttpError {
  return new HttpError(405, {
    message: 'The method is not allowed for the requested URL.',
    status: 405
  });
}

/** The answer that an error makes. */
export function errorAnswer(error: unknown, isApi: boolean): Response {
  if (error instanceof ConnectionDropped) {
    throw error;
  }
  const known = error instanceof HttpError ? error : broken();
  if (isApi) {
    return json(known.status, known.body);
  }
  return known.status === 405
    ? html(
        405,
        '<!doctype html>\n<html lang=en>\n<title>405 Method Not Allowed</title>\n<h1>Method Not Allowed</h1>\n<p>The method is not allowed for the requested URL.</p>\n'
      )
    : html(
        known.status,
        `<!doctype html>\n<html lang=en>\n<title>${known.status === 404 ? 'Page not found' : 'Error'} | Zenodo</title>\n<h1>${known.status === 404 ? 'Page not found' : `Error ${known.status}`}</h1>\n`
      );
}

/** Put the headers on that all answers have. */
export function finish(
  answer: Response,
  request: Request,
  isApi: boolean,
  headers: Record<string, string>
): Response {
  for (const [name, value] of Object.entries(headers)) {
    answer.headers.set(name, value);
  }
  const cookie = isApi ? csrfCookie(request) : null;
  if (cookie) {
    answer.headers.append('Set-Cookie', cookie);
  }
  return answer;
}
