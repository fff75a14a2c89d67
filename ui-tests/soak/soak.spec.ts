/**
 * Many publications with faults in one page of JupyterLab: all are there, once,
 * and the page holds on to nothing of them. Run by `npm run soak`.
 */
import { rows } from '../../src/core/publish/__tests__/faults/rows';
import { steps } from '../../src/core/publish/__tests__/faults/steps';
import { expect, ITestSite, test, testSite } from '../fixtures';
import { addFault, Fault, fillIn, mendSite, press } from '../support/failures';
import { closeCurrent, forgetLayout, openLab, setLimits } from '../support/lab';
import { confirmUntilEnd, signInIfAsked } from '../support/leading';
import { Publishing } from '../support/publishing';
import { WorkingFolder } from '../support/workingFolder';
import { ISample, tableOf, Watch } from './watch';

const count = Number(process.env.SOAK_COUNT ?? 200);
const seed = Number(process.env.SOAK_SEED ?? 20261121);

/** From here on nothing may grow: what is loaded once is loaded. */
const settled = Math.min(50, Math.floor(count / 4));

/** Part by which the heap may grow after that. */
const tolerance = 0.1;

/** Chance that repeats itself: Lehmer's generator with the modulus 2³¹ − 1. */
function chance(start: number): (below: number) => number {
  let state = (start % 2147483646) + 1;
  return below => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** What the site does wrong, in the order in which it happens. */
function faults(next: (below: number) => number): Fault[] {
  const kinds = rows.flatMap(({ fault, only }) =>
    fault && !only && !['late', 'rate-limit'].includes(fault.kind)
      ? [{ ...fault, ...(fault.ms ? { ms: 300 } : {}) }]
      : []
  );
  const places = steps.filter(({ provoke, diedAfter }) => !provoke && !diedAfter); // prettier-ignore
  return Array.from({ length: next(3) }, () => {
    const { method, path } = places[next(places.length)].match;
    return { ...kinds[next(kinds.length)], method, path: path?.source };
  });
}

async function deposits(
  site: ITestSite
): Promise<{ published: number; drafts: number }> {
  let published = 0;
  let drafts = 0;
  for (let page = 1; ; page++) {
    const url = `${site.url}/api/user/records?size=100&page=${page}`;
    const answer = await fetch(url, {
      headers: {
        Accept: 'application/vnd.inveniordm.v1+json',
        Authorization: `Bearer ${site.token}`
      }
    });
    const { hits } = (await answer.json()) as {
      hits: { hits: { is_published: boolean; is_draft: boolean }[] };
    };
    if (hits.hits.length === 0) {
      return { published, drafts };
    }
    published += hits.hits.filter(one => one.is_published).length;
    drafts += hits.hits.filter(one => one.is_draft).length;
  }
}

test(`${count} publications in one page`, async ({ browser }) => {
  test.setTimeout(count * 60_000);
  const site = testSite();
  const context = await browser.newContext();
  const { request } = context;
  await setLimits(request, false);
  await forgetLayout(request);
  const before = await deposits(site);
  const page = await openLab(context);
  const publishing = new Publishing(page, site);
  // A dock that becomes empty never lets go of its bar of tabs (Lumino's
  // `DockLayout._items`): another tab stays.
  await page.evaluate(async () => {
    await window.jupyterapp.commands.execute('launcher:create');
  });
  const watch = await Watch.of(page);
  const samples: ISample[] = [];
  const next = chance(seed);
  const start = Date.now();
  let stops = 0;
  for (let done = 0; ; done++) {
    if (done % 10 === 0 || done === count) {
      samples.push(await watch.look(done));
    }
    if (done === count) {
      break;
    }
    const name = `soak-${start.toString(36)}/${done}`;
    await fillIn(publishing, new WorkingFolder(request, name), `Soak ${name}`);
    await signInIfAsked(publishing);
    for (const fault of faults(next)) {
      await addFault(request, site, fault);
    }
    await press(publishing, 'Publish');
    for (let tries = 0; ; tries++) {
      if ((await confirmUntilEnd(publishing)) === 'published') {
        break;
      }
      stops++;
      expect(tries, name).toBeLessThan(5);
      await mendSite(request, site);
      await signInIfAsked(publishing);
      const { panel } = publishing;
      const resume = panel.getByRole('button', { name: 'Resume', exact: true });
      await press(
        publishing,
        (await resume.isVisible()) ? 'Resume' : 'Publish'
      );
    }
    await mendSite(request, site);
    await closeCurrent(page);
    await expect(publishing.panel).toBeHidden();
  }
  const after = await deposits(site);
  const [first] = samples.filter(({ done }) => done >= settled);
  const last = samples[samples.length - 1];
  const grown = last.heap / first.heap - 1;
  const seconds = Math.round((Date.now() - start) / 1000);
  process.stdout.write(
    `\n${tableOf(samples)}\n\n${count} publications, ${stops} stops on the way, ${seconds} s; the heap grew by ${(100 * grown).toFixed(1)} % after the first ${first.done}; ${after.published - before.published} records, ${after.drafts - before.drafts} drafts.\n`
  );
  await setLimits(request, true);
  await context.close();

  expect(after.published - before.published).toBe(count);
  expect(after.drafts - before.drafts).toBe(0);
  expect(grown).toBeLessThan(tolerance);
  expect(last.global).toBeLessThanOrEqual(first.global);
  expect(last.documents).toBeLessThanOrEqual(first.documents);
  expect(last.listeners).toBeLessThanOrEqual(first.listeners);
  expect(last.nodes).toBeLessThanOrEqual(first.nodes * (1 + tolerance));
});
