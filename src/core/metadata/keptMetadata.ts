import type {
  IAffiliation,
  IAward,
  IChoice,
  ICommunity,
  ICreator,
  IFunder,
  ILicense,
  IMetadata,
  TextFormat
} from './model';

/** Makes the best of a value out of a store. */
type Reader<T> = (kept: unknown) => T;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(kept: unknown): Fields | null {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
    ? (kept as Fields)
    : null;
}

const text: Reader<string> = kept => (typeof kept === 'string' ? kept : '');

const truth: Reader<boolean> = kept => kept === true;

/** One of some words; the first where it is none of them. */
function oneOf<T extends string>(...words: readonly [T, ...T[]]): Reader<T> {
  return kept => words.find(word => word === kept) ?? words[0];
}

/** What each element gives; elements that give null are left out. */
function list<T>(reader: Reader<T | null>): Reader<T[]> {
  return kept =>
    (Array.isArray(kept) ? kept : []).flatMap((one: unknown) => {
      const read = reader(one);
      return read === null ? [] : [read];
    });
}

/** An object with all keys of the shape, and no other. */
function object<T extends object>(shape: {
  readonly [K in keyof T]-?: Reader<T[K]>;
}): Reader<T> {
  return kept => {
    const fields = fieldsOf(kept) ?? {};
    const read: Partial<T> = {};
    for (const key of Object.keys(shape) as (keyof T & string)[]) {
      read[key] = shape[key](
        Object.prototype.hasOwnProperty.call(fields, key)
          ? fields[key]
          : undefined
      );
    }
    return read as T;
  };
}

/** Null for what is no object. */
function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return kept => (fieldsOf(kept) ? reader(kept) : null);
}

/** Elements that are objects. */
function items<T extends object>(shape: {
  readonly [K in keyof T]-?: Reader<T[K]>;
}): Reader<T[]> {
  return list(orNull(object<T>(shape)));
}

const format = oneOf<TextFormat>('text', 'markdown', 'html');

const choice: Reader<IChoice | null> = kept => {
  const { id, title } = object<IChoice>({ id: text, title: text })(kept);
  return id ? { id, title: title || id } : null;
};

/** A name with the id of a list, where it has one. */
function named(kept: unknown): { name: string; id?: string } | null {
  const { name, id } = object<Required<IFunder>>({ name: text, id: text })(
    kept
  );
  return name || id ? { name: name || id, ...(id && { id }) } : null;
}

/** Earlier forms kept the name alone. */
const affiliation: Reader<IAffiliation | null> = kept =>
  named(typeof kept === 'string' ? { name: kept } : kept);

const award: Reader<IAward> = kept => {
  const { id, ...rest } = object<Required<IAward>>({
    id: text,
    number: text,
    title: text,
    url: text
  })(kept);
  return { ...rest, ...(id && { id }) };
};

const license: Reader<ILicense | null> = kept => {
  const { id, title, own } = object<Required<ILicense>>({
    id: text,
    title: text,
    own: object({ key: text, description: text, link: text })
  })(kept);
  if (id) {
    return { id, title: title || id };
  }
  return own.key ? { id, title, own } : null;
};

const creators = items<ICreator>({
  key: text,
  kind: oneOf<ICreator['kind']>('person', 'organisation'),
  familyName: text,
  givenName: text,
  name: text,
  orcid: text,
  identifiers: items({ key: text, scheme: text, identifier: text }),
  affiliations: list(affiliation),
  role: text
});

const metadata = object<IMetadata>({
  title: text,
  additionalTitles: items({
    key: text,
    title: text,
    type: text,
    language: choice
  }),
  resourceType: text,
  publicationDate: text,
  creators,
  contributors: creators,
  description: text,
  descriptionFormat: format,
  additionalDescriptions: items({
    key: text,
    description: text,
    format,
    type: text,
    language: choice
  }),
  licenses: list(license),
  copyright: text,
  languages: list(choice),
  dates: items({ key: text, date: text, type: text, description: text }),
  version: text,
  publisher: text,
  access: oneOf<IMetadata['access']>(
    'public',
    'restricted-files',
    'restricted-record'
  ),
  embargo: object({ active: truth, until: text, reason: text }),
  funding: items({
    key: text,
    funder: kept => named(kept) ?? { name: '' },
    award: orNull(award)
  }),
  communities: items<ICommunity>({
    id: text,
    slug: text,
    title: text,
    submissionPolicy: oneOf<ICommunity['submissionPolicy']>(
      '',
      'open',
      'closed'
    ),
    reviewPolicy: oneOf<ICommunity['reviewPolicy']>(
      '',
      'open',
      'closed',
      'members'
    )
  }),
  alternateIdentifiers: items({ key: text, identifier: text, scheme: text }),
  relatedWorks: items({
    key: text,
    identifier: text,
    scheme: text,
    relation: text,
    resourceType: text
  }),
  references: items({
    key: text,
    reference: text,
    identifier: text,
    scheme: text
  }),
  keywords: list(kept => (typeof kept === 'string' ? kept : null)),
  subjects: items({ id: text, subject: text, scheme: text }),
  software: object({
    repository: text,
    programmingLanguages: list(choice),
    developmentStatus: text
  }),
  publishingInformation: object({
    journal: object({
      title: text,
      volume: text,
      issue: text,
      pages: text,
      issn: text
    }),
    imprint: object({
      title: text,
      isbn: text,
      place: text,
      pages: text,
      edition: text
    }),
    thesis: object({
      university: text,
      department: text,
      type: text,
      dateSubmitted: text,
      dateDefended: text
    })
  }),
  conference: object({
    title: text,
    acronym: text,
    dates: text,
    place: text,
    url: text,
    session: text,
    sessionPart: text
  })
});

/**
 * Read metadata that were kept, by this version or an earlier one. Fields that
 * are missing say nothing; what is not understood is left out.
 */
export function readKeptMetadata(kept: unknown): IMetadata {
  return metadata(kept);
}
