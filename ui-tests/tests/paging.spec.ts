/** More publications than the list asks for at once. */
import { expect, test } from '../fixtures';
import { uploadsNamed } from '../support/failures';
import { PublicationsList } from '../support/publicationsList';

/** The list shows 25, and then the others. */
const count = 28;

test('the list goes on to the next page, and what is there can be discarded', async ({
  page,
  request,
  site
}) => {
  const words = Math.random().toString(36).slice(2, 10);
  const headers = { Authorization: `Bearer ${site.token}` };
  const titles = [...Array(count).keys()].map(
    i => `Borehole ${String(i + 1).padStart(2, '0')} ${words}`
  );
  const ids: string[] = [];
  for (const title of titles) {
    const made = await request.post(`${site.url}/api/records`, {
      headers,
      data: { metadata: { title } }
    });
    expect(made.status()).toBe(201);
    ids.push(((await made.json()) as { id: string }).id);
  }
  const list = new PublicationsList(page, site);
  await list.open();
  await list.signIn();
  await list.panel.getByLabel('Search publications').fill(words);
  const shown = list.titles('On their way');
  await list.until(async () => {
    await expect(shown).toHaveCount(25, { timeout: 5000 });
  });
  await list.panel.getByRole('button', { name: 'Show more' }).click();
  await expect(shown).toHaveCount(count);
  expect((await shown.allTextContents()).sort()).toEqual(titles);
  await expect(
    list.panel.getByRole('button', { name: 'Show more' })
  ).toBeHidden();

  const last = (await shown.last().textContent()) ?? '';
  const entry = await list.unfold(last);
  await entry.getByRole('button', { name: 'Discard draft…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Discard draft' })
    .click();
  await expect(entry).toBeHidden();
  await expect.poll(() => uploadsNamed(request, site, last)).toEqual([]);
  await expect(shown).toHaveCount(count - 1);

  for (const id of ids) {
    await request.delete(`${site.url}/api/records/${id}/draft`, { headers });
  }
});
