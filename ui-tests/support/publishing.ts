/** The way through the panel, as a user goes it: by roles and names. */
import type { Locator, Page } from '@playwright/test';

import { expect, ITestSite } from '../fixtures';

/** The panel of one selection. */
export class Publishing {
  constructor(
    private readonly _page: Page,
    private readonly _site: ITestSite
  ) {
    this.panel = _page.getByRole('region', { name: 'Publish to Zenodo' });
    this.outcome = this.panel.getByRole('status').first();
  }

  readonly panel: Locator;

  /** The DOI and what can be done with it. */
  readonly outcome: Locator;

  /** Select files of a folder in the file browser, and take the context menu. */
  async openFromFileBrowser(
    folder: string,
    names: readonly string[]
  ): Promise<void> {
    const page = this._page;
    await page.evaluate(
      path =>
        window.jupyterapp.commands.execute('filebrowser:go-to-path', {
          path,
          dontShowBrowser: false
        }),
      folder
    );
    const browser = page.getByRole('region', { name: 'File Browser' }).first();
    const item = (name: string) =>
      browser
        .getByRole('listitem')
        .filter({ has: page.getByText(name, { exact: true }) });
    const [first, ...others] = names;
    await item(first).click();
    for (const name of others) {
      await item(name).click({ modifiers: ['ControlOrMeta'] });
    }
    await item(names[names.length - 1]).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Publish to Zenodo…' }).click();
    await this.opened();
  }

  /** Open the panel by its command. */
  async open(paths: readonly string[]): Promise<void> {
    await this._page.evaluate(
      args =>
        window.jupyterapp.commands.execute('zenodo-publisher:publish', args),
      { paths: [...paths] }
    );
    await this.opened();
  }

  /** Unfold a section, where it is folded. It may unfold by itself right before a click, which folds it. */
  async unfold(name: string): Promise<void> {
    const heading = this.panel.getByRole('button', { name, exact: true });
    await expect(async () => {
      if ((await heading.getAttribute('aria-expanded')) === 'false') {
        await heading.click();
      }
      await expect(heading).toHaveAttribute('aria-expanded', 'true', {
        timeout: 500
      });
    }).toPass();
  }

  /** Name the only creator. */
  async addCreator(familyName: string, givenName: string): Promise<void> {
    const { panel } = this;
    await panel.getByLabel('Family name').fill(familyName);
    await panel.getByLabel('Given name').fill(givenName);
  }

  /** Paste the token and wait until the site took it. */
  async signIn(): Promise<void> {
    const { panel } = this;
    const token = panel.getByLabel('Access token');
    await token.fill(this._site.token);
    await panel.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(token).toBeHidden();
  }

  /** The dialog in which the user confirms; it comes when all is uploaded (`timeout` in ms). */
  async askToPublish(timeout?: number): Promise<Locator> {
    await this.panel
      .getByRole('button', { name: 'Publish', exact: true })
      .click();
    const dialog = this._page.getByRole('dialog');
    await expect(
      dialog.getByRole('button', { name: 'Publish now' })
    ).toBeVisible({ timeout });
    return dialog;
  }

  /** Publish, confirm, and wait for the DOI. */
  async publish(timeout?: number): Promise<string> {
    const dialog = await this.askToPublish(timeout);
    await dialog.getByRole('button', { name: 'Publish now' }).click();
    return this.doi();
  }

  /** The DOI of the outcome, once it is there. */
  async doi(): Promise<string> {
    // The name goes on: that it opens in a new tab.
    const link = this.outcome.getByRole('link', { name: /^10\.\d+\// });
    await expect(link).toBeVisible();
    return (await link.innerText()).trim().split(/\s/)[0];
  }

  /** Wait until the panel is there and knows its files. */
  async opened(): Promise<void> {
    const { panel } = this;
    await expect(
      panel.getByRole('heading', { name: 'Contents' })
    ).toBeVisible();
    await expect(
      panel.getByRole('button', { name: 'Publish', exact: true })
    ).toBeEnabled();
  }
}
