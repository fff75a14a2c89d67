import { expect } from '@playwright/test';

import { Publishing } from '../../support/publishing';
import { onHost } from '../host';
import { readOnlyHome } from '../servers/readOnly';
import { chooseToPublish, countRecords, openHost } from '../smoke';

const test = onHost(readOnlyHome);

test('where Jupyter can note nothing down, nothing is sent, and it says so', async ({
  page,
  request,
  host,
  site
}) => {
  const before = await countRecords({ request, site });
  await openHost(page, host.address);
  await chooseToPublish(page, 'study.ipynb');
  const publishing = new Publishing(page, site);
  await publishing.opened();
  await publishing.addCreator('Silva', 'Ana');
  await publishing.signIn();
  await publishing.panel
    .getByRole('button', { name: 'Publish', exact: true })
    .click();
  await expect(publishing.panel.getByRole('alert')).toContainText(
    'Jupyter could not note down'
  );
  expect(await countRecords({ request, site })).toBe(before);
});
