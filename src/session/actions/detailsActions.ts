import type {
  IChoice,
  ILicense,
  IMetadata,
  ISubject,
  MetadataField
} from '../../core/metadata/model';
import type {
  IAwardEntry,
  ICommunityEntry,
  IOrganisationEntry,
  IPersonEntry
} from '../../core/zenodo/vocabularyEntries';
import type { ListName } from '../lists/lists';
import type { PublishAs } from '../versionState';
import type { FormFile } from '../writeForm';

/** What the fields of a form do. */
export interface IFieldActions {
  set(change: Partial<IMetadata>): void;
  /** Take another one of a field's candidates. It counts as the user's own choice. */
  choose(field: MetadataField, index: number): void;
  /** Take back what the user changed in a field that was filled in by itself. */
  undo(field: MetadataField): void;
}

export interface IMetadataActions extends IFieldActions {
  /** Fill in again from the files; fields that the user changed stay. */
  refill(): Promise<void>;
  /** Save the form in the project's folder, with all else that stands in the file. */
  writeFile(kind: FormFile): Promise<void>;
}

/**
 * What the site knows, searched while the user types; '' finds nothing, but the
 * recommended licences. All but `loadList` may reject: with a PublisherError
 * when the site can't be reached, wants to be left alone, or the signal is
 * aborted.
 */
export interface ILookUpActions {
  licenses(text: string, signal: AbortSignal): Promise<readonly ILicense[]>;
  languages(text: string, signal: AbortSignal): Promise<readonly IChoice[]>;
  programmingLanguages(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IChoice[]>;
  /** People by name or ORCID; only for those who are signed in. */
  people(text: string, signal: AbortSignal): Promise<readonly IPersonEntry[]>;
  affiliations(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IOrganisationEntry[]>;
  funders(
    text: string,
    signal: AbortSignal
  ): Promise<readonly IOrganisationEntry[]>;
  /** Awards of a funder, by its id; '' = of all. */
  awards(
    text: string,
    funder: string,
    signal: AbortSignal
  ): Promise<readonly IAwardEntry[]>;
  communities(
    text: string,
    signal: AbortSignal
  ): Promise<readonly ICommunityEntry[]>;
  subjects(text: string, signal: AbortSignal): Promise<readonly ISubject[]>;
  /** Take the site's own entries of a list, where they can be had. */
  loadList(name: ListName): Promise<void>;
}

/** What becomes of a record to which the bundle belongs. */
export interface IVersionActions {
  publishAs(as: PublishAs): void;
  /** Where the notebooks belong to several records: which one is meant. */
  chooseRecord(recordId: string): void;
}
