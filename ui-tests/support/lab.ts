/** A page with JupyterLab in it, and what is written down really on its server. */
import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';

import { expect, galata, siteSettings } from '../fixtures';
import { labUrl, siteUrl } from '../environment';
import { retrySoon } from './failures';

/** Open a tab: not galata's page, which is made anew for each test. */
export async function openLab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await galata.Mock.mockSettings(page, [], siteSettings);
  await retrySoon(page);
  await page.addInitScript(shortenWaits);
  await page.goto(`${labUrl}/lab`);
  // A second tab goes on to a layout of its own meanwhile.
  await expect(async () => {
    await page.evaluate(() => window.jupyterapp.restored);
  }).toPass({ timeout: 60_000 });
  return page;
}

/** In a page: its long waits become short, a minute takes three seconds. */
export function shortenWaits(): void {
  const wait = window.setTimeout.bind(window) as typeof window.setTimeout;
  const sooner = (act: TimerHandler, ms = 0, ...rest: unknown[]) =>
    wait(act, ms >= 3000 ? ms / 20 : ms, ...rest);
  window.setTimeout = sooner as typeof window.setTimeout;
}

/** Forget the layout, so that the next page begins with nothing. */
export async function forgetLayout(request: APIRequestContext): Promise<void> {
  await request.delete(`${labUrl}/lab/api/workspaces/default`);
}

/** Close all that is open in the page. */
export async function closeAll(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('application:close-all')
  );
}

/** Close what is in front. */
export async function closeCurrent(page: Page): Promise<void> {
  await page.evaluate(() => window.jupyterapp.shell.currentWidget?.close());
}

/** Whether the site has rate limits: a table of faults needs more requests than they allow. */
export async function setLimits(
  request: APIRequestContext,
  on: boolean
): Promise<void> {
  await request.post(`${siteUrl}/_simulator/limits/${on ? 'on' : 'off'}`);
}
