import { rorId } from './ror';
import type { SourceNode } from './sourceNode';
import { normalizeOrcid, orcidTrouble } from '../orcid';
import { identifiersOf, nobody, type Person, readOrcid } from './people';

/** So long (UTF-16 units) a list of persons is at most. */
const LONGEST = 50_000;

/** A call in R: its arguments by name, or by number where they have none. */
type Call = ReadonlyMap<string, readonly string[]>;

const TOKEN =
  /\s+|#[^\n]*|"((?:[^"\\]|\\.)*)"?|'((?:[^'\\]|\\.)*)'?|([\w.]+)|([(),=])|./gs;

interface IToken {
  readonly kind: 'text' | 'word' | 'mark';
  readonly text: string;
}

function tokensOf(source: string): IToken[] {
  const tokens: IToken[] = [];
  for (const [whole, double, single, word, mark] of source.matchAll(TOKEN)) {
    const text = double ?? single;
    if (text !== undefined) {
      tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1') });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word });
    } else if (mark !== undefined) {
      tokens.push({ kind: 'mark', text: whole });
    }
  }
  return tokens;
}

/** The calls of `person(…)`; all texts within an argument are its values. */
function callsOf(tokens: readonly IToken[]): Call[] {
  const calls: Call[] = [];
  tokens.forEach(({ kind, text }, index) => {
    if (
      kind === 'word' &&
      text === 'person' &&
      tokens[index + 1]?.text === '('
    ) {
      calls.push(callAt(tokens, index + 2));
    }
  });
  return calls;
}

function callAt(tokens: readonly IToken[], start: number): Call {
  const call = new Map<string, string[]>();
  let depth = 1;
  let number = 1;
  let name = '';
  for (let i = start; i < tokens.length && depth > 0; i++) {
    const { kind, text } = tokens[i];
    const isNamed =
      tokens[i + 1]?.kind === 'mark' && tokens[i + 1].text === '=';
    if (kind === 'mark') {
      depth += text === '(' ? 1 : text === ')' ? -1 : 0;
      if (text === ',' && depth === 1) {
        number += name ? 0 : 1;
        name = '';
      }
    } else if (kind === 'word' && text === 'person' && depth === 1) {
      break;
    } else if (isNamed && depth === 1) {
      name = text;
    } else if (isNamed) {
      call.set(`${name}.${text}`, []);
      const value = tokens[i + 2];
      if (value?.kind === 'text') {
        call.set(`${name}.${text}`, [value.text]);
      }
    } else if (kind === 'text') {
      const key = name || String(number);
      call.set(key, [...(call.get(key) ?? []), text]);
    }
  }
  return call;
}

/** What `Authors@R` of a package's DESCRIPTION says, by what they did. */
export interface IRPeople {
  readonly creators: readonly Person[];
  readonly contributors: readonly Person[];
  /** Names of those who paid. */
  readonly funders: readonly string[];
}

/** Roles that are no authors'. Source: MARC relators, as R uses them. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['ctb', 'other'],
  ['ctr', 'other'],
  ['cph', 'rightsholder'],
  ['dtc', 'datacollector'],
  ['ths', 'supervisor'],
  ['rth', 'projectleader'],
  ['trl', 'translator'],
  ['spn', 'sponsor']
]);

/**
 * Read calls of `person()` without running them. What somebody computes is not
 * understood, and told.
 *
 * Source: R, `?utils::person`; metadata crosswalk 3h.
 */
export function rPeople(node: SourceNode): IRPeople {
  const source = node.text();
  const creators: Person[] = [];
  const contributors: Person[] = [];
  const funders: string[] = [];
  const calls = source.length > LONGEST ? [] : callsOf(tokensOf(source));
  if (source && calls.length === 0) {
    node.complain();
  }
  for (const call of calls) {
    const all = (...keys: string[]) =>
      keys.map(key => call.get(key) ?? []).find(texts => texts.length > 0) ??
      [];
    const given = all('given', '1').join(' ');
    const family = all('family', '2').join(' ');
    const roles = all('role', '5', '4');
    const comments = [
      ...all('comment', '6'),
      ...(call.get('comment.ORCID') ?? [])
    ];
    const ror = rorId(call.get('comment.ROR')?.[0] ?? '');
    const orcid = comments.find(text => orcidTrouble(text) === null);
    const wrong = call.get('comment.ORCID')?.[0];
    if (wrong && !orcid) {
      readOrcid(node.sayingInstead(wrong));
    }
    if (!given && !family) {
      continue;
    }
    const person: Person = family
      ? {
          ...nobody('person'),
          familyName: family,
          givenName: given,
          orcid: orcid ? normalizeOrcid(orcid) : ''
        }
      : {
          ...nobody('organisation'),
          name: given,
          identifiers: identifiersOf([['ror', ror]])
        };
    if (roles.includes('fnd')) {
      funders.push(family ? `${given} ${family}` : given);
    }
    if (roles.length === 0 || roles.includes('aut') || roles.includes('cre')) {
      creators.push(person);
    } else {
      const role = roles.map(one => ROLES.get(one)).find(one => one);
      if (role) {
        contributors.push({ ...person, role });
      }
    }
  }
  return { creators, contributors, funders };
}
