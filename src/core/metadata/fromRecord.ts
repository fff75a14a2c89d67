import { isNonceReference } from '../zenodo/nonce';
import { asList } from '../zenodo/parse';
import type { IDeposit } from '../zenodo/types';
import { emptyMetadata } from './empty';
import { htmlToText } from './plainText';
import type { Access, IMetadata } from './model';
import { choiceOf, idOf, isJson, type Json, textOf } from './record/json';
import { readCustomFields } from './record/readCustomFields';
import { readPerson } from './record/readPeople';
import {
  readDate,
  readDescription,
  readHtml,
  readRight,
  readTitle
} from './record/readTexts';
import {
  readFunding,
  readIdentifier,
  readReference,
  readRelatedWork
} from './record/readWorks';

/** What is read of a draft or record; the server's own JSON, untrusted. */
export type ExistingRecord = Pick<
  IDeposit,
  'metadata' | 'customFields' | 'access' | 'defaultPreview'
>;

/** Each element by a reader, with a key for the form. */
export function readList<T>(
  value: unknown,
  reader: (element: unknown, key: string) => T
): T[] {
  return asList(value).map((element, index) =>
    reader(element, `record-${index + 1}`)
  );
}

function readAccess(access: Json): Access {
  if (access.record === 'restricted') {
    return 'restricted-record';
  }
  return access.files === 'restricted' ? 'restricted-files' : 'public';
}

/**
 * A draft or published record of the server as the form holds it. What the form
 * has no field for (locations, custom fields of other sites …) is not in it:
 * `mergeIntoRecord` keeps it. The communities of a record are no part of its
 * metadata; the nonce of a draft is left out.
 */
export function fromRecord({
  metadata,
  customFields,
  access
}: ExistingRecord): IMetadata {
  const subjects = asList(metadata.subjects).filter(isJson);
  const description = readHtml(metadata.description);
  const embargo = isJson(access.embargo) ? access.embargo : {};
  return {
    ...emptyMetadata(textOf(metadata.publication_date)),
    title: textOf(metadata.title),
    additionalTitles: readList(metadata.additional_titles, readTitle),
    resourceType: idOf(metadata.resource_type),
    creators: readList(metadata.creators, readPerson),
    contributors: readList(metadata.contributors, readPerson),
    description: description.text,
    descriptionFormat: description.format,
    additionalDescriptions: readList(
      metadata.additional_descriptions,
      readDescription
    ),
    licenses: readList(metadata.rights, readRight),
    copyright: htmlToText(textOf(metadata.copyright)),
    languages: asList(metadata.languages).flatMap(one => choiceOf(one) ?? []),
    dates: readList(metadata.dates, readDate),
    version: textOf(metadata.version),
    publisher: textOf(metadata.publisher),
    access: readAccess(access),
    embargo: {
      active: embargo.active === true,
      until: textOf(embargo.until),
      reason: textOf(embargo.reason)
    },
    funding: readList(metadata.funding, readFunding),
    alternateIdentifiers: readList(metadata.identifiers, readIdentifier),
    relatedWorks: readList(metadata.related_identifiers, readRelatedWork),
    references: readList(metadata.references, readReference).filter(
      ({ reference }) => !isNonceReference(reference)
    ),
    keywords: subjects
      .filter(subject => !idOf(subject))
      .map(({ subject }) => textOf(subject)),
    subjects: subjects
      .filter(subject => idOf(subject))
      .map(subject => ({
        id: idOf(subject),
        subject: textOf(subject.subject) || idOf(subject),
        scheme: textOf(subject.scheme)
      })),
    ...readCustomFields(customFields)
  };
}
