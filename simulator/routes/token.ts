/** The token end point (FINDINGS 43, 44). */

import { HttpError, json } from '../http';
import { IClient, IToken } from '../model';
import { IContext } from '../router';
import { randomToken } from '../state';

/** Seconds that an access token lives: 60 days. */
export const LIFE = 5184000;

/** A new token; the former one of this client and user is gone. */
export function grant(
  context: IContext,
  client: IClient,
  userId: string,
  scopes: string[]
): IToken {
  const { state } = context;
  for (const [value, token] of state.tokens) {
    if (token.clientId === client.id && token.userId === userId) {
      state.tokens.delete(value);
    }
  }
  const token = state.addToken(randomToken(), userId, scopes);
  token.clientId = client.id;
  token.refreshToken = randomToken();
  return token;
}

/** Exchange a code, or refresh a token. */
export async function exchange(context: IContext): Promise<Response> {
  const { state, request } = context;
  const body = new URLSearchParams(await request.text());
  const isForm = request.headers
    .get('Content-Type')
    ?.startsWith('application/x-www-form-urlencoded');
  const client = state.clients.get((isForm && body.get('client_id')) || '');
  if (!client) {
    // The view looks the client up in the form, else 404 (FINDINGS 43).
    throw new HttpError(404, {});
  }
  const secret = body.get('client_secret');
  const isProven = secret === client.secret;
  const type = body.get('grant_type');
  const failed = (status: number, error: string, description?: string) =>
    json(status, {
      error,
      ...(description ? { error_description: description } : {})
    });
  switch (type) {
    case 'authorization_code': {
      if (client.confidential ? !isProven : secret !== null && !isProven) {
        return failed(401, 'invalid_client');
      }
      const code = state.codes.get(body.get('code') ?? '');
      const late = code && code.expires < context.settings.now();
      if (!code || late || code.clientId !== client.id) {
        return failed(400, 'invalid_grant');
      }
      if (code.redirectUri !== body.get('redirect_uri')) {
        return failed(400, 'invalid_request', 'Mismatching redirect URI.');
      }
      state.codes.delete(body.get('code') ?? '');
      return tokenAnswer(context, client, code.userId, code.scopes);
    }
    case 'refresh_token': {
      if (client.confidential && !isProven) {
        return failed(401, 'invalid_client');
      }
      const old = [...state.tokens.values()].find(
        one =>
          one.refreshToken === body.get('refresh_token') &&
          one.clientId === client.id
      );
      return old && client.confidential
        ? tokenAnswer(context, client, old.userId, old.scopes)
        : failed(400, 'invalid_grant');
    }
    case 'client_credentials':
      return client.confidential && isProven
        ? tokenAnswer(
            context,
            client,
            '1',
            (body.get('scope') ?? '').split(' ').filter(one => one),
            false
          )
        : failed(401, 'invalid_client');
    case 'password':
      return failed(400, 'unauthorized_client');
    default:
      return failed(400, 'unsupported_grant_type');
  }
}

function tokenAnswer(
  context: IContext,
  client: IClient,
  userId: string,
  scopes: string[],
  refreshable = true
): Response {
  const token = grant(context, client, userId, scopes);
  const user = context.state.users.get(userId);
  return json(200, {
    access_token: token.value,
    expires_in: LIFE,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    ...(refreshable ? { refresh_token: token.refreshToken ?? '' } : {}),
    user: {
      id: userId,
      ...(user && scopes.includes('user:email')
        ? { email: user.email, email_verified: true }
        : {})
    }
  });
}
