/** Loading JupyterLab's page again, with the layout that its server keeps. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Page } from '@playwright/test';

import { expect } from '../fixtures';

/** The page itself: Galata's own `goto` and `reload` wait for a launcher in front. */
export function plainPage(page: IJupyterLabPageFixture): Page {
  const [plain] = page.context().pages();
  return plain;
}

/** Load the page again once the layout was saved with this in it. */
export async function reloadWhenSaved(
  page: IJupyterLabPageFixture,
  layout: RegExp
): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { workspaces } = window.jupyterapp.serviceManager;
        return JSON.stringify(await workspaces.fetch('default'));
      })
    )
    .toMatch(layout);
  await plainPage(page).reload();
}
