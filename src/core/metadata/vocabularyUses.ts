import type { Vocabulary } from '../zenodo/vocabularies';
import type { IMetadata } from './model';

/** An entry of a vocabulary that the form names. */
export interface IVocabularyUse {
  /** The form's field, as `creators.0.affiliations`. */
  readonly field: string;
  readonly vocabulary: Vocabulary;
  readonly id: string;
  /** As the form shows it; '' where it shows what the list says. */
  readonly title: string;
}

/**
 * All entries of vocabularies that would be sent. The site refuses a record
 * that names one that it does not have, as a whole and without naming the field
 * (FINDINGS 10).
 */
export function vocabularyUses(metadata: IMetadata): IVocabularyUse[] {
  const uses: IVocabularyUse[] = [];
  const add = (
    field: string,
    vocabulary: Vocabulary,
    id: string | undefined,
    title = ''
  ) => {
    if (id) {
      uses.push({ field, vocabulary, id, title });
    }
  };
  const language = (
    field: string,
    one: IMetadata['languages'][number] | null
  ) => add(field, 'languages', one?.id, one?.title);

  add('resourceType', 'resourcetypes', metadata.resourceType);
  for (const list of ['creators', 'contributors'] as const) {
    metadata[list].forEach(({ affiliations, role }, at) => {
      for (const { id, name } of affiliations) {
        add(`${list}.${at}.affiliations`, 'affiliations', id, name);
      }
      add(
        `${list}.${at}.role`,
        list === 'creators' ? 'creatorsroles' : 'contributorsroles',
        role
      );
    });
  }
  metadata.additionalTitles.forEach((one, at) => {
    add(`additionalTitles.${at}.type`, 'titletypes', one.type);
    language(`additionalTitles.${at}.language`, one.language);
  });
  metadata.additionalDescriptions.forEach((one, at) => {
    add(`additionalDescriptions.${at}.type`, 'descriptiontypes', one.type);
    language(`additionalDescriptions.${at}.language`, one.language);
  });
  for (const { id, title, own } of metadata.licenses) {
    add('licenses', 'licenses', own ? undefined : id, title);
  }
  metadata.languages.forEach(one => language('languages', one));
  metadata.dates.forEach(({ type }, at) =>
    add(`dates.${at}.type`, 'datetypes', type)
  );
  metadata.funding.forEach(({ funder, award }, at) => {
    add(`funding.${at}.funder`, 'funders', funder.id, funder.name);
    add(`funding.${at}.award`, 'awards', award?.id, award?.title);
  });
  metadata.relatedWorks.forEach(({ relation, resourceType }, at) => {
    add(`relatedWorks.${at}.relation`, 'relationtypes', relation);
    add(`relatedWorks.${at}.resourceType`, 'resourcetypes', resourceType);
  });
  for (const { id, subject } of metadata.subjects) {
    add('subjects', 'subjects', id, subject);
  }
  for (const { id, title } of metadata.software.programmingLanguages) {
    const field = 'software.programmingLanguages';
    add(field, 'code:programmingLanguages', id, title);
  }
  add(
    'software.developmentStatus',
    'code:developmentStatus',
    metadata.software.developmentStatus
  );
  return uses;
}
