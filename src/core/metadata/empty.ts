import type {
  IAward,
  IConference,
  ICreator,
  IEmbargo,
  IMetadata,
  IPublishingInformation,
  ISoftware
} from './model';

/**
 * The resource type of a bundle of notebooks, DataCite's ComputationalNotebook.
 * Source: InvenioRDM's vocabulary `resourcetypes`.
 */
const NOTEBOOK_TYPE = 'software-computationalnotebook';

export const emptyEmbargo: IEmbargo = { active: false, until: '', reason: '' };

export const emptyAward: IAward = { number: '', title: '', url: '' };

export const emptySoftware: ISoftware = {
  repository: '',
  programmingLanguages: [],
  developmentStatus: ''
};

export const emptyPublishingInformation: IPublishingInformation = {
  journal: { title: '', volume: '', issue: '', pages: '', issn: '' },
  imprint: { title: '', isbn: '', place: '', pages: '', edition: '' },
  thesis: {
    university: '',
    department: '',
    type: '',
    dateSubmitted: '',
    dateDefended: ''
  }
};

export const emptyConference: IConference = {
  title: '',
  acronym: '',
  dates: '',
  place: '',
  url: '',
  session: '',
  sessionPart: ''
};

/** The calendar date where the user is, as `2026-11-21`. */
export function localDate(date: Date): string {
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  const day = String(date.getDate()).padStart(2, '0');
  return `${year}-${month}-${day}`;
}

/** The form before anything is known. `today` is the user's local date. */
export function emptyMetadata(today: string): IMetadata {
  return {
    title: '',
    additionalTitles: [],
    resourceType: NOTEBOOK_TYPE,
    publicationDate: today,
    creators: [],
    contributors: [],
    description: '',
    descriptionFormat: 'text',
    additionalDescriptions: [],
    licenses: [],
    copyright: '',
    languages: [],
    dates: [],
    version: '',
    publisher: '',
    access: 'public',
    embargo: emptyEmbargo,
    funding: [],
    communities: [],
    alternateIdentifiers: [],
    relatedWorks: [],
    references: [],
    keywords: [],
    subjects: [],
    software: emptySoftware,
    publishingInformation: emptyPublishingInformation,
    conference: emptyConference
  };
}

/** A creator or contributor without a name. `key` must be new in the list. */
export function emptyCreator(
  key: string,
  kind: ICreator['kind'] = 'person'
): ICreator {
  return {
    key,
    kind,
    familyName: '',
    givenName: '',
    name: '',
    orcid: '',
    identifiers: [],
    affiliations: [],
    role: ''
  };
}
