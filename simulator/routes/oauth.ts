/** Sign-in, consent and tokens (FINDINGS 43–45). */

import { cookiesOf } from '../csrf';
import { escapeHtml, HttpError, json, redirect } from '../http';
import { IClient, IUser } from '../model';
import { page } from '../page';
import { IContext, IRoute, route } from '../router';
import { randomToken } from '../state';
import { exchange, grant, LIFE } from './token';

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
    const next = encodeURIComponent(pathname + readable(search));
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

/** A query with everything decoded that can be without changing its sense. */
function readable(search: string): string {
  return search.replace(/%([2-7][0-9A-F])/gi, (quoted, code: string) => {
    const character = String.fromCharCode(parseInt(code, 16));
    return '%&#+='.includes(character) ? quoted : character;
  });
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
