import type { IChoice } from './model/choice';
import type { ICommunity, IFunding } from './model/funding';
import type { IContributor, ICreator } from './model/people';
import type { Access, IEmbargo, ILicense } from './model/rights';
import type {
  IConference,
  IPublishingInformation,
  ISoftware
} from './model/special';
import type {
  IAdditionalDescription,
  IAdditionalTitle,
  IDate,
  TextFormat
} from './model/texts';
import type {
  IAlternateIdentifier,
  IReference,
  IRelatedWork,
  ISubject
} from './model/works';

export type * from './model/choice';
export type * from './model/funding';
export type * from './model/people';
export type * from './model/rights';
export type * from './model/special';
export type * from './model/texts';
export type * from './model/works';

/**
 * What the form holds: all that Zenodo's deposit form can say and an API client
 * may set. Everything is as typed; `validate` says whether it may be sent. Plain
 * data, which survive JSON; `emptyMetadata` has the value of each field that
 * says nothing. The fields have the names of the form.
 */
export interface IMetadata {
  readonly title: string;
  readonly additionalTitles: readonly IAdditionalTitle[];
  /** Of the vocabulary `resourcetypes`, as `software-computationalnotebook`. */
  readonly resourceType: string;
  /** EDTF level 0: a date, month, year or an interval of them. */
  readonly publicationDate: string;
  readonly creators: readonly ICreator[];
  readonly contributors: readonly IContributor[];
  readonly description: string;
  /** How `description` is written. It is set together with it. */
  readonly descriptionFormat: TextFormat;
  readonly additionalDescriptions: readonly IAdditionalDescription[];
  readonly licenses: readonly ILicense[];
  /** Plain text, as `© 2026 Jane Doe`. */
  readonly copyright: string;
  /** Of the vocabulary `languages`: ISO 639-3, as `eng`. */
  readonly languages: readonly IChoice[];
  readonly dates: readonly IDate[];
  readonly version: string;
  /** '' = the site. */
  readonly publisher: string;
  readonly access: Access;
  readonly embargo: IEmbargo;
  readonly funding: readonly IFunding[];
  readonly communities: readonly ICommunity[];
  readonly alternateIdentifiers: readonly IAlternateIdentifier[];
  readonly relatedWorks: readonly IRelatedWork[];
  readonly references: readonly IReference[];
  /** Free text. */
  readonly keywords: readonly string[];
  readonly subjects: readonly ISubject[];
  readonly software: ISoftware;
  readonly publishingInformation: IPublishingInformation;
  readonly conference: IConference;
}

/** Names of the form's fields. */
export type MetadataField = keyof IMetadata;

/** Where prefilled values came from, by field: `CITATION.cff`, `01-clean.ipynb`, `today`. */
export type Origins = Partial<Record<MetadataField, string>>;
