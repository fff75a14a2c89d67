/** What the server objects to in one field, in its own words. */
export interface IFieldError {
  /** The server's notation, as `metadata.creators.0.person_or_org.family_name`; '' where it names no field. */
  readonly field: string;
  readonly messages: readonly string[];
}

/** What a draft and a published record have in common. */
export interface IDeposit {
  readonly id: string;
  /** The id of the parent, which stands for all versions; '' where the server does not say. */
  readonly conceptId: string;
  /** For `If-Match`. Operations on files raise it too. */
  readonly revision: number | null;
  readonly isPublished: boolean;
  readonly isDraft: boolean;
  /** The server's word: `draft`, `new_version_draft`, `in_review`, `published` … */
  readonly status: string;
  /** ISO 8601. */
  readonly created: string;
  readonly updated: string;
  /** Plain text. */
  readonly title: string;
  readonly doi: string | null;
  /** The DOI for all versions, once something is published. */
  readonly conceptDoi: string | null;
  /** The metadata as the server keeps it: untrusted. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly access: Readonly<Record<string, unknown>>;
  /** The texts of `metadata.references`. */
  readonly references: readonly string[];
  readonly fileCount: number;
  readonly totalBytes: number;
  /** Its files, sorted by key; null where the answer does not list them. */
  readonly files: readonly IRecordFile[] | null;
  /** The key of the file that is shown first, or null. */
  readonly defaultPreview: string | null;
  /** Which version of its work it is, counted from 1; null where the server does not say. */
  readonly versionIndex: number | null;
  /** Of the published versions, it is the last one. */
  readonly isLatest: boolean;
}

/** A draft, as its owner sees it. */
export interface IDraft extends IDeposit {
  /** What the server objects to; only the answers to creating and updating have it (FINDINGS 8). */
  readonly errors: readonly IFieldError[];
}

/** A published record. */
export type IRecord = IDeposit;

/** A file of a draft or record. */
export interface IRecordFile {
  readonly key: string;
  /** `pending` until it is committed. */
  readonly status: string;
  readonly size: number | null;
  /** Lower-case hexadecimal, or null while pending. */
  readonly md5: string | null;
}

/** One entry of a vocabulary: a licence, a language, an organisation … */
export interface IVocabularyItem {
  readonly id: string;
  /** In the language that the server chose, else English. Plain text. */
  readonly title: string;
  readonly tags: readonly string[];
  /** Simple further properties, as a licence's `url`, an affiliation's `acronym`. */
  readonly props: Readonly<Record<string, string>>;
}

/** A JSON body of a draft: what the metadata mapping makes. */
export type DraftBody = object;
