/** What computes the checksums of a larger bundle. */
import { randomBytes } from 'node:crypto';
import { expect, test } from '../fixtures';
import { notebook } from '../support/notebooks';
import { expectGoodRecord } from '../support/outcome';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

test('two workers compute the sums of a larger bundle, and end with it', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const started: string[] = [];
  const ended: string[] = [];
  page.on('worker', worker => {
    started.push(worker.url());
    worker.on('close', () => ended.push(worker.url()));
  });
  const folder = new WorkingFolder(request, `${tmpPath}/project`);
  const before = {
    'requirements.txt': 'numpy==2.0.0\n',
    'runtime.txt': 'python-3.12\n',
    'analysis.ipynb': notebook('Analysis', 'open("large.bin")'),
    'large.bin': new Uint8Array(randomBytes(11_000_000))
  };
  await folder.write(before);
  const publishing = new Publishing(page, site);
  await publishing.openFromFileBrowser(tmpPath, ['project']);
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  const doi = await publishing.publish();

  await expectGoodRecord({ request, site, doi, folder, before });
  // Of the workers of the panel's other parts, one goes on as long as it is open.
  const count = (urls: string[], url: string) =>
    urls.filter(one => one === url).length;
  const gone = [...new Set(started)].filter(
    url => count(ended, url) === count(started, url)
  );
  expect(gone.map(url => count(started, url))).toContain(2);
});
