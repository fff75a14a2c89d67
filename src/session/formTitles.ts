import type {
  IAffiliation,
  IChoice,
  ICreator,
  IFunding,
  IMetadata
} from '../core/metadata/model';
import type { IVocabularyUse } from '../core/metadata/vocabularyUses';
import type { Vocabulary } from '../core/zenodo/vocabulary';

/** Titles of entries of vocabularies, as `keyOf` names them. */
export type Titles = ReadonlyMap<string, string>;

/** An entry of a vocabulary, in one word. */
export function keyOf({
  vocabulary,
  id
}: Pick<IVocabularyUse, 'vocabulary' | 'id'>): string {
  return `${vocabulary}/${id}`;
}

/**
 * The form with the site's titles where it has ids only, as files have them.
 * What somebody wrote stays as it is.
 */
export function withTitles(values: IMetadata, titles: Titles): IMetadata {
  const title = (vocabulary: Vocabulary, id: string, now: string) =>
    id !== '' && (now === '' || now === id)
      ? (titles.get(keyOf({ vocabulary, id })) ?? now)
      : now;
  const titled =
    (vocabulary: Vocabulary) =>
    <T extends IChoice>(one: T): T => ({
      ...one,
      title: title(vocabulary, one.id, one.title)
    });
  const language = titled('languages');
  const inLanguage = <T extends { readonly language: IChoice | null }>(
    one: T
  ): T => ({ ...one, language: one.language && language(one.language) });
  const affiliation = (one: IAffiliation): IAffiliation => ({
    ...one,
    name: title('affiliations', one.id ?? '', one.name)
  });
  const person = (one: ICreator): ICreator => ({
    ...one,
    affiliations: one.affiliations.map(affiliation)
  });
  const funded = (one: IFunding): IFunding => ({
    ...one,
    funder: {
      ...one.funder,
      name: title('funders', one.funder.id ?? '', one.funder.name)
    },
    award: one.award && {
      ...one.award,
      title: title('awards', one.award.id ?? '', one.award.title)
    }
  });
  const { software } = values;
  return {
    ...values,
    creators: values.creators.map(person),
    contributors: values.contributors.map(person),
    licenses: values.licenses.map(titled('licenses')),
    languages: values.languages.map(language),
    additionalTitles: values.additionalTitles.map(inLanguage),
    additionalDescriptions: values.additionalDescriptions.map(inLanguage),
    subjects: values.subjects.map(one => ({
      ...one,
      subject: title('subjects', one.id, one.subject)
    })),
    funding: values.funding.map(funded),
    software: {
      ...software,
      programmingLanguages: software.programmingLanguages.map(
        titled('code:programmingLanguages')
      )
    }
  };
}
