import type { IMetadata } from './model';

/** The form's name of a field of the server, and of its parts where it is a list. */
interface IField {
  readonly name: string;
  readonly parts: ReadonlyMap<string, string>;
}

type Names = Readonly<Record<string, string>>;

function field(name: string, parts: Names = {}): IField {
  return { name, parts: new Map(Object.entries(parts)) };
}

/** Parts of a section whose names differ in writing only: `session_part`. */
function section(name: string, ...parts: readonly string[]): IField {
  const ours = (part: string) =>
    part.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return field(name, Object.fromEntries(parts.map(part => [part, ours(part)])));
}

const PERSON: Names = {
  'person_or_org.family_name': 'familyName',
  'person_or_org.given_name': 'givenName',
  'person_or_org.name': 'name',
  'person_or_org.identifiers': 'identifiers',
  affiliations: 'affiliations',
  role: 'role'
};

const IDENTIFIER: Names = { identifier: 'identifier', scheme: 'scheme' };

/** As pairs: a title that stands in the code is taken for one to be translated. */
const TITLE: Names = Object.fromEntries([
  ['title', 'title'],
  ['type', 'type'],
  ['lang', 'language']
]);

/** What is said of the whole is said of its title, without which it is nothing. */
const RIGHT: Names = Object.fromEntries([
  ['link', 'own.link'],
  ['title', 'title'],
  ['rights', 'title']
]);

const METADATA: ReadonlyMap<string, IField> = new Map(
  Object.entries({
    title: field('title'),
    additional_titles: field('additionalTitles', TITLE),
    resource_type: field('resourceType'),
    publication_date: field('publicationDate'),
    creators: field('creators', PERSON),
    contributors: field('contributors', PERSON),
    description: field('description'),
    additional_descriptions: field('additionalDescriptions', {
      description: 'description',
      type: 'type',
      lang: 'language'
    }),
    rights: field('licenses', RIGHT),
    copyright: field('copyright'),
    languages: field('languages'),
    dates: field('dates', {
      date: 'date',
      type: 'type',
      description: 'description'
    }),
    version: field('version'),
    publisher: field('publisher'),
    funding: field('funding', {
      funder: 'funder',
      award: 'award',
      'award.number': 'award.number',
      'award.title': 'award.title',
      'award.identifiers': 'award.url'
    }),
    identifiers: field('alternateIdentifiers', IDENTIFIER),
    related_identifiers: field('relatedWorks', {
      ...IDENTIFIER,
      relation_type: 'relation',
      resource_type: 'resourceType'
    }),
    references: field('references', { ...IDENTIFIER, reference: 'reference' }),
    subjects: field('keywords')
  })
);

const CUSTOM: ReadonlyMap<string, IField> = new Map(
  Object.entries({
    'code:codeRepository': field('software.repository'),
    'code:programmingLanguage': field('software.programmingLanguages'),
    'code:developmentStatus': field('software.developmentStatus'),
    'journal:journal': section('publishingInformation.journal', 'title', 'volume', 'issue', 'pages', 'issn'), // prettier-ignore
    'imprint:imprint': section('publishingInformation.imprint', 'title', 'isbn', 'place', 'pages', 'edition'), // prettier-ignore
    'thesis:thesis': section('publishingInformation.thesis', 'university', 'department', 'type', 'date_submitted', 'date_defended'), // prettier-ignore
    'meeting:meeting': section('conference', 'title', 'acronym', 'dates', 'place', 'url', 'session', 'session_part') // prettier-ignore
  })
);

/** What tells which part of the form is meant by a number. */
type Sent = Pick<IMetadata, 'creators' | 'contributors' | 'keywords'>;

const isNumber = (name: string) => /^\d{1,9}$/.test(name);

/** The longest of the beginnings of a path that has a name. */
function partOf(
  { parts }: IField,
  names: readonly string[]
): string | undefined {
  for (let length = names.length; length > 0; length -= 1) {
    const part = parts.get(names.slice(0, length).join('.'));
    if (part !== undefined) {
      return part;
    }
  }
  return undefined;
}

/** A person's ORCID goes first, so that all others stand one place later. */
function personIdentifier(
  list: 'creators' | 'contributors',
  person: string,
  at: number,
  sent: Sent | undefined
): string {
  const creator = sent?.[list][Number(person)];
  const hasOrcid =
    !creator || (creator.kind === 'person' && creator.orcid.trim() !== '');
  if (hasOrcid && at === 0) {
    return `${list}.${person}.orcid`;
  }
  return `${list}.${person}.identifiers.${hasOrcid ? at - 1 : at}`;
}

function metadataField(
  [key, ...rest]: readonly string[],
  sent: Sent | undefined
): string | null {
  const known = METADATA.get(key);
  if (!known) {
    return null;
  }
  const [index, ...below] = rest;
  if (!isNumber(index ?? '')) {
    return known.name;
  }
  if (key === 'subjects') {
    // Free text goes first.
    return sent && Number(index) >= sent.keywords.length
      ? 'subjects'
      : 'keywords';
  }
  if (
    (key === 'creators' || key === 'contributors') &&
    below[1] === 'identifiers' &&
    isNumber(below[2] ?? '')
  ) {
    return personIdentifier(key, index, Number(below[2]), sent);
  }
  const part = partOf(
    known,
    below.filter(name => !isNumber(name))
  );
  return part === undefined ? known.name : `${known.name}.${index}.${part}`;
}

/**
 * The form's field that a field of the server is, as `creators.2.familyName`,
 * or null where the form has none. The names are those of the model, with the
 * numbers of elements; the parts of affiliations, licences of the vocabulary,
 * languages, keywords and subjects have no names of their own.
 *
 * @param serverField - as `metadata.creators.2.person_or_org.family_name`
 * @param sent - the form that the server speaks of
 */
export function formField(serverField: string, sent?: Sent): string | null {
  const [root, ...path] = serverField.split('.');
  switch (root) {
    case 'metadata':
      return metadataField(path, sent);
    case 'custom_fields': {
      const known = CUSTOM.get(path[0] ?? '');
      const part = known && partOf(known, path.slice(1, 2));
      return known ? known.name + (part ? `.${part}` : '') : null;
    }
    case 'access':
      return path[0] === 'embargo'
        ? `embargo.${path[1] === 'reason' ? 'reason' : 'until'}`
        : 'access';
    default:
      return null;
  }
}
