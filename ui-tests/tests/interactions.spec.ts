/** How much there is to do in the common cases, counted from the open panel to the DOI. */
import type { Locator } from '@playwright/test';

import { expect, test } from '../fixtures';
import { notebook } from '../support/notebooks';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';

/** Does what a user does, and counts it. */
class Counted {
  clicks = 0;
  fields = 0;
  pastes = 0;

  async click(button: Locator): Promise<void> {
    this.clicks++;
    await button.click();
  }

  async fill(field: Locator, text: string): Promise<void> {
    this.fields++;
    await field.fill(text);
  }

  async paste(field: Locator, text: string): Promise<void> {
    this.pastes++;
    await field.fill(text);
  }
}

const citation = `cff-version: 1.2.0
message: Please cite it so.
title: Low flows of two rivers
type: software
version: 1.0.0
license: MIT
authors:
  - family-names: Carberry
    given-names: Josiah
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: Brown University
keywords: [rivers, drought]
abstract: How low two rivers fall, and how often.
`;

test('a folder that says all of itself: four clicks and one paste at most', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'study.ipynb': notebook('Study', 'open("data.csv")\n'),
    'data.csv': 'a,b\n1,2\n',
    'requirements.txt': 'numpy==2.1.0\n',
    'CITATION.cff': citation
  });
  await publishing.open([folder.path]);
  const user = new Counted();
  const button = (name: string) =>
    page.getByRole('button', { name, exact: true });
  await user.paste(panel.getByLabel('Access token'), site.token);
  await user.click(button('Sign in'));
  await expect(panel.getByLabel('Access token')).toBeHidden();
  await user.click(button('Publish'));
  await user.click(button('Publish now'));
  const doi = await publishing.doi();
  expect({ clicks: user.clicks, pastes: user.pastes }).toEqual({
    clicks: 3,
    pastes: 1
  });
  const answer = await request.get(
    `${site.url}/api/records/${doi.split('.').pop()}`,
    { headers: { Accept: 'application/vnd.inveniordm.v1+json' } }
  );
  expect((await answer.json()).metadata).toMatchObject({
    title: 'Low flows of two rivers',
    version: '1.0.0',
    rights: [{ id: 'mit' }],
    subjects: [{ subject: 'rivers' }, { subject: 'drought' }]
  });
});

test('a bare notebook: six fields at most', async ({
  page,
  request,
  site,
  tmpPath
}) => {
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/bare`);
  await folder.write({
    'Untitled.ipynb': JSON.stringify({
      cells: [
        {
          ...{ cell_type: 'code', id: 'one', metadata: {}, outputs: [] },
          execution_count: 1,
          source: 'print(1)'
        }
      ],
      metadata: {
        kernelspec: { name: 'python3', display_name: 'Python 3' },
        language_info: { name: 'python', version: '3.11.2' }
      },
      ...{ nbformat: 4, nbformat_minor: 5 }
    })
  });
  await publishing.open([folder.at('Untitled.ipynb')]);
  const user = new Counted();
  const field = (name: string) => panel.getByLabel(name, { exact: true });
  await user.fill(field('Title'), 'A first look');
  await user.fill(field('Family name'), 'Silva');
  await user.fill(field('Given name'), 'Ana');
  await publishing.signIn();
  await publishing.publish();
  expect(user.fields).toBeLessThanOrEqual(6);
});
