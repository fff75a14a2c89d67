/** An entry of one of the server's vocabularies. */
export interface IVocabularyId {
  readonly id: string;
}

/** An identifier. Without its scheme the server tells it from the identifier. */
export interface IDraftIdentifier {
  readonly identifier?: string;
  readonly scheme?: string;
}

/** A creator or contributor as the server takes it; only contributors need a role. */
export interface IDraftCreator {
  readonly person_or_org:
    | {
        readonly type: 'personal';
        readonly family_name: string;
        readonly given_name?: string;
        readonly identifiers?: readonly IDraftIdentifier[];
      }
    | {
        readonly type: 'organizational';
        readonly name: string;
        readonly identifiers?: readonly IDraftIdentifier[];
      };
  readonly role?: IVocabularyId;
  readonly affiliations?: readonly (
    { readonly name: string } | IVocabularyId
  )[];
}

/** A licence as the server takes it. */
export type DraftRight =
  | IVocabularyId
  | {
      readonly title?: { readonly en: string };
      readonly description?: { readonly en: string };
      readonly link?: string;
    };

/** A title beside the main one. */
export interface IDraftTitle {
  readonly title?: string;
  readonly type?: IVocabularyId;
  readonly lang?: IVocabularyId;
}

/** A description beside the main one: HTML. */
export interface IDraftDescription {
  readonly description?: string;
  readonly type?: IVocabularyId;
  readonly lang?: IVocabularyId;
}

/** A date beside that of publication. */
export interface IDraftDate {
  readonly date?: string;
  readonly type?: IVocabularyId;
  readonly description?: string;
}

/** A link to another work. */
export interface IRelatedIdentifier extends IDraftIdentifier {
  readonly relation_type?: IVocabularyId;
  readonly resource_type?: IVocabularyId;
}

/** A work in the list of references. */
export interface IDraftReference extends IDraftIdentifier {
  readonly reference?: string;
}

/** A funder with an award. */
export interface IDraftFunding {
  readonly funder: IVocabularyId | { readonly name?: string };
  readonly award?:
    | IVocabularyId
    | {
        readonly number?: string;
        readonly title?: { readonly en: string };
        readonly identifiers?: readonly IDraftIdentifier[];
      };
}

/** `metadata` of a draft as the server takes it. */
export interface IDraftMetadata {
  readonly publisher: string;
  readonly title?: string;
  readonly additional_titles?: readonly IDraftTitle[];
  readonly resource_type?: IVocabularyId;
  readonly publication_date?: string;
  readonly creators?: readonly IDraftCreator[];
  readonly contributors?: readonly IDraftCreator[];
  /** HTML. */
  readonly description?: string;
  readonly additional_descriptions?: readonly IDraftDescription[];
  readonly rights?: readonly DraftRight[];
  /** HTML. */
  readonly copyright?: string;
  readonly languages?: readonly IVocabularyId[];
  readonly dates?: readonly IDraftDate[];
  readonly subjects?: readonly ({ readonly subject: string } | IVocabularyId)[];
  readonly version?: string;
  readonly identifiers?: readonly IDraftIdentifier[];
  readonly related_identifiers?: readonly IRelatedIdentifier[];
  readonly references?: readonly IDraftReference[];
  readonly funding?: readonly IDraftFunding[];
}

/** A form's section as the server takes it: texts, those that say something. */
export type DraftTexts = Readonly<Record<string, string>>;

/** `custom_fields` of a draft as the server takes them. */
export interface IDraftCustomFields {
  readonly 'code:codeRepository'?: string;
  readonly 'code:programmingLanguage'?: readonly IVocabularyId[];
  readonly 'code:developmentStatus'?: IVocabularyId;
  readonly 'journal:journal'?: DraftTexts;
  readonly 'imprint:imprint'?: DraftTexts;
  readonly 'thesis:thesis'?: DraftTexts;
  readonly 'meeting:meeting'?: DraftTexts;
}

/** `access` of a draft as the server takes it. */
export interface IDraftAccess {
  readonly record: 'public' | 'restricted';
  readonly files: 'public' | 'restricted';
  readonly embargo?: {
    readonly active: true;
    readonly until?: string;
    readonly reason?: string;
  };
}

/**
 * Body of `POST /api/records` and `PUT /api/records/<id>/draft`. It has no
 * `pids`: without them a PUT keeps the reserved DOI.
 */
export interface IDraftBody {
  readonly access: IDraftAccess;
  readonly files: {
    readonly enabled: true;
    readonly default_preview?: string;
  };
  readonly metadata: IDraftMetadata;
  /** Missing where none says anything: a PUT then clears them. */
  readonly custom_fields?: IDraftCustomFields;
}
