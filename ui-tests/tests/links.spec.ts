/** Links among the files, as the server extension tells of them, where it lets those in that lead outside. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, test } from '../fixtures';
import { expectAccessible } from '../support/accessible';
import { fillForm, studyFiles } from '../support/failures';
import { Publishing } from '../support/publishing';
import { serverRoot } from '../support/serverRoot';
import { archiveOf } from '../support/site';
import { WorkingFolder } from '../support/workingFolder';

for (const way of ['Through this browser', 'Straight from Jupyter’s server']) {
  test(`go in as files, those that lead outside when they are ticked: ${way}`, async ({
    page,
    request,
    site,
    tmpPath
  }, info) => {
    const outside = info.outputPath('outside');
    await mkdir(outside, { recursive: true });
    await writeFile(path.join(outside, 'heights.csv'), 'height\n12\n');
    await writeFile(path.join(outside, 'private.csv'), 'name\nAna\n');
    const folder = new WorkingFolder(request, `${tmpPath}/study`);
    await folder.write({
      ...studyFiles,
      'data/sizes.csv': 'size\n1\n2\n3\n'
    });
    const onDisk = path.join(await serverRoot(page), folder.path);
    await symlink(
      path.join('data', 'sizes.csv'),
      path.join(onDisk, 'same.csv')
    );
    // None to a folder: what cleans up after a test would follow it, and delete.
    for (const name of ['heights.csv', 'private.csv']) {
      await symlink(path.join(outside, name), path.join(onDisk, name));
    }

    const publishing = new Publishing(page, site);
    const { panel } = publishing;
    await publishing.open([folder.path]);
    await fillForm(publishing, `Links ${tmpPath}`);
    await publishing.unfold('Contents');
    const item = (name: string) =>
      panel.locator(`[role="treeitem"][data-path="${name}"]`);
    await expect(item('same.csv')).toContainText(/link to .*data\/sizes\.csv/);
    await expect(item('same.csv')).toHaveAttribute('aria-checked', 'true');
    const heights = item('heights.csv');
    await expect(heights).toContainText('left out: leads out of Jupyter’s');
    await expect(heights).toContainText(`link to ${outside}`);
    for (const name of ['heights.csv', 'private.csv']) {
      await expect(item(name)).toHaveAttribute('aria-checked', 'false');
    }
    await expectAccessible(page, info, 'links');
    await heights.focus();
    await page.keyboard.press('Space');
    await expect(heights).toHaveAttribute('aria-checked', 'true');

    await publishing.signIn();
    await panel.getByLabel(way).check();
    const doi = await publishing.publish();
    const files = await archiveOf(request, site, doi);
    const text = (name: string) => new TextDecoder().decode(files.get(name));
    expect(text('same.csv')).toBe('size\n1\n2\n3\n');
    expect(text('heights.csv')).toBe('height\n12\n');
    expect([...files.keys()].join('\n')).not.toMatch(/private/);
  });
}
