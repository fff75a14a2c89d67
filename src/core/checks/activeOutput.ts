/** Outputs that run scripts: readers elsewhere do not see what they draw. */
import { ITranslator } from '../text';

import { ICheck, notebookCheck, Step } from './check';
import { codeCells } from './codeCells';
import { outputPieces } from './outputText';

const SCRIPT = /<script[\s>/]/i;

/* What the whole libraries write into a page, by their own comments and loaders. */
const LIBRARIES: [name: string, mark: RegExp][] = [
  ['Plotly', /plotly\.js v\d|window\.PlotlyConfig/],
  ['Bokeh', /Bokeh Contributors|bk-notebook-logo|bokeh-loading/i]
];

/** Scripts in outputs; one finding for a notebook. */
export function activeOutputCheck(trans: ITranslator): ICheck {
  const title = trans.__('Scripts in the outputs');
  const facts = { id: 'untrusted-js', version: 1, title, budget: 2_000 };
  return notebookCheck(facts, function* ({ path, notebook }): Iterable<Step> {
    const cells: number[] = [];
    const libraries = new Set<string>();
    for (const { index, outputs } of codeCells(notebook)) {
      let isActive = false;
      for (const output of outputs) {
        for (const piece of outputPieces(output)) {
          if (piece && /html|svg/.test(piece.mime)) {
            isActive ||= SCRIPT.test(piece.text);
          } else if (piece && /javascript/.test(piece.mime)) {
            isActive = true;
          } else {
            yield null;
            continue;
          }
          for (const [name, mark] of LIBRARIES) {
            if (mark.test(piece.text)) {
              libraries.add(name);
            }
          }
          yield null;
        }
      }
      if (isActive) {
        cells.push(index);
      }
    }
    if (cells.length) {
      yield {
        id: 'notebook.script',
        severity: 'info',
        section: 'contents',
        message: trans._n(
          'The output of %1 cell runs a script. Zenodo’s preview, and readers who do not trust the notebook, do not see what it draws. Add a picture of it if it matters.',
          'The outputs of %1 cells run scripts. Zenodo’s preview, and readers who do not trust the notebook, do not see what they draw. Add pictures of them if they matter.',
          cells.length
        ),
        place: { path, cell: cells[0] },
        excerpt: libraries.size ? [...libraries].join(', ') : '<script>',
        about: JSON.stringify([path, cells])
      };
    }
  });
}
