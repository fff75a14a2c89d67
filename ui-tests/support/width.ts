/** How wide the panels are. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

import { expect } from '../fixtures';

/**
 * Make what is in the main area so many pixels wide, with no side bar on its
 * left. What was clicked before may still bring that back: where a record was
 * opened, its files are shown there.
 */
export async function setWidth(
  page: IJupyterLabPageFixture,
  part: Locator,
  width: number,
  height: number
): Promise<void> {
  const widthNow = async () => (await part.boundingBox())?.width ?? 0;
  await expect(async () => {
    await page.sidebar.close('left');
    const beside = (page.viewportSize()?.width ?? 0) - (await widthNow());
    await page.setViewportSize({ width: beside + width, height });
    await expect.poll(widthNow, { timeout: 2000 }).toBe(width);
  }).toPass({ timeout: 30_000 });
}
