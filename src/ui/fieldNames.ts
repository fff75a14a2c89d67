import type { MetadataField } from '../core/metadata/model';
import type { ITranslator } from '../core/text';

/** The form's fields in the order in which they stand. */
export const formFields: readonly MetadataField[] = [
  'title',
  'creators',
  'description',
  'descriptionFormat',
  'resourceType',
  'publicationDate',
  'version',
  'licenses',
  'keywords',
  'subjects',
  'access',
  'embargo',
  'communities',
  'funding',
  'contributors',
  'relatedWorks',
  'references',
  'alternateIdentifiers',
  'software',
  'publishingInformation',
  'conference',
  'languages',
  'dates',
  'publisher',
  'copyright',
  'additionalTitles',
  'additionalDescriptions'
];

/** The name of a field, as it stands at the field. */
export function fieldLabel(field: string, trans: ITranslator): string {
  switch (field.split('.')[0] as MetadataField) {
    case 'title':
      return trans.__('Title');
    case 'creators':
      return trans.__('Creators');
    case 'description':
    case 'descriptionFormat':
      return trans.__('Description');
    case 'resourceType':
      return trans.__('Resource type');
    case 'publicationDate':
      return trans.__('Publication date');
    case 'version':
      return trans.__('Version');
    case 'licenses':
      return trans.__('Licenses');
    case 'keywords':
    case 'subjects':
      return trans.__('Keywords and subjects');
    case 'access':
      return trans.__('Access');
    case 'embargo':
      return trans.__('Embargo until');
    case 'communities':
      return trans.__('Communities');
    case 'funding':
      return trans.__('Funding');
    case 'contributors':
      return trans.__('Contributors');
    case 'relatedWorks':
      return trans.__('Related works');
    case 'references':
      return trans.__('References');
    case 'alternateIdentifiers':
      return trans.__('Alternate identifiers');
    case 'software':
      return trans.__('Software');
    case 'publishingInformation':
      return trans.__('Publishing information');
    case 'conference':
      return trans.__('Conference');
    case 'languages':
      return trans.__('Languages');
    case 'dates':
      return trans.__('Dates');
    case 'publisher':
      return trans.__('Publisher');
    case 'copyright':
      return trans.__('Copyright');
    case 'additionalTitles':
      return trans.__('Additional titles');
    case 'additionalDescriptions':
      return trans.__('Additional descriptions');
    default:
      return trans.__('Metadata');
  }
}
