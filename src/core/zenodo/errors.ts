import { PublisherError } from '../error';
import { ITranslator } from '../text';
import { ISite } from './sites';
import { IFieldError } from './types';

/** What was asked and answered, for copying. Never holds a token or a query. */
export interface IAnswerDetails {
  readonly method: string;
  /** Without the query. */
  readonly url: string;
  /** Null where there was no answer. */
  readonly status: number | null;
  /** The server's words: plain text of bounded length, untrusted; '' where it said nothing. */
  readonly message: string;
  /** The server's number for an error of its own, where it gives one. */
  readonly errorId?: string;
}

/** What every error about an answer needs to be made. */
export interface IErrorContext {
  readonly trans: ITranslator;
  readonly site: ISite;
  readonly details: IAnswerDetails;
  readonly cause?: unknown;
}

/** The base of the errors of talking with a site. */
export class SiteError extends PublisherError {
  constructor(message: string, context: IErrorContext) {
    super(message, { cause: context.cause });
    this.site = context.site;
    this.details = context.details;
  }

  readonly site: ISite;
  readonly details: IAnswerDetails;
}

/** There is no token for a call that needs one. */
export class NotSignedInError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(trans.__('You are not signed in to %1.', site.name), context);
  }
}

/** The site does not know the token: 403 when the token was checked. */
export class TokenRefusedError extends SiteError {
  constructor(context: IErrorContext, otherSite: string | null = null) {
    const { trans, site } = context;
    super(
      otherSite === null
        ? trans.__('%1 did not accept this token.', site.name)
        : trans.__(
            '%1 did not accept this token. Was it made on %2?',
            site.name,
            otherSite
          ),
      context
    );
  }
}

/**
 * 403 on anything but the check of the token. Also the answer to a token that
 * was revoked meanwhile: only `verifyToken()` can tell (the server never says 401).
 */
export class PermissionDeniedError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(trans.__('%1 does not permit this.', site.name), context);
  }
}

/** 404: it is not there, or not any more. */
export class NotFoundError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(trans.__('%1 does not find this.', site.name), context);
  }
}

/** 410: the record was deleted; a tombstone is in its place. */
export class GoneError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(trans.__('This record was deleted on %1.', site.name), context);
  }
}

/** 400 with objections to fields, or "Invalid value …" (one objection, with `field: ''`). */
export class RefusedMetadataError extends SiteError {
  constructor(
    context: IErrorContext,
    readonly errors: readonly IFieldError[]
  ) {
    const { trans, site } = context;
    super(
      trans._n(
        '%2 wants a change in %1 field (its words stand beside it).',
        '%2 wants a change in %1 fields (its words stand beside them).',
        errors.length,
        site.name
      ),
      context
    );
  }
}

/** Another refusal for good: 400 without fields (quota …), 405, 406, 413, 415 … */
export class RefusedRequestError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site, details } = context;
    super(
      details.message
        ? trans.__('%1 refused this. It says: %2', site.name, details.message)
        : trans.__('%1 refused this (%2).', site.name, details.status ?? ''),
      context
    );
  }
}

/** 412: the draft was changed since the revision that `If-Match` names. */
export class RevisionMismatchError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(
      trans.__('The draft was changed on %1 meanwhile.', site.name),
      context
    );
  }
}

/** 429, and waiting did not help or was not wanted. */
export class RateLimitedError extends SiteError {
  constructor(
    context: IErrorContext,
    /** Milliseconds since 1970 on our clock, or null where the server does not say. */
    readonly resetAt: number | null
  ) {
    const { trans, site } = context;
    super(
      trans.__('%1 asks us to wait: too many requests.', site.name),
      context
    );
  }
}

/** 5xx, or a page where the API should have answered. */
export class SiteTroubleError extends SiteError {
  constructor(
    context: IErrorContext,
    readonly status: number
  ) {
    const { trans, site } = context;
    super(
      trans.__('%1 reported a problem of its own (%2).', site.name, status),
      context
    );
  }
}

/**
 * No answer. In a browser this is also a front server's page without CORS
 * headers, or a preflight that was refused because of too many requests
 * (FINDINGS 39).
 */
export class SiteUnreachableError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(trans.__('%1 did not answer.', site.name), context);
  }
}

/** 2xx, but not what the API answers: a captive portal, a proxy, another kind of server. */
export class UnexpectedAnswerError extends SiteError {
  constructor(context: IErrorContext) {
    const { trans, site } = context;
    super(
      trans.__('%1 gave an answer that we do not understand.', site.name),
      context
    );
  }
}

/**
 * A call that must not be repeated blindly got no clear answer: it may have
 * happened. `cause` says what came instead of an answer: `SiteUnreachableError`,
 * `SiteTroubleError` or `UnexpectedAnswerError`. Ask the server before repeating.
 */
export class AnswerLostError extends SiteError {
  constructor(context: IErrorContext, isPublishing = false) {
    const { trans, site } = context;
    super(
      isPublishing
        ? trans.__('We did not hear whether %1 published it.', site.name)
        : trans.__('We did not hear whether %1 did this.', site.name),
      context
    );
  }
}

/** What arrived is not what was sent. The broken file was removed from the draft. */
export class ChecksumMismatchError extends PublisherError {
  constructor(
    trans: ITranslator,
    readonly key: string,
    readonly expected: string,
    readonly received: string
  ) {
    super(trans.__('What arrived is not what was sent.'));
  }
}

/** A file that the server would not take: empty, or with a key that cannot be used. */
export class UnacceptableFileError extends PublisherError {
  constructor(
    message: string,
    readonly key: string
  ) {
    super(message);
  }
}

/** Something in an address (an id from a journal or a server) that may not be there. */
export class BadAddressError extends PublisherError {
  constructor(trans: ITranslator, part: string) {
    super(trans.__('“%1” cannot be part of an address.', plainText(part, 40)));
  }
}

/** Untrusted text, bounded and on one line: no control characters, nothing that reverses its direction. */
export function plainText(text: string, maxLength = 300): string {
  const plain = text
    .slice(0, maxLength * 4)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return plain.length > maxLength ? `${plain.slice(0, maxLength)}…` : plain;
}
