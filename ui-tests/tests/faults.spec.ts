/**
 * Faults of the site and of the page, in one JupyterLab after the other: each
 * publication is published exactly once, or stops with a message and goes on
 * by its button; the user's own files stay as they are.
 */
import type { BrowserContext, Page } from '@playwright/test';

import { canonicallyEqual } from '../../src/core/notebook/canonical';
import { browserRows } from '../../src/core/publish/__tests__/faults/browserRows';
import { expect, ITestSite, test, testSite } from '../fixtures';
import { documented } from '../support/documented';
import {
  addFault,
  confirm,
  expectOnce,
  expectTrouble,
  fillForm,
  fillIn,
  mendSite,
  paths,
  press,
  studyFiles,
  titleOf,
  uploadsNamed
} from '../support/failures';
import { closeAll, forgetLayout, openLab, setLimits } from '../support/lab';
import { confirmUntilEnd, signInIfAsked } from '../support/leading';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

/** One for all tests of this file: they need no page of galata's. */
let context: BrowserContext;
let site: ITestSite;
let page: Page;
const top = `faults-${Math.random().toString(36).slice(2, 10)}`;

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext();
  site = testSite();
  await setLimits(context.request, false);
  await forgetLayout(context.request);
  page = await openLab(context);
});

test.afterAll(async () => {
  await setLimits(context.request, true);
  await context.close();
});

test.afterEach(async () => {
  await mendSite(context.request, site);
});

/** A bundle of its own, filled in and signed in. */
async function begin(name: string): Promise<{
  publishing: Publishing;
  folder: WorkingFolder;
  title: string;
}> {
  const title = `${name} ${top}`;
  const publishing = new Publishing(page, site);
  const path = `${top}/${name.replace(/\W+/g, '-')}`;
  const folder = new WorkingFolder(context.request, path);
  await fillIn(publishing, folder, title);
  await signInIfAsked(publishing);
  return { publishing, folder, title };
}

/** Once, and nothing of the user's but a badge is another. */
async function expectGood(
  publishing: Publishing,
  folder: WorkingFolder,
  title: string
): Promise<void> {
  await expectOnce(context.request, site, publishing, folder, title);
  for (const [path, before] of Object.entries(studyFiles)) {
    const now = await folder.read(path);
    if (path.endsWith('.ipynb')) {
      const options = { withoutBadge: true };
      expect(canonicallyEqual(now, Buffer.from(before), options)).toBe(true);
    } else {
      expect(Buffer.from(now).toString()).toBe(before);
    }
  }
}

for (const row of browserRows) {
  const { name, fault, message } = documented(row);
  test(`${name}: ${message ?? 'goes on'}`, async () => {
    const { publishing, folder, title } = await begin(name);
    await addFault(context.request, site, fault);
    await press(publishing, 'Publish');
    if (message !== null) {
      expect(await confirmUntilEnd(publishing)).toBe('stopped');
      const text = message.replace('Zenodo', 'Zenodo (test)');
      await expect(publishing.panel.getByRole('alert')).toContainText(text);
      await expect(titleOf(publishing)).toHaveValue(title);
      await mendSite(context.request, site);
      const found = await uploadsNamed(context.request, site, title);
      expect(found.length).toBeLessThanOrEqual(1);
      await signInIfAsked(publishing);
      // Who stopped for want of a token goes on by the sign-in itself.
      if (fault.kind === 'revoke-token') {
        await expect(publishing.panel.getByRole('alert')).toBeHidden();
      } else {
        const isAnew = fault.kind === 'discard-draft';
        await press(publishing, isAnew ? 'Publish' : 'Resume');
      }
    }
    expect(await confirmUntilEnd(publishing)).toBe('published');
    await expectGood(publishing, folder, title);
    await closeAll(page);
  });
}

/** An upload that takes long, and a form and layout that the server has. */
async function beginSlowly(name: string): ReturnType<typeof begin> {
  const begun = await begin(name);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { workspaces } = window.jupyterapp.serviceManager;
        return JSON.stringify(await workspaces.fetch('default'));
      })
    )
    .toContain(begun.title);
  await addFault(context.request, site, {
    kind: 'slow',
    method: 'PUT',
    bytesPerSecond: 10,
    path: paths.content
  });
  const uploading = page.waitForRequest(
    sent => sent.method() === 'PUT' && sent.url().endsWith('/content')
  );
  await press(begun.publishing, 'Publish');
  await uploading;
  return begun;
}

for (const { name, leave } of [
  {
    name: 'Page reloaded in the upload',
    leave: async () => {
      page.once('dialog', dialog => void dialog.accept());
      await page.reload();
    }
  },
  {
    name: 'Tab closed in the upload',
    leave: async () => {
      await page.close();
      page = await openLab(context);
    }
  }
]) {
  test(`${name}: Resume goes on`, async () => {
    const { folder, title } = await beginSlowly(name);
    await leave();
    await mendSite(context.request, site);
    const publishing = new Publishing(page, site);
    await expectTrouble(
      publishing,
      /This publication was stopped on the way/,
      /Sign in, then press Resume/
    );
    await expect(titleOf(publishing)).toHaveValue(title);
    await publishing.signIn();
    await press(publishing, 'Resume');
    expect(await confirmUntilEnd(publishing)).toBe('published');
    await expectGood(publishing, folder, title);
    await closeAll(page);
  });
}

test('Second tab: it sees the first one, and takes over when it is told to', async () => {
  const name = 'Second tab';
  const { publishing: first, folder, title } = await beginSlowly(name);
  const other = await openLab(context);
  const second = new Publishing(other, site);
  const list = new PublicationsList(other, site);
  await list.open();
  const entry = await list.unfold(title);
  await expect(entry).toContainText('Going on');
  await entry.getByRole('button', { name: 'Show progress' }).click();
  // What was typed in one tab is not in the other.
  await fillForm(second, title);
  await second.signIn();
  await press(second, 'Resume');
  const elsewhere = /goes on in another tab\. It is not disturbed/;
  await expectTrouble(second, elsewhere, /close that tab/);
  await mendSite(context.request, site);
  await second.panel
    .getByRole('button', { name: 'Go on here instead' })
    .click();
  await expectTrouble(first, /has taken this publication over/, /./);
  await confirm(other);
  await expectGood(second, folder, title);
  // What the first one does then changes nothing.
  await press(first, 'Resume');
  expect(await confirmUntilEnd(first)).toBe('published');
  expect(await first.doi()).toBe(await second.doi());
  await expectGood(second, folder, title);
  await other.close();
});
