/** Rehearsed on a site for tests, and then published for real with the same choices. */
import { siteDoiPrefix, siteUrl } from '../environment';
import { expect, siteSettings, test } from '../fixtures';
import { confirm, fillIn, press, titleOf } from '../support/failures';
import { badgesOf } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

/** One server by its two names: to the browser, and to us, they are two sites. */
const otherName = siteUrl.includes('//localhost')
  ? siteUrl.replace('//localhost', '//127.0.0.1')
  : siteUrl.replace('//127.0.0.1', '//localhost');
const sites = siteSettings['jupyterlab-zenodo-publisher:sites'];

test.use({
  mockSettings: {
    ...siteSettings,
    'jupyterlab-zenodo-publisher:sites': {
      sites: [
        ...sites.sites,
        {
          id: 'rehearsal',
          name: 'Sandbox (test)',
          url: otherName,
          doiPrefix: siteDoiPrefix,
          doiResolver: otherName,
          citableDoi: false,
          test: true
        }
      ],
      defaultSite: 'rehearsal'
    }
  }
});

test('what was rehearsed is published on the other site with the same details', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  test.setTimeout(180_000);
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const title = `Rehearsed ${tmpPath}`;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, title);
  await panel.getByLabel('Version', { exact: true }).fill('1.2.0');
  await publishing.signIn();
  const before = await folder.read('study.ipynb');
  const rehearsed = await publishing.publish();
  // Of a rehearsal nothing stays in the user's files.
  expect(Buffer.compare(await folder.read('study.ipynb'), before)).toBe(0);
  const copy = await archiveOf(request, site, rehearsed);
  expect(Buffer.from(copy.get('study.ipynb')!).toString()).toContain('TEST');

  await panel
    .getByRole('button', { name: /^Switch to|^Publish on/ })
    .first()
    .click();
  await publishing.unfold('Account');
  await panel.getByLabel('Site', { exact: true }).selectOption(site.id);
  await expect(titleOf(publishing)).toHaveValue(title);
  await publishing.signIn();
  await press(publishing, 'Publish');
  await confirm(page);
  await expect
    .poll(() => publishing.doi(), { timeout: 60_000 })
    .not.toBe(rehearsed);
  const doi = await publishing.doi();

  const metadataOf = async (one: string) => {
    const id = one.replace(/^.*\./, '');
    const answer = await request.get(`${site.url}/api/records/${id}`);
    const { metadata, custom_fields, access } = await answer.json();
    // The site publishes it, and Binder opens it only for real.
    const { related_identifiers: _, publisher, ...rest } = metadata;
    return { publisher, metadata: rest, custom_fields, access };
  };
  expect(await metadataOf(doi)).toEqual({
    ...(await metadataOf(rehearsed)),
    publisher: site.name
  });
  expect(badgesOf(await folder.read('study.ipynb'))).toEqual([
    expect.stringContaining(doi)
  ]);
  const archive = await archiveOf(request, site, doi);
  expect(Buffer.from(archive.get('study.ipynb')!).toString()).not.toContain(
    'TEST'
  );
});
