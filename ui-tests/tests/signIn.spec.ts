/** Signing in on the site's own page, in a real window. */
import type { Page } from '@playwright/test';

import { clientSecret, labUrl } from '../environment';
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import {
  addFault,
  confirm,
  expectOnce,
  fillIn,
  mendAround,
  paths,
  press
} from '../support/failures';
import { openLab } from '../support/lab';
import { Publishing } from '../support/publishing';
import { logIn, openSignIn, signInThere } from '../support/signInWindow';
import { WorkingFolder } from '../support/workingFolder';

mendAround();

/** All that the page keeps, and all that it sent to Jupyter's server. */
async function keptBy(page: Page): Promise<string> {
  const stored = await page.context().storageState({ indexedDB: true });
  const inPage = await page.evaluate(() => [
    { ...sessionStorage },
    { ...localStorage },
    location.href
  ]);
  return JSON.stringify([stored, inPage]);
}

test('signs in, and what ends on the way is renewed by itself', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const title = `Signed in there ${tmpPath}`;
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  const tokens: string[] = [];
  page.on('response', async response => {
    if (response.url().includes('/oauth/tokens')) {
      const body = (await response.json()) as Record<string, string>;
      tokens.push(body.accessToken, body.refreshToken);
    }
  });
  const urls: string[] = [];
  page.on('request', sent => urls.push(sent.url()));
  await fillIn(publishing, folder, title);
  await signInThere(page, panel);
  // The one that was just given ends in the upload.
  await addFault(request, site, {
    kind: 'revoke-token',
    method: 'PUT',
    path: paths.content
  });
  await press(publishing, 'Publish');
  await confirm(page);
  await expectOnce(request, site, publishing, folder, title);

  expect(tokens).toHaveLength(4);
  expect(new Set(tokens).size).toBe(4);
  const kept = await keptBy(page);
  const workspaces = await (
    await request.get(`${labUrl}/lab/api/workspaces`)
  ).text();
  for (const secret of [...tokens, clientSecret]) {
    expect(secret.length).toBeGreaterThan(20);
    expect(kept).not.toContain(secret);
    expect(workspaces).not.toContain(secret);
    expect(urls.filter(url => url.includes(secret))).toEqual([]);
  }
});

test('a site that cuts the tie to its opener is heard all the same, and two tabs stay signed in', async ({
  page,
  context,
  request,
  site,
  tmpPath
}, info) => {
  const title = `Two tabs ${tmpPath}`;
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await context.route(
    url => url.href.startsWith(site.url) && !url.pathname.startsWith('/api'),
    async route => {
      const response = await route.fetch({ maxRedirects: 0 });
      const headers = response.headers();
      headers['cross-origin-opener-policy'] = 'same-origin';
      await route.fulfill({ response, headers });
    }
  );
  const popUp = await openSignIn(page, publishing.panel);
  await logIn(popUp);
  await expect(
    publishing.panel.getByText(/looks as if the window/)
  ).toBeVisible();
  await expectAccessible(page, info, 'waiting');
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await expect(publishing.panel.getByText(/^Signed in to/)).toBeVisible();
  await context.unrouteAll();

  // Another tab signs in as the same user, which ends the first one's token.
  const other = await openLab(context);
  const beside = new Publishing(other, site);
  await beside.open([`${tmpPath}/study/study.ipynb`]);
  await beside.unfold('Account');
  await signInThere(other, beside.panel);
  await other.close();
  await press(publishing, 'Publish');
  await confirm(page);
  await expectOnce(request, site, publishing, folder, title);
});

test('says why it did not work, and lets the user try again', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, `Not signed in ${tmpPath}`);
  await publishing.unfold('Account');

  // No.
  const denied = await openSignIn(page, panel);
  await logIn(denied);
  await denied.getByRole('button', { name: 'Reject' }).click();
  await expect(panel.getByText(/You did not allow it/)).toBeVisible();

  // Closed.
  const closed = await openSignIn(page, panel);
  await expect(panel.getByText(/Go on in the window of/)).toBeVisible();
  await closed.close();
  await expect(panel.getByText(/looks as if the window/)).toBeVisible();
  await panel.getByRole('button', { name: 'Do not wait' }).click();

  // An answer to another question, as an attacker would send one.
  const wrong = await openSignIn(page, panel);
  await wrong.evaluate(callback => {
    location.href = `${callback}?code=stolen&state=other`;
  }, `${labUrl}/jupyterlab-zenodo-publisher/oauth/callback`);
  await expect(
    panel.getByText(/does not belong to this sign-in/)
  ).toBeVisible();

  // At last, and out again.
  await signInThere(page, panel);
  await panel.getByRole('button', { name: 'Sign out' }).click();
  await expect(panel.getByText(/we forgot the token/)).toBeVisible();

  // No window.
  await page.evaluate(() => {
    window.open = () => null;
  });
  await panel.getByRole('button', { name: /^Sign in with / }).click();
  await expect(panel.getByText(/Allow pop-up windows/)).toBeVisible();
  await expect(panel.getByLabel('Access token')).toBeVisible();
});
