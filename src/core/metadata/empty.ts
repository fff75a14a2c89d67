import type { ICreator, IMetadata } from './model';

/**
 * The resource type of a bundle of notebooks, DataCite's ComputationalNotebook.
 * Source: InvenioRDM's vocabulary `resourcetypes`.
 */
const NOTEBOOK_TYPE = 'software-computationalnotebook';

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
    resourceType: NOTEBOOK_TYPE,
    publicationDate: today,
    creators: [],
    description: '',
    licenses: [],
    keywords: [],
    version: ''
  };
}

/** A creator without a name. `key` must be new in the list. */
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
    affiliations: []
  };
}
