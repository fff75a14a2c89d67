import { asList, asObject } from '../../zenodo/parse';
import { emptyConference, emptyPublishingInformation } from '../empty';
import type { IMetadata } from '../model';
import { serverName } from './draftCustomFields';
import { choiceOf, idOf, type Json, textOf } from './json';

/** A section of texts, by the names of the form. */
function readTexts<T extends object>(empty: T, value: unknown): T {
  const texts = asObject(value);
  return Object.fromEntries(
    Object.keys(empty).map(name => [name, textOf(texts[serverName(name)])])
  ) as T;
}

/** The sections of the form that are custom fields of a record. */
export function readCustomFields(
  fields: Json
): Pick<IMetadata, 'software' | 'publishingInformation' | 'conference'> {
  const { journal, imprint, thesis } = emptyPublishingInformation;
  return {
    software: {
      repository: textOf(fields['code:codeRepository']),
      programmingLanguages: asList(fields['code:programmingLanguage']).flatMap(
        language => choiceOf(language) ?? []
      ),
      developmentStatus: idOf(fields['code:developmentStatus'])
    },
    publishingInformation: {
      journal: readTexts(journal, fields['journal:journal']),
      imprint: readTexts(imprint, fields['imprint:imprint']),
      thesis: readTexts(thesis, fields['thesis:thesis'])
    },
    conference: readTexts(emptyConference, fields['meeting:meeting'])
  };
}
