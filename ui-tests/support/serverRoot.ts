/** The folder on this machine that is Jupyter's root. */
import type { Page } from '@playwright/test';

export function serverRoot(page: Page): Promise<string> {
  return page.evaluate(() => {
    const config = document.getElementById('jupyter-config-data');
    return JSON.parse(config?.textContent ?? '{}').serverRoot as string;
  });
}
