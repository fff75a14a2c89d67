import { Document, isMap, parseDocument } from 'yaml';
import type { ITranslator } from '../../text';
import { isTooDeep } from '../../yamlText';
import { cleanLine } from '../clean';
import { comparable } from '../candidates';
import type { IMetadata } from '../model';
import { readCff } from '../sources/cff';
import { LONGEST_YAML } from '../sources/tooLong';
import { webAddress } from '../sources/workIdentifier';
import { authorsChange, distinctPeople } from './cffAuthors';
import {
  cffAbstract,
  cffDate,
  cffDoi,
  cffIdentifiers,
  cffKeywords,
  cffLicense,
  cffLicenseUrl,
  cffPersonOf
} from './cffFields';
import { UnwritableFileError } from './unwritable';
import { patchYaml, type YamlChange } from './yamlPatch';

/** What is written beside the form. */
export interface IWriteOptions {
  /** The DOI of what is published; '' = none yet. */
  readonly doi: string;
  readonly trans: ITranslator;
}

const PATH = 'CITATION.cff';

/** What stands in a new file. It is of the file, and not translated. */
const MESSAGE = 'If you use this work, please cite it as below.';

/**
 * The text of a CITATION.cff that says what the form says. Of a file that is
 * there, only what differs is changed: comments, order and all that the form
 * does not have stay as they are. It is valid for version 1.2.0 of the format,
 * unless something was wrong in it before.
 *
 * @param before - the file as it is; null = a new one
 * @throws UnwritableFileError - the file is no YAML, or the form has no title
 *   or no creators, without which there is no such file
 */
export function writeCff(
  before: string | null,
  metadata: IMetadata,
  options: IWriteOptions
): string {
  const { trans } = options;
  const authors = distinctPeople(metadata.creators);
  if (!cleanLine(metadata.title) || authors.length === 0) {
    throw new UnwritableFileError(
      trans.__(
        'CITATION.cff was not written: it needs a title and a creator. Fill them in first.'
      )
    );
  }
  return before === null || before.trim() === ''
    ? newCff(metadata, options)
    : changedCff(before, metadata, options);
}

function newCff(metadata: IMetadata, { doi }: IWriteOptions): string {
  const { version, software } = metadata;
  const identifiers = cffIdentifiers(metadata);
  const keywords = cffKeywords(metadata);
  const fields = {
    'cff-version': '1.2.0',
    message: MESSAGE,
    title: cleanLine(metadata.title),
    type: metadata.resourceType === 'dataset' ? 'dataset' : 'software',
    authors: distinctPeople(metadata.creators).map(cffPersonOf),
    abstract: cffAbstract(metadata) || undefined,
    identifiers: identifiers.length > 0 ? identifiers : undefined,
    'repository-code': webAddress(software.repository) || undefined,
    keywords: keywords.length > 0 ? keywords : undefined,
    license: cffLicense(metadata.licenses),
    'license-url': cffLicenseUrl(metadata),
    version: cleanLine(version) || undefined,
    doi: cffDoi(doi),
    'date-released': cffDate(metadata.publicationDate)
  };
  const document = new Document(fields, { compat: 'yaml-1.1' });
  return document.toString({ lineWidth: 80 });
}

function changedCff(
  before: string,
  metadata: IMetadata,
  { doi, trans }: IWriteOptions
): string {
  const isTooMuch = before.length > LONGEST_YAML || isTooDeep(before);
  const document = isTooMuch ? null : parsed(before);
  if (!document || document.errors.length > 0 || !isMap(document.contents)) {
    throw notYaml(trans);
  }
  const known = readCff(before, PATH, trans).values;
  const changes: YamlChange[] = [
    ...changesOf(known, metadata),
    ...authorsChange(document, known, metadata, PATH),
    ...whereThere('doi', cffDoi(doi)),
    ...whereThere('date-released', cffDate(metadata.publicationDate)),
    ...missing(document)
  ];
  const after = patchYaml(before, changes);
  if (parsed(after).errors.length > 0) {
    // An anchor went away that something else refers to.
    throw notYaml(trans);
  }
  return after;
}

function parsed(text: string): Document.Parsed {
  return parseDocument(text.replace(/^\ufeff/, ''), { uniqueKeys: false });
}

function notYaml(trans: ITranslator): UnwritableFileError {
  return new UnwritableFileError(
    trans.__(
      'CITATION.cff was left as it is: it is not valid YAML. Mend it, or remove it, and save again.'
    )
  );
}

/** A change to a value; none where there is no value. */
function whereThere(key: string, value: string | undefined): YamlChange[] {
  return value === undefined ? [] : [[key, value]];
}

/** What every file must have. */
function missing(document: Document.Parsed): YamlChange[] {
  const needed: YamlChange[] = [
    ['cff-version', '1.2.0'],
    ['message', MESSAGE]
  ];
  return needed.filter(([key]) => !document.has(key));
}

/** Keys whose meaning in the file is another one than the form's. */
function changesOf(
  known: Partial<IMetadata>,
  metadata: IMetadata
): YamlChange[] {
  const changes: YamlChange[] = [];
  const compare = (
    key: string,
    then: unknown,
    now: unknown,
    value: unknown = now
  ) => {
    if (comparable(then ?? '') !== comparable(now ?? '')) {
      changes.push([key, isNothing(value) ? undefined : value]);
    }
  };
  const { version, licenses, software } = metadata;
  compare('title', known.title, cleanLine(metadata.title));
  compare('version', known.version, cleanLine(version));
  compare('keywords', known.keywords ?? [], cffKeywords(metadata));
  compare(
    'repository-code',
    known.software?.repository,
    webAddress(software.repository)
  );
  compare(
    'abstract',
    known.description && cffAbstract({ description: known.description, descriptionFormat: known.descriptionFormat ?? 'text' }),
    cffAbstract(metadata)
  ); // prettier-ignore
  if (comparable(known.licenses ?? []) !== comparable(licenses)) {
    const license = cffLicense(licenses);
    const url = cffLicenseUrl(metadata);
    if (license !== undefined || known.licenses?.some(({ own }) => !own)) {
      changes.push(['license', license]);
    }
    if (url !== undefined || known.licenses?.some(({ own }) => own)) {
      changes.push(['license-url', url]);
    }
  }
  return changes;
}

function isNothing(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}
