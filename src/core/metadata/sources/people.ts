import { emptyCreator } from '../empty';
import type { IAffiliation, ICreator, IPersonIdentifier } from '../model';
import { normalizeOrcid, orcidTrouble } from '../orcid';
import { looksLikeOrganisation, personName } from './personName';
import { rorId } from './ror';
import type { SourceNode } from './sourceNode';

/** A person or organisation that has no key yet. */
export type Person = Omit<ICreator, 'key'>;

/** Gives each element of a list a key of its own. */
export function withKeys<T extends object>(
  list: readonly T[]
): (T & { readonly key: string })[] {
  return list.map((one, index) => ({ ...one, key: `source-${index + 1}` }));
}

/** A person or organisation of which nothing is known. */
export function nobody(kind: ICreator['kind']): Person {
  const { key: _key, ...person } = emptyCreator('', kind);
  return person;
}

/**
 * An ORCID in any notation as `0000-0002-1825-0097`; '' where there is none.
 * One with a typing error is told, and not taken.
 */
export function readOrcid(node: SourceNode): string {
  const written = node.line();
  if (!written) {
    return '';
  }
  const orcid = normalizeOrcid(written);
  if (orcidTrouble(orcid) === null) {
    return orcid;
  }
  const { path, trans } = node.findings;
  node.tell(
    'orcid',
    'warning',
    trans.__(
      'The ORCID “%1” in %2 is not right, and was not used.',
      written.slice(0, 80),
      path
    )
  );
  return '';
}

/** An affiliation by its name, with its ROR id where one is known. '' and null give null. */
export function affiliationOf(
  name: string,
  ror: string | null
): IAffiliation | null {
  return name || ror
    ? { name: name || `${ror}`, ...(ror && { id: ror }) }
    : null;
}

/** Each affiliation once: the site refuses the others. */
export function distinctAffiliations(
  all: readonly (IAffiliation | null)[]
): IAffiliation[] {
  const seen = new Set<string>();
  return all.filter((one): one is IAffiliation => {
    if (!one || seen.has(one.id ?? one.name)) {
      return false;
    }
    seen.add(one.id ?? one.name);
    return true;
  });
}

/** Identifiers with their schemes, those that say something. */
export function identifiersOf(
  pairs: readonly (readonly [scheme: string, identifier: string | null])[]
): IPersonIdentifier[] {
  return withKeys(
    pairs.flatMap(([scheme, identifier]) =>
      identifier ? [{ scheme, identifier }] : []
    )
  );
}

/**
 * Somebody of whom the whole name is known only. What looks like the name of
 * an organisation is taken for one, unless it must be a person: one with an
 * ORCID, or with a comma in the name.
 */
export function namedPerson(
  name: string,
  orcid = '',
  isPerson = orcid !== '' || name.includes(',')
): Person {
  return !isPerson && looksLikeOrganisation(name)
    ? { ...nobody('organisation'), name }
    : { ...nobody('person'), ...personName(name), orcid };
}

/** `Jane Doe <jane@example.org> (https://example.org)` → `Jane Doe`. */
export function nameBeforeMail(written: string): string {
  return written.replace(/\s*[<(].*$/, '').trim();
}

/** The identifier of an organisation at ror.org; none for other addresses. */
export function rorIdentifiers(address: string): IPersonIdentifier[] {
  return identifiersOf([['ror', rorId(address)]]);
}
