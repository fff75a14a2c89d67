/** The window in which a user signs in on the site's own page. */
import type { Locator, Page } from '@playwright/test';

import { expect } from '../fixtures';

/** Press the button, and wait for the window. */
export async function openSignIn(page: Page, panel: Locator): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await panel.getByRole('button', { name: /^Sign in with / }).click();
  return opening;
}

/** Log in, where the site asks for it: it knows those who did before. */
export async function logIn(popUp: Page): Promise<void> {
  const consent = popUp.getByRole('button', { name: 'Authorize' });
  const button = popUp.getByRole('button', { name: 'Log in' });
  await expect(consent.or(button)).toBeVisible();
  if (await button.isVisible()) {
    // The simulator's users have one password, and its page tells it.
    const told = await popUp.getByText(/their password is/).innerText();
    const [, password = ''] = /password is (\S+?)\.$/.exec(told) ?? [];
    await popUp.getByLabel('Password').fill(password);
    await button.click();
    await expect(consent).toBeVisible();
  }
}

/** Sign in as the owner of the tests' records. */
export async function signInThere(page: Page, panel: Locator): Promise<void> {
  const popUp = await openSignIn(page, panel);
  await logIn(popUp);
  const closed = popUp.waitForEvent('close');
  await popUp.getByRole('button', { name: 'Authorize' }).click();
  await closed;
  await expect(panel.getByText(/^Signed in to/)).toBeVisible();
}
