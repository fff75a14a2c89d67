/**
 * A language pack of a language that does not exist: every text of the extension
 * longer by a half, accented and in brackets (`src/ui/__tests__/pseudo.ts`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ts from 'typescript';

import { pseudo } from '../../src/ui/__tests__/pseudo';

const sources = join(__dirname, '..', '..', 'src');

/** The texts that a file hands to the translator, plurals as pairs. */
function textsOf(path: string): string[][] {
  const found: string[][] = [];
  const text = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    false,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  );
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression)
    ) {
      const count = { __: 1, _n: 2 }[node.expression.name.text] ?? 0;
      const texts = node.arguments
        .slice(0, count)
        .flatMap(one => (ts.isStringLiteralLike(one) ? [one.text] : []));
      if (count > 0 && texts.length === count) {
        found.push(texts);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What JupyterLab's server answers where such a pack is installed. */
function languagePack() {
  const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.includes('__tests__'))
    .flatMap(path => textsOf(join(sources, path)));
  return {
    message: '',
    data: {
      jupyterlab_zenodo_publisher: {
        '': {
          domain: 'jupyterlab_zenodo_publisher',
          language: 'eo',
          plural_forms: 'nplurals=2; plural=(n != 1);'
        },
        ...Object.fromEntries(
          texts.map(([text, ...plural]) => [
            text,
            [text, ...plural].map(pseudo)
          ])
        )
      }
    }
  };
}

/** Let pages that are loaded from now on speak it. */
export async function speakPseudo(page: Page): Promise<void> {
  const pack = languagePack();
  await page.route(/\/api\/translations(\/|\?|$)/, route =>
    route.fulfill({ json: pack })
  );
}
