/**
 * Every field of the form, filled in once: the record that is published holds
 * all of it, as it was meant.
 */
import { expect, test } from '../fixtures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { fillWholeForm } from '../support/wholeForm';
import { reduced, wholeRecord } from '../support/wholeRecord';
import { WorkingFolder } from '../support/workingFolder';

test('publishes what every field says', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  page.setDefaultTimeout(30_000);
  await page.setViewportSize({ width: 1280, height: 1400 });
  const publishing = new Publishing(page, site);
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'study.ipynb': notebook('Study', 'open("data.csv")\n'),
    'data.csv': 'a,b\n1,2\n',
    'requirements.txt': 'numpy==2.1.0\n'
  });
  await publishing.open([`${folder.path}/study.ipynb`]);
  await publishing.signIn();
  await fillWholeForm(publishing);
  await page.screenshot({ path: info.outputPath('filled.png') });
  const doi = await publishing.publish();
  const id = doi.split('.').pop() ?? '';
  const answer = await request.get(`${site.url}/api/records/${id}`, {
    headers: {
      Accept: 'application/vnd.inveniordm.v1+json',
      Authorization: `Bearer ${site.token}`
    }
  });
  const { access, metadata, custom_fields } = await answer.json();
  // The link to Binder is added by itself.
  metadata.related_identifiers = metadata.related_identifiers.filter(
    ({ identifier }: { identifier: string }) => !identifier.includes('/v2/')
  );
  expect(reduced({ access, metadata, custom_fields })).toEqual(wholeRecord);
});
