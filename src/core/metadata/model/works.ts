/** Another identifier of the same work. */
export interface IAlternateIdentifier {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly identifier: string;
  /** As `doi`, `url`, `other`; '' = to be told from the identifier. */
  readonly scheme: string;
}

/** A link to another work. */
export interface IRelatedWork {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly identifier: string;
  /** As `doi`, `url`, `other`; '' = to be told from the identifier. */
  readonly scheme: string;
  /** Of the vocabulary `relationtypes`: `cites`, `issupplementto` …; '' = none yet. */
  readonly relation: string;
  /** Of the vocabulary `resourcetypes`; '' = not said. */
  readonly resourceType: string;
}

/** A work in the list of references. */
export interface IReference {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  /** The reference in full, plain text. */
  readonly reference: string;
  /** '' = none. */
  readonly identifier: string;
  /** As `doi`, `url`, `other`; '' = to be told from the identifier. */
  readonly scheme: string;
}

/** A subject of one of the site's vocabularies. */
export interface ISubject {
  /** As `http://id.nlm.nih.gov/mesh/D004777`. */
  readonly id: string;
  /** As it was shown. Never sent. */
  readonly subject: string;
  /** The vocabulary, as `MeSH`. Never sent. */
  readonly scheme: string;
}
