/**
 * The site does what it is asked, and the answer is lost; the page is loaded
 * anew in the midst. On any site: it is published once.
 */
import { labUrl } from '../environment';
import { expect, test } from '../fixtures';
import {
  confirm,
  expectOnce,
  expectTrouble,
  fillIn,
  mendAround,
  press,
  titleOf
} from '../support/failures';
import { holdBack, loseAnswer } from '../support/onTheWire';
import { Publishing } from '../support/publishing';
import { plainPage } from '../support/reload';
import { WorkingFolder } from '../support/workingFolder';

// A draft whose making went unanswered is looked for a minute later.
test.describe.configure({ timeout: 180_000 });

/** The requests of a publication, in their order. */
const requests = [
  { name: 'making the draft', method: 'POST', path: /^\/api\/records$/ },
  { name: 'reserving the DOI', method: 'POST', path: /\/draft\/pids\/doi$/ },
  { name: 'naming the file', method: 'POST', path: /\/draft\/files$/ },
  { name: 'the upload', method: 'PUT', path: /\/files\/[^/]+\/content$/ },
  { name: 'its end', method: 'POST', path: /\/files\/[^/]+\/commit$/ },
  { name: 'the details', method: 'PUT', path: /\/\d+\/draft$/ },
  { name: 'publishing', method: 'POST', path: /\/draft\/actions\/publish$/ }
];

test.describe('the answer is lost to', () => {
  mendAround();

  for (const { name, ...meant } of requests) {
    test(`${name}: it goes on by itself`, async ({
      page,
      request,
      site,
      tmpPath
    }) => {
      const title = `Lost: ${name} ${tmpPath}`;
      const publishing = new Publishing(page, site);
      const folder = new WorkingFolder(request, `${tmpPath}/study`);
      await fillIn(publishing, folder, title);
      await publishing.signIn();
      const lost = await loseAnswer(plainPage(page), meant);
      await press(publishing, 'Publish');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Publish now' })
        .click({ timeout: 120_000 });
      await expect(publishing.outcome.getByRole('link').first()).toBeVisible({
        timeout: 60_000
      });
      expect(lost.count).toBe(1);
      await expectOnce(request, site, publishing, folder, title);
    });
  }
});

test.describe('the page is loaded anew', () => {
  // The journal, the layout and the form are really on the server.
  test.use({ autoGoto: false, mockState: false, resetWorkspace: false });

  test('in the upload: Resume goes on', async ({
    page,
    request,
    site,
    tmpPath
  }) => {
    const title = `Loaded anew ${tmpPath}`;
    await page.goto();
    const publishing = new Publishing(page, site);
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await fillIn(publishing, folder, title);
    await publishing.signIn();
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { workspaces } = window.jupyterapp.serviceManager;
          return JSON.stringify(await workspaces.fetch('default'));
        })
      )
      .toContain(title);
    const plain = plainPage(page);
    plain.on('dialog', dialog => void dialog.accept());
    const upload = await holdBack(plain, requests[3]);
    await press(publishing, 'Publish');
    await upload.first;
    await plain.goto('about:blank');
    await upload.end();

    await plain.goto(`${labUrl}/lab`);
    await expectTrouble(
      publishing,
      /This publication was stopped on the way/,
      /Sign in, then press Resume/
    );
    await expect(titleOf(publishing)).toHaveValue(title);
    await publishing.signIn();
    await press(publishing, 'Resume');
    await confirm(page);
    await expectOnce(request, site, publishing, folder, title);
  });
});
