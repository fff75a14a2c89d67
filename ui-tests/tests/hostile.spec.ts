/**
 * A hostile site: markup and script in all that it says, links to nowhere good.
 * All of it is text on the screen: no element comes of it, nothing runs, and
 * the page neither leaves nor asks anybody else.
 */
import { labUrl } from '../environment';
import { expect, test } from '../fixtures';
import { Curator } from '../support/curator';
import { fillIn, press } from '../support/failures';
import { HostileProbe, hostileText } from '../support/hostileProbe';
import { makeHostile } from '../support/hostileSite';
import { PublicationsList } from '../support/publicationsList';
import { Publishing } from '../support/publishing';
import { OpenRecord, publishByHand } from '../support/records';
import { combobox, openGroups } from '../support/wholeForm';
import { WorkingFolder } from '../support/workingFolder';

test.use({ autoGoto: false });

/** Words of the hostile text that are seen where it is shown. */
const seen = 'data-hostile';

const unique = (words: string) =>
  `${words} ${Math.random().toString(36).slice(2, 10)}`;

test('what lists and forms show of a hostile site is text', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const title = unique('Hostile');
  const doi = await publishByHand(
    request,
    site,
    'levels.csv',
    Buffer.from('1,2\n'),
    title
  );
  const id = doi.replace(/^.*\./, '');
  const found = await request.get(`${site.url}/api/communities`, {
    params: { q: 'open' }
  });
  const { hits } = await found.json();
  const proposed = await request.post(
    `${site.url}/api/records/${id}/communities`,
    {
      headers: { Authorization: `Bearer ${site.token}` },
      data: { communities: [{ id: hits.hits[0].id }] }
    }
  );
  expect(proposed.status()).toBe(200);
  await new Curator(request, site).write(title, `<p>${hostileText}</p>`);
  const probe = await HostileProbe.on(page, [labUrl, site.url]);
  await makeHostile(page, site);
  await page.goto();
  page.setDefaultTimeout(30_000);
  probe.loaded();
  const look = async (state: string) => {
    await page.screenshot({ path: info.outputPath(`${state}.png`) });
    expect.soft(await probe.found(), state).toEqual([]);
  };

  const list = new PublicationsList(page, site);
  await list.open();
  await list.panel.getByLabel('Access token').fill('nobody-knows-it');
  await list.panel
    .getByRole('button', { name: 'Sign in', exact: true })
    .click();
  await expect(list.panel.getByLabel('Access token')).toHaveAttribute(
    'aria-invalid',
    'true'
  );
  await look('refused');
  await list.signIn();
  await list.panel.getByLabel('Search publications').fill(title);
  const entry = list.panel.getByRole('listitem').filter({ hasText: title });
  await entry.getByRole('button', { name: title }).first().click();
  await expect(entry.first()).toContainText(seen);
  await entry.getByRole('list', { name: 'Requests to communities' }).waitFor();
  await look('list');

  await entry.getByRole('button', { name: 'Copy citation' }).click();
  await entry.getByRole('button', { name: 'Edit metadata' }).click();
  const edit = page.getByRole('region', { name: 'Edit metadata' });
  const field = edit.getByLabel('Title', { exact: true });
  await expect(field).toHaveValue(new RegExp(seen));
  await edit.evaluate(root => {
    const folded = 'button[aria-expanded="false"]';
    root
      .querySelectorAll<HTMLButtonElement>(folded)
      .forEach(button => button.click());
  });
  const licence = combobox(edit, 'Licenses');
  await licence.fill('mit');
  await expect(edit.locator('[role="option"]').first()).toContainText(seen);
  await look('edit');
  await licence.press('Escape');
  await edit.getByLabel('Version', { exact: true }).fill('2');
  await edit.getByRole('button', { name: 'Publish changes' }).click();
  await look('edit-sent');

  const open = new OpenRecord(page);
  await open.open({ path: tmpPath });
  await open.lookUp(doi);
  await expect(open.panel.getByRole('heading', { level: 2 })).toContainText(
    seen
  );
  await look('found');
  await open.panel.getByRole('button', { name: 'Open here' }).click();
  await expect(
    open.panel.getByText(/levels\.csv.*data-hostile/).first()
  ).toBeVisible();
  await look('opened');
});

test('what the publish panel shows of a hostile site is text', async ({
  page,
  request,
  site,
  tmpPath
}, info) => {
  const probe = await HostileProbe.on(page, [labUrl, site.url]);
  await makeHostile(page, site);
  await page.goto();
  page.setDefaultTimeout(30_000);
  probe.loaded();
  const look = async (state: string) => {
    await page.screenshot({ path: info.outputPath(`${state}.png`) });
    expect.soft(await probe.found(), state).toEqual([]);
  };
  const publishing = new Publishing(page, site);
  const { panel } = publishing;
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await fillIn(publishing, folder, unique('Hostile'));
  await publishing.signIn();
  await openGroups(panel);
  const communities = combobox(panel, 'Communities');
  await communities.fill('open');
  await expect(panel.locator('[role="option"]').first()).toContainText(seen);
  await look('communities');
  await panel.locator('[role="option"]').first().click();
  await look('community');

  // The site minds what it is sent.
  await page.route(
    `${site.url}/api/records`,
    route =>
      route.fulfill({
        status: 400,
        headers: { 'Access-Control-Allow-Origin': '*' },
        json: {
          status: 400,
          message: hostileText,
          errors: [
            { field: 'metadata.title', messages: [hostileText] },
            { field: `metadata.${hostileText}`, messages: [hostileText] }
          ]
        }
      }),
    { times: 1 }
  );
  await press(publishing, 'Publish');
  await expect(
    panel.getByRole('group', { name: /2 things to fix/ })
  ).toContainText(seen);
  await look('refused');

  await panel.getByLabel('Title', { exact: true }).fill(unique('Better'));
  await press(publishing, 'Resume');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await look('confirm');
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await publishing.doi();
  await look('published');
});

test('the probe notices what becomes more than text', async ({ browser }) => {
  const page = await browser.newPage();
  const probe = await HostileProbe.on(page, [labUrl]);
  await page.goto('about:blank');
  probe.loaded();
  expect(await probe.found()).toEqual([]);
  await page.evaluate(html => {
    document.body.innerHTML = html;
    const script = document.createElement('script');
    script.textContent = "window.__hostile('script')";
    document.body.append(script);
    alert('x');
    window.open('about:blank');
  }, hostileText);
  await expect
    .poll(() => probe.found())
    .toEqual(
      expect.arrayContaining([
        'dialog: x',
        'element: A',
        'element: IFRAME',
        'element: IMG',
        'element: SCRIPT',
        'element: svg',
        'ran: image',
        'ran: script',
        expect.stringMatching(/^window: /),
        expect.stringMatching(/^request: https:\/\/elsewhere/),
        expect.stringMatching(/^navigation: /)
      ])
    );
  await page.close();
});
