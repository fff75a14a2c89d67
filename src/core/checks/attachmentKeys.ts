/** Pictures that Markdown cells carry with them. */
import { ICell, IJsonObject, isJsonObject } from '../notebook/notebook';
import { ITranslator } from '../text';

import { ICheck, notebookCheck, Step } from './check';
import { sourceOf } from './codeCells';
import { excerptOf } from './excerpt';

/* ](attachment:x.png)  ](<attachment:my x.png>)  ]: attachment:x.png  src="attachment:x.png" */
const REFERENCE =
  /(?:\]\([ \t]{0,20}(<?)|\]:[ \t]{1,20}(<?)|\bsrc[ \t]{0,20}=[ \t]{0,20}["'])attachment:([^\n"'<>]{1,300})/g;

/** References to attachments that the cell does not have. */
export function attachmentsCheck(trans: ITranslator): ICheck {
  const title = trans.__('Pictures in the text');
  const facts = { id: 'attachments', version: 1, title, budget: 500 };
  return notebookCheck(facts, function* ({ path, notebook }): Iterable<Step> {
    for (const [index, cell] of notebook.cells.entries()) {
      if (cell.cell_type === 'code') {
        continue;
      }
      for (const name of missingKeys(cell)) {
        yield {
          id: 'notebook.attachment',
          severity: 'warning',
          section: 'contents',
          message: trans.__(
            'Cell %1 shows a picture that is not in the notebook. Paste it again, or remove the link.',
            index + 1
          ),
          place: { path, cell: index },
          excerpt: excerptOf(name),
          about: JSON.stringify([path, name])
        };
      }
      yield null;
    }
  });
}

function missingKeys(cell: ICell): Set<string> {
  const source = sourceOf(cell);
  const missing = new Set<string>();
  if (!source.includes('attachment:')) {
    return missing;
  }
  const { attachments } = cell as ICell & IJsonObject;
  const present = isJsonObject(attachments)
    ? Object.keys(attachments).filter(key => {
        const bundle = attachments[key];
        return isJsonObject(bundle) && Object.keys(bundle).length > 0;
      })
    : [];
  for (const [, angle, otherAngle, rest] of source.matchAll(REFERENCE)) {
    /* In angle brackets a name may have blanks; else it ends at one. */
    const isWhole = angle === '<' || otherAngle === '<';
    const written = isWhole ? rest : rest.split(/\s/, 1)[0];
    const known = present.some(
      key => written.startsWith(key) || decoded(written).startsWith(key)
    );
    if (!known) {
      missing.add(decoded(isWhole ? written : written.split(')', 1)[0]));
    }
  }
  return missing;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    /* A per cent sign of its own: the name is meant as it stands. */
    return name;
  }
}
