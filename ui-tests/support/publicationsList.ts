/** The way through the side panel of publications, as a user goes it: by roles and names. */
import type { Locator, Page } from '@playwright/test';

import { expect, ITestSite } from '../fixtures';

/** The side panel. */
export class PublicationsList {
  constructor(
    private readonly _page: Page,
    private readonly _site: ITestSite
  ) {
    this.panel = _page.getByRole('region', { name: 'Zenodo Publications' });
  }

  readonly panel: Locator;

  /** Open it by its command. */
  async open(): Promise<void> {
    await this._page.evaluate(async () => {
      // It answers with nothing: a widget cannot leave the page.
      await window.jupyterapp.commands.execute(
        'zenodo-publisher:open-publications'
      );
    });
    await expect(this.panel).toBeVisible();
  }

  /** Paste the token and wait until the site took it. */
  async signIn(): Promise<void> {
    const token = this.panel.getByLabel('Access token');
    await token.fill(this._site.token);
    await this.panel
      .getByRole('button', { name: 'Sign in', exact: true })
      .click();
    await expect(token).toBeHidden();
  }

  /** Ask the journal and the site anew, until the list is what it should be. */
  async until(isRight: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.panel.getByRole('button', { name: 'Refresh' }).click();
      // A question that is under way is given up when it is asked anew.
      await expect(this.panel.getByText(/^Asking /)).toHaveCount(0);
      await isRight();
    }).toPass({ timeout: 60_000 });
  }

  /** The publication with this title. */
  entry(title: string): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this._page.getByRole('heading', { name: title }) });
  }

  /** Unfold what can be done with a publication. */
  async unfold(title: string): Promise<Locator> {
    const entry = this.entry(title);
    const button = entry.getByRole('button', { name: title, exact: true });
    if ((await button.getAttribute('aria-expanded')) === 'false') {
      await button.click();
    }
    return entry;
  }

  /** The titles in a group, as the list has them. */
  titles(group: 'Needs you' | 'On their way' | 'Published'): Locator {
    return this.panel
      .getByRole('list', { name: new RegExp(`^${group}`) })
      .getByRole('heading');
  }
}
