/** Tables in outputs whose columns sound like people. */
import { ITranslator } from '../text';

import { ICheck, notebookCheck, Step } from './check';
import { codeCells } from './codeCells';
import { excerptOf } from './excerpt';
import { outputPieces } from './outputText';

/** Lines of a text, and columns of a table, that are looked at. */
const LINES = 500;
const COLUMNS = 200;

const CELL = /<th\b[^>]{0,300}>([^<]{1,80})<\/th>/gi;

/* The first row of a table by pandas begins with 0, one by R with 1. */
const FIRST_ROW = /^[ \t]{0,20}(?:0|1)[ \t]{1,40}\S/;

/* Columns that people have, and little else does. */
const PEOPLE =
  /^(?:(?:first|last|given|family|full|middle|maiden|sur|nick|patient|participant|student|customer|employee|subject)[ _.-]?names?|(?:date|day|year|place)[ _.-]?of[ _.-]?birth|birth[ _.-]?(?:date|day|year|place)|dob|phone|(?:mobile|cell|tele)[ _.-]?phone|phone[ _.-]?(?:no|number)|mobile|e-?mail(?:[ _.-]?address)?|home[ _.-]?address|street(?:[ _.-]?address)?|ssn|social[ _.-]?security(?:[ _.-]?(?:no|number))?|passport(?:[ _.-]?(?:no|number))?|iban|vorname|nachname|geburtsdatum|telefon|pr[ée]nom|nombre|apellidos?)$/i;

/* Columns that cities, species and products have too: two of them make a person. */
const PERHAPS =
  /^(?:name|age|sex|gender|address|zip(?:[ _.-]?code)?|post(?:al)?[ _.-]?code|religion|ethnicity|race|nationality|occupation|diagnosis|salary|income)$/i;

/** Tables with columns for names, birthdays, telephones: is there permission? */
export function personalColumnsCheck(trans: ITranslator): ICheck {
  const title = trans.__('Tables about people');
  const facts = { id: 'people', version: 1, title, budget: 1_500 };
  return notebookCheck(facts, function* ({ path, notebook }): Iterable<Step> {
    for (const { index, outputs } of codeCells(notebook)) {
      const columns = new Set<string>();
      for (const output of outputs) {
        for (const piece of outputPieces(output)) {
          const isHtml = piece?.mime === 'text/html';
          const headers =
            !columns.size && piece && (isHtml || piece.mime === 'text/plain')
              ? isHtml
                ? htmlHeader(piece.text)
                : plainHeader(piece.text)
              : [];
          personal(headers).forEach(name => columns.add(name));
          yield null;
        }
      }
      if (columns.size) {
        const edit = { kind: 'clear-outputs', cell: index } as const;
        const label = trans.__('Leave this output out of the published copy');
        yield {
          id: 'notebook.people',
          severity: 'info',
          section: 'contents',
          message: trans.__(
            'The table in the output of cell %1 looks like data about people. Do you have their permission?',
            index + 1
          ),
          place: { path, cell: index },
          excerpt: excerptOf([...columns].join(', ')),
          about: JSON.stringify([path, ...columns]),
          fixes: [{ label, fix: { kind: 'edit-copy', path, edit } }]
        };
      }
    }
  });
}

/** The headers that speak of people; none if only one does so perhaps. */
function personal(headers: readonly string[]): string[] {
  const certain = headers.filter(header => PEOPLE.test(header));
  const perhaps = headers.filter(header => PERHAPS.test(header));
  const isNamed = perhaps.some(header => /^name$/i.test(header));
  return certain.length || (isNamed && new Set(perhaps).size > 1)
    ? [...certain, ...perhaps]
    : [];
}

function htmlHeader(html: string): string[] {
  const headers: string[] = [];
  for (const [, header] of html.matchAll(CELL)) {
    if (headers.push(header.trim()) === COLUMNS) {
      break;
    }
  }
  return headers;
}

/** The line above a row with the number 0 or 1, in words. */
function plainHeader(text: string): string[] {
  const lines = text.split('\n', LINES);
  const row = lines.findIndex((line, i) => i > 0 && FIRST_ROW.test(line));
  return row === -1
    ? []
    : lines[row - 1].slice(0, 5_000).trim().split(/\s+/, COLUMNS);
}
