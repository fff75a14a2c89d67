/** The page dies just after it asked to publish: it is published once. */
import { labUrl } from '../environment';
import { expect, test } from '../fixtures';
import {
  addFault,
  confirm,
  expectTrouble,
  fillIn,
  mendSite,
  paths,
  press,
  titleOf,
  uploadsNamed
} from '../support/failures';
import { badgesOf } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { plainPage } from '../support/reload';
import { requestsTo } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

// The journal, the layout and the form are really on the server.
test.use({ autoGoto: false, mockState: false, resetWorkspace: false });

test.afterEach(async ({ request, site }) => {
  await mendSite(request, site);
});

test('killed 10 ms after the publish request was sent', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const title = `Killed ${tmpPath}`;
  await page.goto();
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await publishing.signIn();
  const before = (await requestsTo(request, site)).length;
  const plain = plainPage(page);
  plain.on('dialog', dialog => void dialog.accept());
  // Else the answer could be here, and journalled, before the page is gone.
  await addFault(request, site, {
    kind: 'delay',
    method: 'POST',
    path: paths.publish,
    ms: 2000
  });
  const asked = plain.waitForRequest(
    sent => sent.method() === 'POST' && sent.url().endsWith('/publish')
  );
  await press(publishing, 'Publish');
  await confirm(page);
  await asked;
  await new Promise(resolve => setTimeout(resolve, 10));
  await plain.goto('about:blank');

  await plain.goto(`${labUrl}/lab`);
  await expect(panel).toBeVisible();
  await expectTrouble(
    publishing,
    /did not hear whether Zenodo \(test\) published it/,
    /Sign in, then press Resume/
  );
  await expect(titleOf(publishing)).toHaveValue(title);
  await publishing.signIn();
  await press(publishing, 'Resume');
  const doi = await publishing.doi();
  expect(await uploadsNamed(request, site, title)).toEqual([
    { doi, published: true }
  ]);
  await expect
    .poll(async () => badgesOf(await folder.read('study.ipynb')))
    .toEqual([expect.stringContaining(doi)]);
  const published = (await requestsTo(request, site))
    .slice(before)
    .filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/publish')
    );
  expect(published).toHaveLength(1);
});
