/** Users of JupyterHub, and what stays of them on its machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

import type { IHost } from './host';
import { homeOf, hubUrl, password } from './servers/hub';

/** Where our server extension answers on a user's server. */
export const endPoint = (user: string, name: string): string =>
  `${hubUrl}/user/${user}/jupyterlab-zenodo-publisher/${name}`;

/** Log in to the hub, which then starts the user's server. */
export async function enterHub(page: Page, user: string): Promise<void> {
  await page.goto(`${hubUrl}/hub/login`);
  await page.getByLabel('Username').fill(user);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`**/user/${user}/lab`, {
    timeout: 50_000,
    waitUntil: 'domcontentloaded'
  });
}

/** Open the list of publications from the menu. */
export async function openPublications(page: Page): Promise<Locator> {
  await expect(
    page.getByRole('region', { name: 'File Browser' }).first()
  ).toBeVisible({ timeout: 40_000 });
  await page.getByRole('menuitem', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Zenodo Publications' }).click();
  const list = page.getByRole('region', { name: 'Zenodo Publications' });
  await expect(list).toBeVisible();
  return list;
}

/** What an end point answered. */
export interface IAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Ask from inside the page, as the extension does; without the header, as any link does. */
export function ask(
  page: Page,
  url: string,
  options: { method?: string; body?: object; withHeader?: boolean } = {}
): Promise<IAnswer> {
  const { method = 'GET', body, withHeader = true } = options;
  return page.evaluate(
    async ({ url, method, body, withHeader }) => {
      const cookie = /(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const answer = await fetch(url, {
        method,
        headers: withHeader ? { 'X-XSRFToken': cookie } : {},
        body: body && JSON.stringify(body)
      });
      const text = await answer.text();
      const isJson = answer.headers.get('Content-Type')?.includes('json');
      return { status: answer.status, body: isJson ? JSON.parse(text) : text };
    },
    { url, method, body, withHeader }
  );
}

/** The variables of a program that runs; none where it is another user's, or gone. */
function variablesOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** The variables of all programs of a user that run now: the server, and kernels. */
export function environmentsOf(host: IHost, user: string): string[][] {
  const home = `HOME=${homeOf(host, user)}`;
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(variablesOf)
    .filter(variables => variables.includes(home));
}

/** The token that the hub gave to a user's server. */
export function hubTokenOf(host: IHost, user: string): string {
  const name = 'JUPYTERHUB_API_TOKEN=';
  const found = environmentsOf(host, user)
    .flat()
    .find(line => line.startsWith(name));
  expect(found, `the server of ${user} runs`).toBeDefined();
  return found?.slice(name.length) ?? '';
}

/** Have the hub make a token of a user's that may do one thing only. */
export async function makeHubToken(
  page: Page,
  user: string,
  scope: string
): Promise<string> {
  await page.goto(`${hubUrl}/hub/token`);
  // Its cookie is not for scripts: the hub's own pages take it from here.
  const header = await page.evaluate(
    () =>
      (window as unknown as { jhdata: { xsrf_token: string } }).jhdata
        .xsrf_token
  );
  const made = await page.request.post(
    `${hubUrl}/hub/api/users/${user}/tokens`,
    {
      headers: { 'X-XSRFToken': header },
      data: { scopes: [`${scope}!user=${user}`] }
    }
  );
  expect(made.status(), await made.text()).toBe(201);
  return ((await made.json()) as { token: string }).token;
}
