import { expect, type Page } from '@playwright/test';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import type * as SecretsModule from 'jupyter-secrets-manager';

import { filesWith } from '../files';
import { onHost } from '../host';
import { secrets, secretsElsewhere } from '../servers/secrets';
import { chooseToPublish, openHost } from '../smoke';
import type { ITestSite } from '../../fixtures';
import { Publishing } from '../../support/publishing';

const kept = 'The token is kept by the secrets manager of this Jupyter.';

async function openPanel(page: Page, site: ITestSite): Promise<Publishing> {
  await chooseToPublish(page, 'study.ipynb');
  const publishing = new Publishing(page, site);
  await publishing.opened();
  return publishing;
}

/** What the connector of a vault would be: the package's own one, in the browser's storage. */
async function setConnector(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { jupyterapp, _JUPYTERLAB } = window as unknown as {
      jupyterapp: JupyterFrontEnd;
      _JUPYTERLAB: Record<
        string,
        { get(name: string): Promise<() => typeof SecretsModule> }
      >;
    };
    const factory = await _JUPYTERLAB['jupyter-secrets-manager'].get('./index');
    const { ISecretsManager, LocalStorageConnector } = factory();
    const manager = await jupyterapp.resolveRequiredService(ISecretsManager);
    manager.setConnector(new LocalStorageConnector());
  });
}

/** What that connector holds. */
const stored = (page: Page) =>
  page.evaluate(() => localStorage.getItem('jupyter-secrets:secrets') ?? '');

const test = onHost(secrets);
const testElsewhere = onHost(secretsElsewhere);

test('a secrets manager keeps the token, as long as it does: by itself, until the page is loaded anew', async ({
  page,
  host,
  site
}) => {
  await openHost(page, host.address);
  const publishing = await openPanel(page, site);
  const { panel } = publishing;
  await expect(
    panel.getByText('Kept by the secrets manager of this Jupyter.')
  ).toBeVisible();
  await publishing.signIn();
  await expect(panel.getByText(kept)).toBeVisible();
  await page.reload();
  await openHost(page, host.address);
  await openPanel(page, site);
  await expect(panel.getByLabel('Access token')).toBeVisible();
  expect(filesWith(host, [site.token])).toEqual([]);
});

testElsewhere(
  'a token that is kept for longer is there after a reload, and nowhere else, until its user signs out',
  async ({ page, host, site }) => {
    await openHost(page, host.address);
    await setConnector(page);
    const publishing = await openPanel(page, site);
    const { panel } = publishing;
    await publishing.signIn();
    await expect(panel.getByText(kept)).toBeVisible();
    await expect.poll(() => stored(page)).toContain(site.token);

    await test.step('it is there when the page was loaded anew', async () => {
      await openHost(page, host.address);
      await setConnector(page);
      await openPanel(page, site);
      await expect(panel.getByText(kept)).toBeVisible();
      await expect(panel.getByLabel('Access token')).toBeHidden();
    });

    await test.step('it is on no disk of the server, and in no other storage', async () => {
      expect(filesWith(host, [site.token])).toEqual([]);
      const others = await page.evaluate(() =>
        Object.entries({ ...localStorage, ...sessionStorage })
          .filter(([name]) => name !== 'jupyter-secrets:secrets')
          .join('\n')
      );
      expect(others).not.toContain(site.token);
    });

    await test.step('signing out removes it', async () => {
      await panel.getByRole('button', { name: 'Sign out' }).click();
      await expect.poll(() => stored(page)).not.toContain(site.token);
      await openHost(page, host.address);
      await setConnector(page);
      await openPanel(page, site);
      await expect(panel.getByLabel('Access token')).toBeVisible();
    });
  }
);
