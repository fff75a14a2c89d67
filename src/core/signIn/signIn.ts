import type { IClock } from '../clock';
import { throwIfCancelled } from '../error';
import type { ITranslator } from '../text';
import type { ISite } from '../zenodo/sites';
import {
  SignInDeniedError,
  SignInError,
  SignInTooSlowError,
  StrangeAnswerError
} from './errors';
import type { IExchange } from './exchange';
import type { ICallback, ISignInWindow } from './signInWindow';
import type { IOAuthClient, ITokens } from './tokens';

/** How long a sign-in may take, in milliseconds: people look for their password. */
export const longestSignIn = 10 * 60_000;

/** What may be done with the token. Source: the scopes on Zenodo's page of applications. */
const SCOPES = 'deposit:write deposit:actions';

/** What one sign-in needs. */
export interface ISignInOptions {
  readonly site: ISite;
  readonly client: IOAuthClient;
  readonly window: ISignInWindow;
  readonly exchange: IExchange;
  /** Not to be guessed, and never the same again. */
  readonly state: string;
  readonly clock: IClock;
  readonly trans: ITranslator;
  readonly signal: AbortSignal;
  /** The user is done on the site's page; the exchange is asked. */
  readonly onCode: () => void;
}

/**
 * Sign in on the site's own page, by the authorization code grant (RFC 6749,
 * section 4.1). Only the page that made the state takes the code.
 *
 * @throws SignInError, CancelledError
 */
export async function signInWith(options: ISignInOptions): Promise<ITokens> {
  const { site, client, window, exchange, state } = options;
  const redirectUri = client.redirectUri || exchange.ownCallback;
  window.go(authorizeUrl(site, client, redirectUri, state));
  const { code } = checked(await inTime(options, redirectUri), options);
  options.onCode();
  return exchange.trade(site.url, { code, redirectUri });
}

/** The page on which the site asks its user. */
export function authorizeUrl(
  site: ISite,
  { clientId }: IOAuthClient,
  redirectUri: string,
  state: string
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: SCOPES,
    state
  });
  return `${site.url}/oauth/authorize?${query.toString()}`;
}

/** @throws SignInTooSlowError, CancelledError */
async function inTime(
  { window, state, clock, site, trans, signal }: ISignInOptions,
  callback: string
): Promise<ICallback> {
  const over = new AbortController();
  const stop = () => over.abort();
  signal.addEventListener('abort', stop, { once: true });
  const timer = clock.sleep(longestSignIn, over.signal).catch(stop);
  try {
    const answer = await Promise.race([
      window.answer(state, callback, over.signal),
      timer
    ]);
    throwIfCancelled(signal, trans.__('Cancelled'));
    if (!answer) {
      throw new SignInTooSlowError(
        trans.__(
          '%1 sent no answer for ten minutes, so we stopped waiting. Nobody is signed in. Try again.',
          site.name
        )
      );
    }
    return answer;
  } finally {
    signal.removeEventListener('abort', stop);
    over.abort();
  }
}

function checked(
  answer: ICallback,
  { state, site, trans }: ISignInOptions
): ICallback {
  if (answer.state !== state) {
    throw new StrangeAnswerError(
      trans.__(
        'An answer came that does not belong to this sign-in, so nothing was done with it. Nobody is signed in. Try again.'
      )
    );
  }
  if (answer.error === 'access_denied') {
    throw new SignInDeniedError(
      trans.__(
        'You did not allow it on %1, so nobody is signed in. Try again, or paste an access token.',
        site.name
      )
    );
  }
  if (answer.error || !answer.code) {
    throw new SignInError(
      trans.__(
        '%1 did not let you sign in this way. Whoever runs this Jupyter should look at how it is registered there. Until then, paste an access token.',
        site.name
      )
    );
  }
  return answer;
}
