import {
  GoneError,
  IAnswerDetails,
  IErrorContext,
  NotFoundError,
  PermissionDeniedError,
  plainText,
  RateLimitedError,
  RefusedMetadataError,
  RefusedRequestError,
  RevisionMismatchError,
  SiteError,
  SiteTroubleError,
  UnexpectedAnswerError
} from './errors';
import { IHttpResponse } from './http';
import { parseFieldErrors, asObject } from './parse';
import { readResetAt } from './rateLimit';

/**
 * The error of an answer that is not 2xx.
 *
 * Sources: zenodo-api.md, "Error bodies"; FINDINGS 10 ("Invalid value …" names
 * no field), 40 (429).
 */
export function answerError(
  response: IHttpResponse,
  json: unknown,
  context: IErrorContext,
  now: number
): SiteError {
  const { status } = response;
  switch (status) {
    case 400: {
      const errors = parseFieldErrors(asObject(json).errors);
      if (errors.length > 0) {
        return new RefusedMetadataError(context, errors);
      }
      const { message } = context.details;
      return /^Invalid value /.test(message)
        ? new RefusedMetadataError(context, [
            { field: '', messages: [message] }
          ])
        : new RefusedRequestError(context);
    }
    case 401:
    case 403:
      // A page instead of JSON is the front server's: blocked traffic, not the token.
      return json === undefined
        ? new SiteTroubleError(context, status)
        : new PermissionDeniedError(context);
    case 404:
      return new NotFoundError(context);
    case 410:
      return new GoneError(context);
    case 412:
      return new RevisionMismatchError(context);
    case 429:
      return new RateLimitedError(context, readResetAt(response.headers, now));
    default:
      return status >= 500
        ? new SiteTroubleError(context, status)
        : status >= 400
          ? new RefusedRequestError(context)
          : new UnexpectedAnswerError(context);
  }
}

/**
 * What an error keeps of an answer; the token is blotted out wherever it may be
 * echoed. Of a page only the text is kept.
 */
export function describeAnswer(
  method: string,
  url: string,
  response: IHttpResponse,
  json: unknown,
  token: string | null
): IAnswerDetails {
  const clean = (text: string) =>
    plainText(token ? text.split(token).join('…') : text);
  const { message, error_id: errorId } = asObject(json);
  return {
    method,
    url,
    status: response.status,
    message: clean(
      typeof message === 'string'
        ? message
        : json === undefined
          ? pageText(response.text())
          : ''
    ),
    ...(typeof errorId === 'string' ? { errorId: clean(errorId) } : {})
  };
}

/** The words of the beginning of an HTML page. */
function pageText(html: string): string {
  return html
    .slice(0, 4000)
    .replace(/<(script|style)\b[^]*?(<\/\1|$)/gi, '<')
    .replace(/<[^<>]*(>|$)/g, ' ');
}
