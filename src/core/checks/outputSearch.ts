/** Looks for values in the outputs of a notebook: what all checks for personal data do. */
import { IFix } from '../finding';
import { ITranslator } from '../text';

import { CheckFacts, ICheck, ICheckInput, notebookCheck, Step } from './check';
import { codeCells } from './codeCells';
import { excerptAround, excerptOf } from './excerpt';
import { outputPieces } from './outputText';

/** Different values of one kind that are told apart in a cell. */
const VALUES = 5;

/** A value in a text. */
export interface IMatch {
  /** By what it is known again: `/home/anna/`. */
  readonly value: string;
  /** Where it stands. */
  readonly at: number;
}

/** What to look for, and what to say of it. */
export interface ISearch {
  readonly id: string;
  readonly severity: 'warning' | 'info';
  /** The values in a piece of text; must take time in proportion to its length. */
  find(text: string, input: ICheckInput): Iterable<IMatch>;
  /** The user's text. @param cell - the number of the cell, as the page shows it. */
  message(cell: number): string;
}

/**
 * A check of the text in outputs: a finding for each cell and value, with the
 * fix to leave the output out.
 */
export function outputSearch(
  facts: CheckFacts,
  searches: readonly ISearch[],
  trans: ITranslator
): ICheck {
  return notebookCheck(
    facts,
    function* ({ path, notebook }, input): Iterable<Step> {
      const label = trans.__('Leave this output out of the published copy');
      for (const { index, outputs } of codeCells(notebook)) {
        const edit = { kind: 'clear-outputs', cell: index } as const;
        const fixes: IFix[] = [
          { label, fix: { kind: 'edit-copy', path, edit } }
        ];
        const seen = new Map(searches.map(({ id }) => [id, new Set<string>()]));
        for (const output of outputs) {
          for (const piece of outputPieces(output)) {
            yield null;
            for (const search of piece ? searches : []) {
              const values = seen.get(search.id) ?? new Set();
              const text = piece?.text ?? '';
              for (const { value, at } of search.find(text, input)) {
                if (values.size >= VALUES) {
                  break;
                }
                if (values.has(value)) {
                  continue;
                }
                values.add(value);
                yield {
                  id: search.id,
                  severity: search.severity,
                  section: 'contents',
                  message: search.message(index + 1),
                  place: { path, cell: index },
                  excerpt: excerptAround(text, at) || excerptOf(value),
                  about: value,
                  fixes
                };
              }
            }
          }
        }
      }
    }
  );
}
