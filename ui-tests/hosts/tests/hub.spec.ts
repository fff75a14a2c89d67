/** A real JupyterHub with two users, configured with the lines of docs/jupyterhub.md. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';

import { badgesOf } from '../../support/notebooks';
import { Publishing } from '../../support/publishing';
import { readBytes } from '../files';
import { filesWith } from '../files';
import { onHost } from '../host';
import {
  ask,
  endPoint,
  enterHub,
  environmentsOf,
  hubTokenOf,
  makeHubToken,
  openPublications
} from '../hubUsers';
import {
  application,
  callback,
  clientsFile,
  homeOf,
  hub,
  hubUrl
} from '../servers/hub';
import { codeOverHttp, ISecrets, signInWithSite } from '../signIn';
import { chooseToPublish, countRecords, entry, expectArchive } from '../smoke';

const test = onHost(hub);

// What ada published is there when the others look for it.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** What ada's sign-ins were made of. */
const secrets: string[] = [];

function note({ code, accessToken, refreshToken }: ISecrets): void {
  const all = [code, accessToken, refreshToken];
  expect(all.every(one => one.length > 20)).toBe(true);
  secrets.push(...all);
}

interface ITransfers {
  readonly transfers: readonly { readonly id: string }[];
}

test('a user signs in with Zenodo and publishes straight from the server', async ({
  page,
  request,
  host,
  site
}) => {
  const before = await countRecords({ request, site });
  const sent: string[] = [];
  page.on('request', one => sent.push(`${one.method()} ${one.url()}`));
  await enterHub(page, 'ada');
  await expect(entry(page, 'study.ipynb')).toBeVisible({ timeout: 40_000 });
  await chooseToPublish(page, 'study.ipynb');
  const publishing = new Publishing(page, site);
  await publishing.opened();
  await publishing.addCreator('Lovelace', 'Ada');
  note(await signInWithSite(page, publishing.panel));
  await publishing.panel.getByLabel('Straight from Jupyter’s server').check();
  const doi = await publishing.publish();

  const notebook = path.join(homeOf(host, 'ada'), 'study.ipynb');
  await expect
    .poll(() => badgesOf(readBytes(notebook)), { timeout: 30_000 })
    .toEqual([expect.stringContaining(doi)]);
  expect(await countRecords({ request, site })).toBe(before + 1);
  await expectArchive({ request, site }, doi, ['study.ipynb']);
  const toSite = sent.filter(line => line.includes(site.url)).join('\n');
  expect(toSite).toContain(`PUT ${site.url}/api/records/`);
  expect(toSite).not.toMatch(/\/content$/m);
});

test('nothing of ours is given to a link or a form of another page', async ({
  page
}) => {
  await enterHub(page, 'ada');
  for (const name of ['capabilities', 'transfers', 'listing?path=']) {
    const url = endPoint('ada', name);
    expect((await ask(page, url)).status, name).toBe(200);
    expect((await ask(page, url, { withHeader: false })).status, name).toBe(
      403
    );
  }
  for (const name of ['transfers', 'oauth/tokens']) {
    const url = endPoint('ada', name);
    const post = { method: 'POST', body: {} };
    expect((await ask(page, url, post)).status, name).toBe(400);
    const without = { ...post, withHeader: false };
    expect((await ask(page, url, without)).status, name).toBe(403);
  }
});

test('another user sees nothing of it', async ({ browser, page, host }) => {
  await enterHub(page, 'ada');
  const { body } = await ask(page, endPoint('ada', 'transfers'));
  const [{ id }] = (body as ITransfers).transfers;
  const ofAda = await openPublications(page);
  await expect(ofAda.getByRole('heading', { name: 'Study' })).toBeVisible();

  const context = await browser.newContext();
  const ben = await context.newPage();
  await enterHub(ben, 'ben');
  const ofBen = await openPublications(ben);
  await expect(ofBen.getByText('No publications yet.')).toBeVisible();
  await expect(ofBen.getByRole('listitem')).toHaveCount(0);
  expect(await ask(ben, endPoint('ben', 'transfers'))).toEqual({
    status: 200,
    body: { transfers: [] }
  });
  const his = await ask(ben, endPoint('ben', `transfers/${id}`));
  expect(his.status).toBe(404);

  const token = hubTokenOf(host, 'ben');
  const headers = { Authorization: `token ${token}` };
  const asBen = async (user: string, name: string) =>
    (await context.request.get(endPoint(user, name), { headers })).status();
  expect(await asBen('ben', 'transfers')).toBe(200);
  for (const name of ['capabilities', 'transfers', `transfers/${id}`]) {
    expect(await asBen('ada', name), name).toBe(403);
  }
  const hers = await ben.goto(`${hubUrl}/user/ada/lab`);
  expect(hers?.status()).toBe(403);
  await context.close();
});

test('a named server signs in by the same address', async ({
  page,
  request,
  host
}) => {
  await enterHub(page, 'ada');
  await page.goto(`${hubUrl}/hub/spawn/ada/second`);
  await page.waitForURL('**/user/ada/second/lab', { timeout: 50_000 });
  const { body } = await ask(page, endPoint('ada/second', 'capabilities'));
  expect((body as { oauth: unknown }).oauth).toEqual([
    {
      site: host.siteUrl,
      clientId: application().id,
      redirectUri: callback,
      refreshes: true
    }
  ]);
  const code = await codeOverHttp(request, host.siteUrl);
  const url = endPoint('ada/second', 'oauth/tokens');
  const grant = { site: host.siteUrl, code, redirectUri: callback };
  const answer = await ask(page, url, { method: 'POST', body: grant });
  expect(answer.status).toBe(200);
  note({ code, ...(answer.body as Omit<ISecrets, 'code'>) });
  expect((await ask(page, url, { method: 'POST', body: grant })).status).toBe(
    400
  );
});

test('the hub’s service answers users’ servers only', async ({
  page,
  request,
  host
}) => {
  const url = `${hubUrl}/services/zenodo/clients`;
  const asked = async (token: string) => {
    const headers = { Authorization: `token ${token}` };
    return request.get(url, { headers });
  };
  await enterHub(page, 'ada');
  const served = await asked(hubTokenOf(host, 'ada'));
  expect(served.status()).toBe(200);
  expect(await served.text()).not.toContain(application().secret);

  const narrow = await asked(await makeHubToken(page, 'ada', 'access:servers'));
  expect(narrow.status()).toBe(403);
  expect((await asked('of-nobody')).status()).toBe(403);
  expect((await page.goto(url))?.status()).toBe(403);
});

test('no secret, code or token is in a log, a file or a user’s environment', async ({
  page,
  host
}) => {
  test.skip(!existsSync('/proc/self/environ'), 'needs Linux’s /proc');
  // With a slash too many, as an administrator may have registered it.
  await page.goto(`${callback}/?code=${secrets[0]}&state=s`);
  // Without the service, users' servers have such a page each.
  await enterHub(page, 'ada');
  const own = endPoint('ada', `oauth/callback?code=${secrets[0]}&state=s`);
  expect((await page.goto(own))?.status()).toBe(200);
  const forbidden = [application().secret, ...secrets];
  const found = (text: string) =>
    forbidden.filter(secret => text.includes(secret));
  const log = host.log();
  expect(log).toContain('jupyterlab-zenodo-publisher/oauth/tokens');
  expect(log).toContain('GET /services/zenodo/callback/');
  expect(log).toContain('jupyterlab-zenodo-publisher/oauth/callback');
  expect(found(log)).toEqual([]);
  expect(filesWith(host, forbidden)).toEqual([clientsFile(host)]);
  for (const user of ['ada', 'ben']) {
    const variables = environmentsOf(host, user).flat();
    expect(variables).toContain(`JUPYTERHUB_USER=${user}`);
    expect(found(variables.join('\n'))).toEqual([]);
  }
});
