/** Leading a publication to its end, whatever is asked on the way. */
import { expect } from '../fixtures';
import type { Publishing } from './publishing';

/** Sign in, where the page is not. */
export async function signInIfAsked(publishing: Publishing): Promise<void> {
  if (await publishing.panel.getByLabel('Access token').isVisible()) {
    await publishing.signIn();
  }
}

/** Confirm where it is asked, until it is published or stopped; says which. */
export async function confirmUntilEnd({
  panel,
  outcome
}: Publishing): Promise<'published' | 'stopped'> {
  const now = panel
    .page()
    .getByRole('dialog')
    .getByRole('button', { name: 'Publish now' });
  const stopped = panel.getByRole('alert').getByText('What happened');
  const published = outcome.getByRole('link', { name: /^10\.\d+\// });
  const over = stopped.or(published).first();
  await expect(now.or(over).first()).toBeVisible({ timeout: 60_000 });
  if (await now.isVisible()) {
    await now.click();
  }
  await expect(over).toBeVisible({ timeout: 60_000 });
  return (await published.isVisible()) ? 'published' : 'stopped';
}
