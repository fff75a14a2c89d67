/** Cells that ended with an error. */
import { ITranslator } from '../text';

import { ICheck, notebookCheck } from './check';
import { codeCells, mayFail, textUpTo } from './codeCells';
import { excerptOf } from './excerpt';

/** Error outputs, but those that the author wants to show (tag `raises-exception`). */
export function errorsCheck(trans: ITranslator): ICheck {
  const title = trans.__('Errors in the outputs');
  const facts = { id: 'error', version: 1, title, budget: 200 };
  return notebookCheck(facts, function* ({ path, notebook }) {
    for (const { index, outputs, cell } of codeCells(notebook)) {
      const error = outputs.find(output => output.output_type === 'error');
      if (!error || mayFail(cell)) {
        continue;
      }
      const name = textUpTo(error.ename, 200);
      const value = textUpTo(error.evalue, 1_000);
      yield {
        id: 'notebook.error',
        severity: 'warning',
        section: 'contents',
        message: trans.__(
          'Cell %1 ended with an error. Mend it, or add the tag “raises-exception” to the cell if the error is meant.',
          index + 1
        ),
        place: { path, cell: index },
        excerpt: excerptOf([name, value].filter(Boolean).join(': ')),
        about: JSON.stringify([path, name, value])
      };
    }
  });
}
