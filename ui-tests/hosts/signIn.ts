/** Signing in with the site, as its pages ask for it. */
import {
  expect,
  type APIRequestContext,
  type Locator,
  type Page
} from '@playwright/test';

import { signInThere } from '../support/signInWindow';
import { application, callback } from './servers/hub';

/** What a sign-in is made of, and nobody may keep. */
export interface ISecrets {
  readonly code: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Sign in in the window that the panel opens; what went through the page then. */
export async function signInWithSite(
  page: Page,
  panel: Locator
): Promise<ISecrets> {
  const traded = page.waitForResponse(/\/oauth\/tokens\b/);
  await signInThere(page, panel);
  const answer = await traded;
  expect(answer.status()).toBe(200);
  const { code } = answer.request().postDataJSON() as { code: string };
  return { code, ...((await answer.json()) as Omit<ISecrets, 'code'>) };
}

/** Log in and agree without a window; the code with which the site sends the user back. */
export async function codeOverHttp(
  request: APIRequestContext,
  siteUrl: string
): Promise<string> {
  const { id, password } = application();
  await request.post(`${siteUrl}/login/`, {
    form: { email: 'owner@example.org', password },
    maxRedirects: 0
  });
  const answer = await request.post(`${siteUrl}/oauth/authorize`, {
    params: {
      response_type: 'code',
      client_id: id,
      redirect_uri: callback,
      scope: 'deposit:write deposit:actions',
      state: 'of-the-tests'
    },
    form: { confirm: 'yes' },
    maxRedirects: 0
  });
  const back = new URL(answer.headers().location);
  expect(back.origin + back.pathname).toBe(callback);
  return back.searchParams.get('code') ?? '';
}
