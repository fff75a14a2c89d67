import { nameOf } from '../paths';
/** Does a reader learn what a notebook is about? */
import { ITranslator } from '../text';

import { ICheck, notebookCheck, Step } from './check';
import { sourceOf } from './codeCells';

/* ATX and HTML headings. */
const HEADING = /^ {0,3}#{1,6}[ \t]+\S|<h[1-6][\s>]/i;

/* The line below a setext heading. */
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s*$/;

/** Jupyter's own name for a new notebook, or no heading. */
export function titleCheck(trans: ITranslator): ICheck {
  const title = trans.__('Names and headings');
  const facts = { id: 'empty-title', version: 1, title, budget: 500 };
  return notebookCheck(facts, function* ({ path, notebook }): Iterable<Step> {
    const name = nameOf(path);
    if (/^untitled[ \d]*(?:[-_ ]copy\d*)*\.ipynb$/i.test(name)) {
      yield {
        id: 'notebook.untitled',
        severity: 'info',
        section: 'contents',
        message: trans.__(
          '%1 says nothing about what is in it. Give it a name that does.',
          name
        ),
        place: { path },
        about: path
      };
    }
    for (const cell of notebook.cells) {
      if (cell.cell_type === 'markdown' && hasHeading(sourceOf(cell))) {
        return;
      }
      yield null;
    }
    yield {
      id: 'notebook.no-heading',
      severity: 'info',
      section: 'contents',
      message: trans.__(
        'The notebook has no heading. Begin with a text cell such as “# What this is about”.'
      ),
      place: { path },
      about: path
    };
  });
}

function hasHeading(source: string): boolean {
  let before = '';
  for (const line of source.split('\n')) {
    if (HEADING.test(line) || (before.trim() && UNDERLINE.test(line))) {
      return true;
    }
    before = line;
  }
  return false;
}
