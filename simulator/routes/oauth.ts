/** Sign-in, consent and tokens (FINDINGS 43–45). */

import { cookiesOf } from '../csrf';
import { escapeHtml, HttpError, json, redirect } from '../http';
import { IClient, IToken, IUser } from '../model';
import { page } from '../page';
import { IContext, IRoute, route } from '../router';
import { randomToken } from '../state';

const LIFE = 5184000;
const CODE_LIFE = 100_000;
const SCOPES = [
  'deposit:write',
  'deposit:actions',
  'user:email',
  'tokens:generate'
];

/** Routes of signing in. */
export const oauthRoutes: IRoute[] = [
  route('GET', '/login/', context => loginPage(context, '')),
  route('POST', '/login/', login),
  route('GET', '/oauth/authorize', context => authorize(context, null)),
  route('POST', '/oauth/authorize', async context => {
    const form = new URLSearchParams(await context.request.text());
    return authorize(context, form.get('confirm'));
  }),
  route('GET', '/oauth/errors', context =>
    page(
      200,
      'Zenodo',
      `<h1>Error</h1><p class="warn">${escapeHtml(context.query.get('error_description') ?? context.query.get('error') ?? '')}</p>`
    )
  ),
  route('POST', '/oauth/token', exchange),
  route('GET', '/oauth/ping', context => {
    const token = /^bearer\s+(\S+)$/i.exec(
      context.request.headers.get('Authorization') ?? ''
    )?.[1];
    if (!token || !context.state.userOfToken(token)) {
      throw new HttpError(401, {});
    }
    return json(200, { ping: 'pong' });
  })
];

function loginPage(context: IContext, problem: string): Response {
  const next = context.query.get('next') ?? '/';
  const session = cookiesOf(context.request).get('session');
  return page(
    200,
    'Log in | Zenodo',
    `<h1>Log in</h1>${problem ? `<p class="warn" role="alert">${escapeHtml(problem)}</p>` : ''}
<form method="post" action="/login/?next=${encodeURIComponent(next)}">
<p><label>Email <input name="email" type="email" autocomplete="username" value="owner@example.org"></label></p>
<p><label>Password <input name="password" type="password" autocomplete="current-password"></label></p>
<button class="button">Log in</button></form>
<p class="muted">The simulator's users are owner@example.org, other@example.org and curator@example.org; their password is ${escapeHtml(context.state.secrets.password)}.</p>`,
    session ? {} : { 'Set-Cookie': sessionCookie(randomToken()) }
  );
}

const sessionCookie = (value: string): string =>
  `session=${value}; HttpOnly; Path=/; SameSite=Lax`;

async function login(context: IContext): Promise<Response> {
  const { state, request, query } = context;
  const form = new URLSearchParams(await request.text());
  const user = [...state.users.values()].find(
    one =>
      one.email === form.get('email') && one.password === form.get('password')
  );
  if (!user) {
    return loginPage(context, 'Invalid email or password.');
  }
  const session = randomToken();
  state.sessions.set(session, user.id);
  const next = query.get('next') ?? form.get('next') ?? '/';
  // Only paths of this site: never a redirect to somewhere else.
  const target = /^\/(?![/\\])/.test(next) ? next : '/';
  const answer = redirect(302, target);
  answer.headers.append('Set-Cookie', sessionCookie(session));
  answer.headers.append(
    'Set-Cookie',
    `csrftoken=${randomToken().slice(0, 32)}; Path=/; SameSite=Lax`
  );
  return answer;
}

/** The consent page, and what follows from it. */
function authorize(context: IContext, confirm: string | null): Response {
  const { state, query, user, request } = context;
  if (!user) {
    const { pathname, search } = new URL(request.url);
    const next = encodeURIComponent(pathname + search).replace(/%2F/gi, '%2F');
    return redirect(302, `/login/?next=${next}`);
  }
  const client = state.clients.get(query.get('client_id') ?? '');
  const uri = query.get('redirect_uri') ?? client?.redirectUris[0] ?? '';
  const given = query.get('state');
  const fatal = (description: string): Response =>
    redirect(
      302,
      `/oauth/errors?${form({ error: 'invalid_request', error_description: description, state: given })}`
    );
  if (!client) {
    return fatal('Invalid client_id parameter value.');
  }
  if (!client.redirectUris.includes(uri)) {
    return fatal('Mismatching redirect URI.');
  }
  const back = (parameters: Parameters, mark = '?'): Response =>
    redirect(302, `${uri}${mark}${form(parameters)}`);
  const type = query.get('response_type');
  if (type !== 'code' && type !== 'token') {
    return back({ error: 'unsupported_response_type', state: given });
  }
  const scopes = (query.get('scope') ?? '').split(' ').filter(one => one);
  if (!scopes.every(scope => SCOPES.includes(scope))) {
    return back({ error: 'invalid_scope', state: given });
  }
  if (confirm === null) {
    return consentPage(client, scopes);
  }
  if (confirm !== 'yes') {
    return back({ error: 'access_denied', state: given });
  }
  if (type === 'code') {
    const code = randomToken().slice(0, 30);
    state.codes.set(code, {
      clientId: client.id,
      userId: user.id,
      redirectUri: uri,
      scopes,
      expires: context.settings.now() + CODE_LIFE
    });
    return back({ code, state: given });
  }
  const token = grant(context, client, user.id, scopes);
  return back(
    {
      access_token: token.value,
      expires_in: String(LIFE),
      token_type: 'Bearer',
      scope: scopes.join(' '),
      state: given,
      user: pythonUser(user, scopes)
    },
    '#'
  );
}

function consentPage(client: IClient, scopes: string[]): Response {
  return page(
    200,
    'Zenodo',
    `<h1>Authorize application</h1><p>An application (${client.confidential ? 'confidential' : 'public'}) asks for:</p>
<ul>${scopes.map(scope => `<li><code>${escapeHtml(scope)}</code></li>`).join('')}</ul>
<form method="post"><button class="button" name="confirm" value="yes">Authorize</button><button class="button" name="confirm" value="no">Reject</button></form>`
  );
}

type Parameters = { [key: string]: string | null };

function form(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== null) {
      query.set(key, value);
    }
  }
  return query.toString();
}

/** The implicit answer shows the user as Python does (FINDINGS 45). */
function pythonUser(user: IUser, scopes: string[]): string {
  const email = scopes.includes('user:email')
    ? `, 'email': '${user.email}', 'email_verified': True`
    : '';
  return `{'id': '${user.id}'${email}}`;
}

/** A new token; the former one of this client and user is gone. */
function grant(
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

async function exchange(context: IContext): Promise<Response> {
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
