import { emptyCreator } from './empty';
import type { ICreator } from './model';
import { normalizeOrcid } from './orcid';

/** Lines that are read at most. */
const MOST = 500;

const ORCID =
  /(?:https?:\/\/)?(?:(?:www\.)?orcid\.org\/|orcid:?[ \t]?)?(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])\b\/?/i;
const MAIL = /[<(]?[^\s<>(),;]{1,100}@[^\s<>(),;]{1,100}[>)]?/;
/** Words that belong to the family name which follows them. */
const PARTICLE =
  /^(?:van|von|vom|der|den|de|di|da|do|das|dos|du|del|della|la|le|zu|zum|ter|ten|bin|ibn|al|el)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd)\.?$/i;

/** Name as it is typed: "Family, Given" or "Given Family". */
export function splitName(
  name: string
): Pick<ICreator, 'familyName' | 'givenName'> {
  const parts = name
    .split(',')
    .map(part => part.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  if (parts.length > 1) {
    const [family, second, third = ''] = parts;
    return SUFFIX.test(second) && third
      ? { familyName: `${family} ${second}`, givenName: third }
      : { familyName: family, givenName: parts.slice(1).join(', ') };
  }
  const words = (parts[0] ?? '').split(' ').filter(Boolean);
  // Family names in capitals stand in front in some countries: DOE Jane.
  if (words.length > 1 && isLoud(words[0]) && !words.every(isLoud)) {
    const given = words.findIndex(word => !isLoud(word));
    return {
      familyName: words.slice(0, given).join(' '),
      givenName: words.slice(given).join(' ')
    };
  }
  let first = words.length - 1;
  if (first > 1 && SUFFIX.test(words[first])) {
    first -= 1;
  }
  while (first > 1 && PARTICLE.test(words[first - 1])) {
    first -= 1;
  }
  return {
    familyName: words.slice(Math.max(first, 0)).join(' '),
    givenName: words.slice(0, Math.max(first, 0)).join(' ')
  };
}

function isLoud(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'’-]+$/u.test(word);
}

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
    const name = splitName(named.replace(/\([^()]*\)/g, ' '));
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
