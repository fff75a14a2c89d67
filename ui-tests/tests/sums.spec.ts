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
  const twice = (urls: string[]) =>
    urls.filter((url, i) => urls.indexOf(url) !== i);
  expect(twice(started)).toHaveLength(1);
  expect(twice(ended)).toEqual(twice(started));
});
