import { emptyCreator } from './empty';
import type { ICreator } from './model';
import { normalizeOrcid } from './orcid';
import { personName } from './sources/personName';

/** Lines that are read at most. */
const MOST = 500;

const ORCID =
  /(?:https?:\/\/)?(?:(?:www\.)?orcid\.org\/|orcid:?[ \t]?)?(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])\b\/?/i;
const MAIL = /[<(]?[^\s<>(),;]{1,100}@[^\s<>(),;]{1,100}[>)]?/;

/**
 * People from a pasted list, one a line: "Family, Given" or "Given Family", an
 * ORCID anywhere, and affiliations in parentheses or after a semicolon or tab.
 * Numbers and bullets in front, and e-mail addresses, are left out. Lines
 * without a name are none. How a name is split is a guess, to be looked at.
 *
 * @param key - a key for the person of this number, from 0
 */
export function readPeople(
  text: string,
  key: (number: number) => string
): ICreator[] {
  const people: ICreator[] = [];
  for (const line of text.split(/\r\n?|\n/).slice(0, MOST)) {
    const short = line.slice(0, 1000);
    const found = ORCID.exec(short);
    const orcid = found ? normalizeOrcid(found[1]) : null;
    const rest = (found && orcid ? short.replace(found[0], ' ') : short)
      .replace(MAIL, ' ')
      .replace(/^\s*(?:\d{1,4}[.)]|[-*•–])\s+/, '')
      .replace(/[([]\s*[)\]]/g, ' ');
    const [named, ...further] = rest.split(/[;\t]/);
    const inside = Array.from(
      named.matchAll(/\(([^()]*)\)/g),
      ([, where]) => where
    );
    const name = personName(named.replace(/\([^()]*\)/g, ' '));
    if (/\p{L}/u.test(name.familyName)) {
      const affiliations = [...inside, ...further]
        .map(where => where.trim().replace(/[\s,]+$/, ''))
        .filter(where => /\p{L}/u.test(where));
      people.push({
        ...emptyCreator(key(people.length)),
        ...name,
        orcid: orcid ?? '',
        affiliations: [...new Set(affiliations)].map(where => ({ name: where }))
      });
    }
  }
  return people;
}
