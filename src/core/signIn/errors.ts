import { PublisherError } from '../error';

/** Signing in with a site did not work; the message says why, and what to do. */
export class SignInError extends PublisherError {}

/** The user said no on the site's page. */
export class SignInDeniedError extends SignInError {}

/** The browser did not open the window. */
export class WindowBlockedError extends SignInError {}

/** What came back does not belong to this sign-in: a mistake, or an attack. */
export class StrangeAnswerError extends SignInError {}

/** Nothing came back in time. */
export class SignInTooSlowError extends SignInError {}

/** The code was used before or is too old, or the refresh token is not good any more. */
export class GrantRefusedError extends SignInError {}

/** The exchange did not answer, or is not set up as the site wants it. */
export class ExchangeError extends SignInError {}
