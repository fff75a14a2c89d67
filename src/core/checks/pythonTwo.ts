/** Notebooks for Python 2, which ended in 2020 and which Binder's JupyterLab cannot run. */
import { INotebook, isJsonObject } from '../notebook/notebook';
import { pythonOfCell, statementsOf } from '../notebook/pythonText';
import { ITranslator } from '../text';
import { notebookLanguage } from '../uses/notebookLanguage';

import { ICheck, notebookCheck, Step } from './check';
import { codeCells, sourceOf } from './codeCells';
import { excerptOf } from './excerpt';

/** Characters of a cell that are read; reading goes by the square of very long lines. */
const LIMIT = 20_000;

/* Statements that Python 3 refuses; strings are blanked with \u0001. */
const OLD_PRINT =
  /^print(?:[ \t]*\u0001|[ \t]*>>|[ \t]+(?!(?:in|is|and|or|if|not|for)\b)[\w`])/;
const OLD_EXEC = /^exec[ \t]*\u0001/;
const OLD_EXCEPT = /^except[ \t]+[\w.]+[ \t]*,[ \t]*\w+$/;
const OLD_RAISE = /^raise[ \t]+[\w.]+[ \t]*,/;

/** A kernel of Python 2, or code that only Python 2 can read. */
export function pythonTwoCheck(trans: ITranslator): ICheck {
  const title = trans.__('Python 2');
  const facts = { id: 'python2', version: 1, title, budget: 1_000 };
  return notebookCheck(facts, function* ({ path, notebook }): Iterable<Step> {
    if (notebookLanguage(notebook) !== 'python') {
      return;
    }
    if (namesPythonTwo(notebook)) {
      yield {
        id: 'notebook.python2',
        severity: 'warning',
        section: 'environment',
        message: trans.__(
          'The notebook is for Python 2, which Binder cannot run. Change it to Python 3, or publish it without Binder.'
        ),
        place: { path },
        about: path
      };
      return;
    }
    for (const { index, cell } of codeCells(notebook)) {
      const statement = oldStatement(sourceOf(cell).slice(0, LIMIT));
      if (statement !== null) {
        yield {
          id: 'notebook.python2',
          severity: 'warning',
          section: 'environment',
          message: trans.__(
            'Cell %1 is written for Python 2: Python 3 cannot read it. Write print(…) with brackets, for example, and run it again.',
            index + 1
          ),
          place: { path, cell: index },
          excerpt: excerptOf(statement),
          about: JSON.stringify([path, statement])
        };
        return;
      }
      yield null;
    }
  });
}

function namesPythonTwo({ metadata }: INotebook): boolean {
  const { kernelspec, language_info } = metadata;
  return (
    (isJsonObject(kernelspec) && kernelspec.name === 'python2') ||
    (isJsonObject(language_info) &&
      typeof language_info.version === 'string' &&
      language_info.version.startsWith('2.'))
  );
}

/** The first line of the first statement that Python 3 refuses. */
function oldStatement(source: string): string | null {
  if (!/\b(?:print|exec|except|raise)\b/.test(source)) {
    return null;
  }
  const code = pythonOfCell(source);
  for (const { text, start } of statementsOf(code)) {
    const isOld =
      OLD_PRINT.test(text) ||
      OLD_EXEC.test(text) ||
      OLD_EXCEPT.test(text) ||
      OLD_RAISE.test(text);
    if (isOld) {
      return source.slice(start).split('\n', 1)[0];
    }
  }
  return null;
}
