import { plainText } from './errors';
import { asList, asObject, asText } from './parse';

/*
 * Entries of the vocabularies in which one searches while typing. From
 * untrusted JSON: each function answers null where the id is missing.
 */

/** A person of the vocabulary of names, which ORCID's public file feeds. */
export interface IPersonEntry {
  /** In the vocabulary; for most the ORCID. */
  readonly id: string;
  /** As it is sorted: `Carberry, Josiah`. */
  readonly name: string;
  readonly familyName: string;
  readonly givenName: string;
  /** As `0000-0002-1825-0097`; '' = none. */
  readonly orcid: string;
  readonly affiliations: readonly {
    readonly id?: string;
    readonly name: string;
  }[];
}

/** An organisation, in the vocabularies of affiliations and of funders. */
export interface IOrganisationEntry {
  /** The ROR id, as `01ggx4157`. */
  readonly id: string;
  readonly name: string;
  /** '' = none. */
  readonly acronym: string;
  /** ISO 3166-1, as `CH`; '' = not said. */
  readonly country: string;
}

/** A grant. */
export interface IAwardEntry {
  /** As `00k4n6c32::101122956`. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly acronym: string;
  /** Its page; '' = none. */
  readonly url: string;
  readonly funder: { readonly id: string; readonly name: string };
}

/** A community, and who may submit to it. */
export interface ICommunityEntry {
  /** UUID. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly submissionPolicy: 'open' | 'closed' | '';
  readonly reviewPolicy: 'open' | 'closed' | 'members' | '';
}

/** A subject of one of the site's vocabularies. */
export interface ISubjectEntry {
  readonly id: string;
  readonly subject: string;
  /** As `MeSH`. */
  readonly scheme: string;
}

const line = (value: unknown) => plainText(asText(value), 500);

function oneOf<T extends string>(value: unknown, ...known: T[]): T | '' {
  return known.find(one => one === value) ?? '';
}

/** `{"en": "…"}`, or the text that the server chose. */
function titleOf(item: Readonly<Record<string, unknown>>): string {
  const titles = asObject(item.title);
  return line(
    [item.title_l10n, titles.en, Object.values(titles)[0]].find(
      text => typeof text === 'string' && text !== ''
    )
  );
}

export function parsePersonEntry(json: unknown): IPersonEntry | null {
  const item = asObject(json);
  const id = line(item.id);
  const identifiers = asList(item.identifiers).map(asObject);
  const orcid = identifiers.find(({ scheme }) => scheme === 'orcid');
  const familyName = line(item.family_name);
  const givenName = line(item.given_name);
  const name =
    line(item.name) || [familyName, givenName].filter(Boolean).join(', ');
  return id && name
    ? {
        id,
        name,
        familyName: familyName || name,
        givenName,
        orcid: line(orcid?.identifier),
        affiliations: asList(item.affiliations)
          .map(asObject)
          .map(one => ({
            name: line(one.name),
            ...(line(one.id) && { id: line(one.id) })
          }))
          .filter(one => one.name)
      }
    : null;
}

export function parseOrganisationEntry(
  json: unknown
): IOrganisationEntry | null {
  const item = asObject(json);
  const id = line(item.id);
  return id
    ? {
        id,
        name: line(item.name) || titleOf(item) || id,
        acronym: line(item.acronym),
        country: line(item.country)
      }
    : null;
}

export function parseAwardEntry(json: unknown): IAwardEntry | null {
  const item = asObject(json);
  const id = line(item.id);
  const funder = asObject(item.funder);
  const page = asList(item.identifiers)
    .map(asObject)
    .find(({ scheme }) => scheme === 'url');
  return id
    ? {
        id,
        number: line(item.number),
        title: titleOf(item),
        acronym: line(item.acronym),
        url: line(page?.identifier),
        funder: { id: line(funder.id), name: line(funder.name) }
      }
    : null;
}

export function parseCommunityEntry(json: unknown): ICommunityEntry | null {
  const item = asObject(json);
  const id = line(item.id);
  const access = asObject(item.access);
  const slug = line(item.slug);
  return id
    ? {
        id,
        slug,
        title: line(asObject(item.metadata).title) || slug || id,
        submissionPolicy: oneOf(
          access.record_submission_policy,
          'open',
          'closed'
        ),
        reviewPolicy: oneOf(access.review_policy, 'open', 'closed', 'members')
      }
    : null;
}

export function parseSubjectEntry(json: unknown): ISubjectEntry | null {
  const item = asObject(json);
  const id = line(item.id);
  return id
    ? {
        id,
        subject: line(item.subject) || titleOf(item) || id,
        scheme: line(item.scheme)
      }
    : null;
}
