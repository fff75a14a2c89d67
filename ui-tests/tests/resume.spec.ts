/** Whatever breaks on the way: nothing is lost, and it is published once. */
import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import {
  addFault,
  confirm,
  expectOnce,
  expectTrouble,
  fillIn,
  mendAround,
  mendSite,
  paths,
  press,
  titleOf
} from '../support/failures';
import { shortenWaits } from '../support/lab';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

mendAround();

test('a token that the site does not know', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, `Wrong token ${tmpPath}`);
  const token = panel.getByLabel('Access token');
  await token.fill('a-token-of-another-site');
  await press(publishing, 'Sign in');
  await expect(token).toHaveAttribute('aria-invalid', 'true');
  await expect(token).toHaveAccessibleDescription(
    /Zenodo \(test\) did not accept this token\./
  );
  await expect(titleOf(publishing)).toHaveValue(`Wrong token ${tmpPath}`);
  await publishing.signIn();
  await press(publishing, 'Publish');
  await confirm(page);
  await expectOnce(request, site, publishing, folder, `Wrong token ${tmpPath}`);
});

test('the token is revoked during the upload', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const title = `Revoked ${tmpPath}`;
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await addFault(request, site, {
    kind: 'revoke-token',
    method: 'PUT',
    path: paths.content
  });
  await press(publishing, 'Publish');
  await expectTrouble(
    publishing,
    /no longer accepts your token/,
    /Sign in again, and it goes on by itself/
  );
  await expect(titleOf(publishing)).toHaveValue(title);
  await expectAccessible(page, info, 'stopped');
  await mendSite(request, site);
  await publishing.signIn();
  await confirm(page);
  await expectOnce(request, site, publishing, folder, title);
});

/** Faults that outlast the attempts of the client. */
for (const { name, fault, happened, next } of [
  {
    name: 'the front answers 502, without CORS, when the draft is made',
    fault: { kind: 'gateway', status: 502, path: paths.create } as const,
    happened: /Zenodo \(test\)/,
    next: /then press Resume/
  },
  {
    name: 'the connection breaks in the upload',
    fault: {
      kind: 'drop',
      method: 'PUT',
      bytes: 100,
      path: paths.content
    } as const,
    happened: /Zenodo \(test\)/,
    next: /then press Resume/
  }
]) {
  test(`${name}, again and again`, async ({ page, request, site, tmpPath }) => {
    // A create without an answer is tried once more, a minute later.
    await page.addInitScript(shortenWaits);
    await page.goto();
    const title = `Broken ${fault.kind} ${tmpPath}`;
    const publishing = new Publishing(page, site);
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await fillIn(publishing, folder, title);
    await publishing.signIn();
    await addFault(request, site, { ...fault, times: 99 });
    await press(publishing, 'Publish');
    await expectTrouble(publishing, happened, next);
    await expect(titleOf(publishing)).toHaveValue(title);
    await mendSite(request, site);
    await press(publishing, 'Resume');
    await confirm(page);
    await expectOnce(request, site, publishing, folder, title);
  });
}

/** Faults that pass: the user need not even know. */
for (const { name, fault } of [
  {
    // The browser itself sends it again, and the site makes a second draft.
    name: 'the draft is made and the connection breaks',
    fault: {
      kind: 'lose-answer',
      method: 'POST',
      path: paths.create
    } as const
  },
  {
    name: 'the draft is made but answered with 502',
    fault: {
      kind: 'gateway-after',
      method: 'POST',
      status: 502,
      path: paths.create
    } as const
  },
  {
    name: 'the connection breaks twice in the upload',
    fault: {
      kind: 'drop',
      method: 'PUT',
      bytes: 100,
      times: 2,
      path: paths.content
    } as const
  },
  {
    name: 'the publication happens but is answered with 504',
    fault: {
      kind: 'gateway-after',
      method: 'POST',
      status: 504,
      path: paths.publish
    } as const
  }
]) {
  test(`${name}: it goes on by itself`, async ({
    page,
    request,
    site,
    tmpPath
  }) => {
    const title = `Passing ${fault.kind} ${tmpPath}`;
    const publishing = new Publishing(page, site);
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await fillIn(publishing, folder, title);
    await publishing.signIn();
    await addFault(request, site, fault);
    await press(publishing, 'Publish');
    await confirm(page);
    await expectOnce(request, site, publishing, folder, title);
  });
}

test('the upload is cancelled', async ({ page, request, site, tmpPath }) => {
  const title = `Cancelled ${tmpPath}`;
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  await addFault(request, site, {
    kind: 'slow',
    method: 'PUT',
    bytesPerSecond: 10,
    path: paths.content
  });
  const uploading = page.waitForRequest(
    sent => sent.method() === 'PUT' && sent.url().endsWith('/content')
  );
  await press(publishing, 'Publish');
  await uploading;
  await expect(
    panel.getByRole('progressbar', { name: 'Upload progress' })
  ).toBeVisible();
  await press(publishing, 'Cancel upload');
  await expectTrouble(publishing, /You cancelled the upload/, /press Resume/i);
  await expect(titleOf(publishing)).toHaveValue(title);
  await mendSite(request, site);
  await press(publishing, 'Resume');
  await confirm(page);
  await expectOnce(request, site, publishing, folder, title);
});
