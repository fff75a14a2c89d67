/** Where somebody works. */
export interface IAffiliation {
  /** As typed, or as the site's list has it. */
  readonly name: string;
  /** The ROR id in the site's list of affiliations, as `01ggx4157`; missing for free text. */
  readonly id?: string;
}

/** An identifier of a person or organisation. */
export interface IPersonIdentifier {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  /** `isni`, `gnd`, `ror` or `orcid`; '' = to be told from the identifier. */
  readonly scheme: string;
  /** As typed. */
  readonly identifier: string;
}

/** A person or organisation among the creators or contributors, as the form holds it. */
export interface ICreator {
  /** Identity within the list, for the form; never sent. */
  readonly key: string;
  readonly kind: 'person' | 'organisation';
  readonly familyName: string;
  readonly givenName: string;
  /** Name of an organisation; '' for a person. */
  readonly name: string;
  /** Of a person. As typed; normalised to `0000-0002-1825-0097` when sent. '' = none. */
  readonly orcid: string;
  /** All but the ORCID of a person. */
  readonly identifiers: readonly IPersonIdentifier[];
  /** Entries without name and id never occur. */
  readonly affiliations: readonly IAffiliation[];
  /**
   * Of the vocabularies `creatorsroles` and `contributorsroles`, as
   * `datacurator`; '' = none, which a contributor must not have.
   */
  readonly role: string;
}

/** A contributor is described as a creator is; only the role is obligatory. */
export type IContributor = ICreator;
