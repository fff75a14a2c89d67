/** What axe, and a ruler, say of the panel. */
import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';

import { expect } from '../fixtures';

/** WCAG 2.2, levels A and AA, and what axe holds for good practice. */
const rules = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  'best-practice'
];

/** What axe finds within a part of the page, in a line each. */
async function violations(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(rules)
    // A panel is a part of JupyterLab's page: it has neither its h1 nor its landmarks.
    .disableRules(['page-has-heading-one', 'region', 'landmark-one-main'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [id, target.join(' '), failureSummary?.split('\n')[1]?.trim()].join(': ')
    )
  );
}

/** Look at a state: keep a picture, and let axe judge it. Nothing may run out of the panel. */
export async function expectAccessible(
  page: Page,
  info: TestInfo,
  state: string,
  part = '.jp-ZenodoPublisher'
): Promise<void> {
  await page.screenshot({ path: info.outputPath(`${state}.png`) });
  expect.soft(await violations(page, part), state).toEqual([]);
  const tooWide = await page.locator(part).evaluate(element =>
    [...element.querySelectorAll<HTMLElement>('*')]
      .filter(one => {
        const { left, right, width } = one.getBoundingClientRect();
        const whole = element.getBoundingClientRect();
        return width > 0 && (right > whole.right + 1 || left < whole.left - 1);
      })
      // What is there for screen readers takes no room.
      .filter(one => !one.closest('.jp-ZenodoPublisher-hidden'))
      .map(one => one.className || one.tagName)
  );
  expect.soft(tooWide, state).toEqual([]);
}

/** The same at every width of the page, in pixels; it is as wide as before afterwards. */
export async function expectAccessibleAt(
  page: Page,
  info: TestInfo,
  widths: readonly number[],
  state: string,
  part?: string
): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: before?.height ?? 900 });
    await expectAccessible(page, info, `${state}-${width}`, part);
  }
  if (before) {
    await page.setViewportSize(before);
  }
}
