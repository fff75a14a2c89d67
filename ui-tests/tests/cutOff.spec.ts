/** The look for texts that are cut off finds those that are, and no others. */
import { expect, test } from '@playwright/test';

import { cutOff } from '../support/cutOff';

const long = 'A name that is much longer than its place';

const cases: readonly (readonly [name: string, html: string, found: string])[] =
  [
    [
      'an ellipsis',
      `<div style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 90px">${long}</div>`,
      `cut off: “${long}” by div.`
    ],
    [
      'an ellipsis of which the whole is told',
      `<div title="${long}" style="overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 90px">${long}</div>`,
      ''
    ],
    [
      'a second line that is hidden',
      `<p style="overflow: hidden; height: 18px; width: 120px">${long}</p>`,
      `cut off: “${long}” by p.`
    ],
    [
      'a button that is too narrow',
      `<button style="white-space: nowrap; width: 90px; justify-content: start; display: flex">${long}</button>`,
      `runs out: “${long}” of button.`
    ],
    [
      'a text of which a part is in a narrower element',
      `<button style="width: 90px; display: block; white-space: nowrap"><span>x</span> <b>${long}</b></button>`,
      `runs out: “${long}” of button.`
    ],
    [
      'texts that lie on each other',
      '<p style="margin: 0">Creators of it</p><p style="margin: -16px 0 0">Keywords of it</p>',
      'overlap: “Creators of it” and “Keywords of it”'
    ],
    [
      'a list over the page',
      '<p style="margin: 0">Creators of it</p><p style="position: absolute; top: 8px; margin: 0">Keywords of it</p>',
      ''
    ],
    [
      'what is scrolled away under something else',
      '<div style="overflow-y: auto; height: 20px"><p>Creators of it</p><p>Title of it</p></div><p style="margin: 0">Keywords of it</p>',
      ''
    ],
    [
      'a row that scrolls sideways',
      `<div class="row" style="overflow-x: auto; width: 90px; white-space: nowrap">${long}</div>`,
      'scrolls sideways: div.row'
    ],
    [
      'code that scrolls sideways',
      `<pre style="overflow-x: auto; width: 90px">${long}</pre>`,
      ''
    ],
    [
      'a hint that is too long for its field',
      `<input style="width: 90px" placeholder="${long}">`,
      `hint cut off: “${long}”`
    ],
    [
      'lines that break',
      `<button style="width: 90px">${long}</button><p style="width: 90px">${long}</p>`,
      ''
    ],
    [
      'what only screen readers have',
      `<span class="jp-ZenodoPublisher-hidden" style="position: absolute; overflow: hidden; width: 1px; height: 1px">${long}</span>`,
      ''
    ]
  ];

test('what is cut off is found, and nothing else', async ({ page }) => {
  for (const [name, html, found] of cases) {
    await page.setContent(`<main style="width: 320px">${html}</main>`);
    const all = await cutOff(page.locator('main'));
    expect.soft(all, name).toEqual(found ? [found] : []);
  }
});
