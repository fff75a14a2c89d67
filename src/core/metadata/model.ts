/** A person or organisation among the authors of a record, as the form holds it. */
export interface ICreator {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly kind: 'person' | 'organisation';
  readonly familyName: string;
  readonly givenName: string;
  /** Name of an organisation; '' for a person. */
  readonly name: string;
  /** As typed; normalised to `0000-0002-1825-0097` when sent. '' = none. */
  readonly orcid: string;
  /** Free text names; '' entries never occur. */
  readonly affiliations: readonly string[];
}

/** A licence of the site's vocabulary. */
export interface ILicense {
  readonly id: string;
  readonly title: string;
}

/** What the form holds. Everything is as typed; `validate` says whether it may be sent. */
export interface IMetadata {
  readonly title: string;
  /** Vocabulary id, as `software-computationalnotebook`. */
  readonly resourceType: string;
  /** EDTF level 0: a date, month, year or an interval of them. */
  readonly publicationDate: string;
  readonly creators: readonly ICreator[];
  /** Plain text; blank lines part paragraphs. */
  readonly description: string;
  readonly licenses: readonly ILicense[];
  readonly keywords: readonly string[];
  readonly version: string;
}

/** Names of the form's fields. */
export type MetadataField = keyof IMetadata;

/** Where prefilled values came from, by field: `CITATION.cff`, `01-clean.ipynb`, `today`. */
export type Origins = Partial<Record<MetadataField, string>>;
