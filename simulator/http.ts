/** Answers as InvenioRDM writes them, and the error that carries one. */

import { IJsonObject, Json } from './json';

/** An answer that ends the handling of a request. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly body: Json
  ) {
    super(`${status}`);
  }
}

/** Thrown where a real connection would break: there is no answer at all. */
export class ConnectionDropped extends Error {
  constructor() {
    super('The connection was dropped.');
  }
}

/** One refused field: what `errors` in an answer holds. */
export interface IFieldError {
  field: string;
  messages: string[];
}

/** The error of most refusals: `{status, message}`. */
export function refuse(status: number, message: string): HttpError {
  return new HttpError(status, { status, message });
}

/** 403, never 401 (FINDINGS, last section). */
export const denied = (): HttpError => refuse(403, 'Permission denied.');

/** What is not there but whose identifier is known. */
export const notFound = (): HttpError => refuse(404, 'Not found.');

/** An identifier that was never given out, or is no longer in use. */
export const noSuchPid = (): HttpError =>
  refuse(404, 'The persistent identifier does not exist.');

/** 400 with the fields that are wrong. */
export function invalid(errors: IFieldError[]): HttpError {
  return new HttpError(400, {
    status: 400,
    message: 'A validation error occurred.',
    errors: errors as unknown as Json
  });
}

/** 500 as flask writes it. */
export const broken = (): HttpError =>
  new HttpError(500, {
    message:
      'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
    status: 500
  });

/** A JSON answer. */
export function json(
  status: number,
  body: Json | object,
  headers: Record<string, string> = {}
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers }
  });
}

/** The answer to a successful DELETE. */
export function noContent(): Response {
  return new Response(null, {
    status: 204,
    headers: { 'Content-Type': 'text/html; charset=utf-8' }
  });
}

/** An HTML answer. */
export function html(
  status: number,
  body: string,
  headers: Record<string, string> = {}
): Response {
  return new Response(body, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }
  });
}

/** A redirect with the page that werkzeug writes for it. */
export function redirect(status: number, location: string): Response {
  const shown = escapeHtml(location);
  return html(
    status,
    '<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n' +
      '<p>You should be redirected automatically to the target URL: ' +
      `<a href="${shown}">${shown}</a>. If not, click the link.\n`,
    { Location: location }
  );
}

/** Text made harmless for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/**
 * The JSON body of a request. A body is JSON only if its type is exactly
 * `application/json` (flask-resources looks the header up in a dictionary).
 */
export async function readJson(
  request: Request,
  types: string[] = ['application/json']
): Promise<Json> {
  const type = request.headers.get('Content-Type');
  if (type !== null && type !== types[0]) {
    throw refuse(
      415,
      `Invalid 'Content-Type' header. Expected one of: ${types.join(', ')}`
    );
  }
  const text = await request.text();
  if (text === '') {
    return null;
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw refuse(400, 'Unable to decode JSON data in request body.');
  }
}

/** An object to put more keys on, as the answers are built. */
export type Body = IJsonObject;
