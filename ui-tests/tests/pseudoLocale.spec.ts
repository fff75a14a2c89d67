/**
 * The panels and dialogs in a language of which all texts are longer by a half:
 * nothing is cut off, runs out of its box or lies on something else, in a wide
 * and in a narrow panel, from left to right and from right to left.
 */
import { pseudo } from '../../src/ui/__tests__/pseudo';
import { expect, test } from '../fixtures';
import { cutOff } from '../support/cutOff';
import { notebook } from '../support/notebooks';
import { speakPseudo } from '../support/pseudoPack';
import { publishByHand } from '../support/records';
import { setWidth } from '../support/width';
import { WorkingFolder } from '../support/workingFolder';

test.use({ autoGoto: false });

const regionOf = (label: string) =>
  `.jp-ZenodoPublisher[aria-label="${pseudo(label)}"]`;

test('a longer language', async ({ page, request, site, tmpPath }, info) => {
  page.setDefaultTimeout(30_000);
  await speakPseudo(page);
  await page.setViewportSize({ width: 1280, height: 1200 });
  await page.goto();

  const look = async (state: string, part: string) => {
    const name = `${state}.png`;
    await page.screenshot({ path: info.outputPath(name) });
    expect.soft(await cutOff(page.locator(part).first()), state).toEqual([]);
  };
  const run = (command: string, args: Record<string, string | string[]> = {}) =>
    page.evaluate(
      async ([id, args]) => {
        // It answers with nothing: a widget cannot leave the page.
        await window.jupyterapp.commands.execute(id, args);
      },
      [`zenodo-publisher:${command}`, args] as const
    );
  /** Unfold everything, also what is folded within. */
  const unfold = async (part: string) => {
    for (let round = 0; round < 3; round++) {
      await page.locator(part).evaluate(root => {
        for (const one of root.querySelectorAll<HTMLButtonElement>(
          'button[aria-expanded="false"]'
        )) {
          one.click();
        }
      });
    }
  };
  const lookAround = async (state: string, part: string) => {
    await setWidth(page, page.locator(part), 900, 1200);
    await look(`${state}-wide`, part);
    await setWidth(page, page.locator(part), 320, 1200);
    await look(`${state}-narrow`, part);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await look(`${state}-rtl`, part);
    await page.evaluate(() => (document.documentElement.dir = 'ltr'));
    await setWidth(page, page.locator(part), 900, 1200);
  };
  const button = (part: string, label: string) =>
    page
      .locator(part)
      .getByRole('button', { name: pseudo(label), exact: true })
      .first();

  const words = Math.random().toString(36).slice(2, 10);
  const doi = await publishByHand(
    request,
    site,
    'levels.csv',
    Buffer.from('1,2\n'),
    `River levels ${words}`
  );
  const folder = new WorkingFolder(request, `${tmpPath}/study`);
  await folder.write({
    'study.ipynb': notebook('Study', 'import numpy\nopen("gone.csv")\n'),
    'requirements.txt': 'numpy\nscipy==1.14.0\n',
    'CITATION.cff': 'cff-version: 1.2.0\nmessage: x\ntitle: Levels of rivers\n'
  });

  await page.sidebar.close('left');
  const panel = regionOf('Publish to Zenodo');
  await run('publish', { paths: [`${folder.path}/study.ipynb`] });
  await expect(button(panel, 'Publish')).toBeEnabled();
  await expect(page.locator(panel)).toContainText('gone.csv');
  await unfold(panel);
  for (const add of ['Add funding', 'Add contributor', 'Add a related work']) {
    await button(panel, add).click();
  }
  await button(panel, 'Publish').click();
  await expect(page.locator(`${panel} [aria-invalid="true"]`)).not.toHaveCount(
    0
  );
  await lookAround('errors', panel);

  const open = '.jp-ZenodoPublisher-open';
  await run('open-record', { path: tmpPath });
  await expect(button(open, 'Look up')).toBeVisible();
  await setWidth(page, page.locator(open), 320, 1200);
  await look('open-asking-narrow', open);
  await page.locator(`${open} input`).first().fill('https://example.org/1');
  await button(open, 'Look up').click();
  await expect(page.locator(`${open} [aria-invalid="true"]`)).toBeVisible();
  await look('open-problem-narrow', open);
  await page.locator(`${open} input`).first().fill(doi);
  await button(open, 'Look up').click();
  await expect(button(open, 'Open here')).toBeVisible();
  await lookAround('open-found', open);
  await button(open, 'Open here').click();
  await expect(button(open, 'Open another record')).toBeVisible();
  await lookAround('open-done', open);

  const side = '.jp-ZenodoPublisher-side';
  await run('open-publications');
  await page.sidebar.setWidth(250, 'left');
  await look('list-signed-out', side);
  await page.locator(`${side} input[type="password"]`).fill(site.token);
  await button(side, 'Sign in').click();
  await page.locator(`${side} input[type="search"]`).fill(words);
  const title = page
    .locator(side)
    .getByRole('button', { name: `River levels ${words}` });
  await title.click();
  await look('list', side);
  await button(side, 'Delete record…').click();
  // JupyterLab's dialog takes the focus, and with it keys, once the page idles.
  await expect(button('.jp-Dialog', 'Keep record')).toBeFocused();
  await look('delete', '.jp-Dialog-content');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  const edit = regionOf('Edit metadata');
  await button(side, 'Edit metadata').click();
  await expect(page.locator(`${edit} textarea`).first()).toBeVisible();
  await unfold(edit);
  await page
    .locator(edit)
    .getByLabel(pseudo('Title'), { exact: true })
    .fill('');
  for (const add of ['Add funding', 'Add contributor', 'Add a related work']) {
    await button(edit, add).click();
  }
  await button(edit, 'Publish changes').click();
  await expect(page.locator(`${edit} [aria-invalid="true"]`)).not.toHaveCount(
    0
  );
  await lookAround('edit', edit);

  // All sign-ins hold for the page: this one needs no token.
  const complete = new WorkingFolder(request, `${tmpPath}/complete`);
  await complete.write({
    'study.ipynb': notebook('Study', 'print(1)\n'),
    'requirements.txt': 'numpy==2.1.0\n',
    'CITATION.cff': [
      'cff-version: 1.2.0\nmessage: x\ntitle: Levels of rivers',
      'authors:\n  - family-names: Silva\n    given-names: Ana\n'
    ].join('\n')
  });
  await run('publish', { paths: [`${complete.path}/study.ipynb`] });
  const shown = `${panel}:visible`;
  // What comes only after the press would be shown first.
  await expect(page.locator(shown).getByLabel(pseudo('Title'))).toHaveValue(
    'Levels of rivers'
  );
  await expect(button(shown, 'Publish')).toBeEnabled();
  await button(shown, 'Publish').click();
  await expect(
    page.getByRole('button', { name: pseudo('Publish now') })
  ).toBeVisible();
  await look('confirm', '.jp-Dialog-content');
  await page.setViewportSize({ width: 400, height: 900 });
  await look('confirm-narrow', '.jp-Dialog-content');
});
