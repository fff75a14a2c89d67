/** What goes wrong on the way, and what has to be true afterwards. */
import type { APIRequestContext, Locator, Page } from '@playwright/test';

import type { IFault } from '../../simulator/faults';
import { expect, ITestSite, test } from '../fixtures';
import { badgesOf, notebook } from './notebooks';
import type { Publishing } from './publishing';
import type { WorkingFolder } from './workingFolder';

/** A fault as it goes over HTTP. */
export type Fault = Omit<IFault, 'match'> & {
  readonly method?: string;
  /** A regular expression. */
  readonly path?: string;
};

/** Paths of requests that faults befall. */
export const paths = {
  create: '^/api/records$',
  content: '/draft/files/.+/content$',
  publish: '/draft/actions/publish$'
};

/** Leave a test out where faults cannot be ordered. */
export function needsFaults(site: ITestSite): void {
  test.skip(site.isReal, 'a real site does not fail when it is told to');
}

/** Let the simulator fail. */
export async function addFault(
  request: APIRequestContext,
  site: ITestSite,
  fault: Fault
): Promise<void> {
  const url = `${site.url}/_simulator/faults`;
  const response = await request.post(url, { data: fault });
  expect(response.status()).toBe(201);
}

/** A simulator without faults, which takes all tokens again. A real site has none. */
export async function mendSite(
  request: APIRequestContext,
  site: ITestSite
): Promise<void> {
  if (site.isReal) {
    return;
  }
  await request.delete(`${site.url}/_simulator/faults`);
  await request.post(`${site.url}/_simulator/tokens/restore`);
}

/** Waits between attempts are a random share of a longest one: make it small. */
export async function retrySoon(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const random = Math.random;
    Math.random = () => random() / 50;
  });
}

/** For a whole file: each test begins with a site and a page without faults, and leaves them so. */
export function mendAround(): void {
  test.use({ autoGoto: false });
  test.beforeEach(async ({ page, request, site }) => {
    await mendSite(request, site);
    await retrySoon(page);
    await page.goto();
  });
  test.afterEach(async ({ request, site }) => {
    await mendSite(request, site);
  });
}

/** A small bundle. */
export const studyFiles = {
  'study.ipynb': notebook('Study', 'open("data.csv")\n'),
  'data.csv': 'a,b\n1,2\n',
  'requirements.txt': 'numpy==2.0.0\n'
};

/** A small bundle, filled in, under a title of its own. */
export async function fillIn(
  publishing: Publishing,
  folder: WorkingFolder,
  title: string
): Promise<void> {
  await folder.write(studyFiles);
  await publishing.open([folder.at('study.ipynb')]);
  await fillForm(publishing, title);
}

/** What a form needs that knows only its files. */
export async function fillForm(
  publishing: Publishing,
  title: string
): Promise<void> {
  const field = titleOf(publishing);
  // What is known is filled in; the creator too, once something was published.
  await expect(field).not.toBeEmpty();
  if (await publishing.panel.getByLabel('Family name').isVisible()) {
    await publishing.addCreator('Silva', 'Ana');
  }
  await field.fill(title);
}

/** Run the command; it also goes to a panel that is there already. */
export async function openPanel(
  page: Page,
  selection: readonly string[]
): Promise<void> {
  // It answers with nothing: a widget cannot leave the page.
  await page.evaluate(
    async args => {
      await window.jupyterapp.commands.execute(
        'zenodo-publisher:publish',
        args
      );
    },
    { paths: [...selection] }
  );
}

/** The field of the title. */
export function titleOf({ panel }: Publishing): Locator {
  return panel.getByLabel('Title', { exact: true });
}

/** Press a button of the panel. */
export async function press(
  { panel }: Publishing,
  name: 'Publish' | 'Resume' | 'Cancel upload' | 'Sign in' | 'New version'
): Promise<void> {
  await panel.getByRole('button', { name, exact: true }).click();
}

/** The message says what happened, what was kept and what to do. */
export async function expectTrouble(
  { panel }: Publishing,
  happened: RegExp,
  next: RegExp
): Promise<void> {
  const alert = panel.getByRole('alert');
  await expect(alert).toContainText(happened, { timeout: 100_000 });
  const line = (name: string) =>
    alert.locator('div', {
      has: alert.page().getByText(name, { exact: true })
    });
  await expect(line('What happened').last()).toContainText(happened);
  await expect(line('What was kept').last()).toContainText(
    /everything you typed|never published twice/i
  );
  await expect(line('What to do').last()).toContainText(next);
}

/** Confirm what the dialog asks. */
export async function confirm(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Publish now' })
    .click();
}

/** What the account on the site has under a title: drafts and records. */
export async function uploadsNamed(
  request: APIRequestContext,
  site: ITestSite,
  title: string
): Promise<{ doi: string; published: boolean }[]> {
  const response = await request.get(`${site.url}/api/user/records`, {
    params: { size: 100, sort: 'newest' },
    headers: {
      Accept: 'application/vnd.inveniordm.v1+json',
      Authorization: `Bearer ${site.token}`
    }
  });
  expect(response.status()).toBe(200);
  const { hits } = (await response.json()) as {
    hits: {
      hits: readonly {
        is_published: boolean;
        metadata: { title?: string };
        pids: { doi?: { identifier: string } };
      }[];
    };
  };
  return hits.hits
    .filter(({ metadata }) => metadata.title === title)
    .map(({ is_published, pids }) => ({
      doi: pids.doi?.identifier ?? '',
      published: is_published
    }));
}

/** One record under this title, no draft, and its DOI in the working notebook. */
export async function expectOnce(
  request: APIRequestContext,
  site: ITestSite,
  publishing: Publishing,
  folder: WorkingFolder,
  title: string
): Promise<void> {
  const doi = await publishing.doi();
  // The index of a real site is a second behind.
  await expect
    .poll(() => uploadsNamed(request, site, title))
    .toEqual([{ doi, published: true }]);
  await expect
    .poll(async () => badgesOf(await folder.read('study.ipynb')))
    .toEqual([expect.stringContaining(doi)]);
  await expect(publishing.panel.getByRole('alert')).toBeEmpty();
}
