import { isNonceReference } from '../zenodo/nonce';
import { asList, asObject } from '../zenodo/parse';
import type { ISite } from '../zenodo/sites';
import type { ExistingRecord } from './fromRecord';
import type { IMetadata } from './model';
import { draftAccess } from './record/draftAccess';
import { draftCustomFields } from './record/draftCustomFields';
import { draftPerson } from './record/draftPerson';
import {
  draftDate,
  draftDescription,
  draftRight,
  draftTitle
} from './record/draftTexts';
import {
  draftFunding,
  draftIdentifier,
  draftReference,
  draftRelatedWork
} from './record/draftWorks';
import { idOf, isJson, type Json, sameValue } from './record/json';
import { type IListRules, mergeList } from './record/mergeList';
import { overlay } from './record/overlay';
import { readPerson } from './record/readPeople';
import {
  readDate,
  readDescription,
  readRight,
  readTitle
} from './record/readTexts';
import {
  readFunding,
  readIdentifier,
  readReference,
  readRelatedWork
} from './record/readWorks';
import { type IRecordBody, reduceElement, reduceRecord } from './record/reduce';
import { draftMetadata } from './toRecord';

export type { ExistingRecord } from './fromRecord';
export type { IRecordBody } from './record/reduce';

/** Fields of the form that are one value in `metadata`, and those that belong to it. */
const VALUES = {
  title: ['title'],
  resource_type: ['resourceType'],
  publication_date: ['publicationDate'],
  description: ['description', 'descriptionFormat'],
  copyright: ['copyright'],
  version: ['version'],
  publisher: ['publisher'],
  languages: ['languages']
} as const satisfies Record<string, readonly (keyof IMetadata)[]>;

/** Custom fields that are sections of the form. */
const SECTIONS = [
  'journal:journal',
  'imprint:imprint',
  'thesis:thesis',
  'meeting:meeting'
];

interface IForms {
  readonly original: ExistingRecord;
  readonly before: IMetadata;
  readonly after: IMetadata;
  readonly site: Pick<ISite, 'name'>;
}

type ListField = {
  [K in keyof IMetadata]: IMetadata[K] extends readonly object[] ? K : never;
}[keyof IMetadata];

/** One list of the server that is one list of the form. */
function list<K extends ListField>(
  { original, before, after }: IForms,
  server: keyof typeof reduceElement,
  form: K,
  rules: Omit<IListRules<IMetadata[K][number]>, 'reduce'>
): Json {
  return {
    [server]: mergeList(
      asList(original.metadata[server]),
      before[form] as readonly IMetadata[K][number][],
      after[form] as readonly IMetadata[K][number][],
      { ...rules, reduce: reduceElement[server] }
    )
  };
}

function mergeLists(forms: IForms): Json {
  const person = { read: readPerson, write: draftPerson };
  return {
    ...list(forms, 'additional_titles', 'additionalTitles', {
      read: readTitle,
      write: draftTitle
    }),
    ...list(forms, 'creators', 'creators', person),
    ...list(forms, 'contributors', 'contributors', person),
    ...list(forms, 'additional_descriptions', 'additionalDescriptions', {
      read: readDescription,
      write: draftDescription
    }),
    ...list(forms, 'rights', 'licenses', {
      read: readRight,
      write: draftRight
    }),
    ...list(forms, 'dates', 'dates', { read: readDate, write: draftDate }),
    ...list(forms, 'identifiers', 'alternateIdentifiers', {
      read: readIdentifier,
      write: draftIdentifier
    }),
    ...list(forms, 'related_identifiers', 'relatedWorks', {
      read: readRelatedWork,
      write: draftRelatedWork
    }),
    ...list(forms, 'funding', 'funding', {
      read: readFunding,
      write: draftFunding
    }),
    references: mergeReferences(forms),
    subjects: mergeSubjects(forms)
  };
}

/** The nonce is not in the form; a list that the user changed goes without it. */
function mergeReferences({ original, before, after }: IForms): unknown[] {
  const all = asList(original.metadata.references);
  const shown = all.filter(one => {
    const { reference } = asObject(one);
    return typeof reference !== 'string' || !isNonceReference(reference);
  });
  const changed = !sameValue(before.references, after.references);
  return mergeList(changed ? shown : all, before.references, after.references, {
    read: readReference,
    reduce: reduceElement.references,
    write: draftReference
  });
}

/** Free text and entries of vocabularies are one list: their places stay. */
function mergeSubjects({ original, before, after, site }: IForms): unknown[] {
  const all = asList(original.metadata.subjects);
  const sent = (form: IMetadata) => draftMetadata(form, site).subjects ?? [];
  if (sameValue(sent(before), sent(after))) {
    return all.map(reduceElement.subjects);
  }
  const isText = (one: unknown) => !idOf(one);
  const now = sent(after);
  const texts = now.filter(isText);
  const entries = now.filter(one => !isText(one));
  const merged = all.flatMap(
    one => (isText(one) ? texts : entries).shift() ?? []
  );
  return [...merged, ...texts, ...entries];
}

/** The values of `metadata` that the user changed; undefined = to be removed. */
function changedValues({ before, after, site }: IForms): Json {
  const now = draftMetadata(after, site);
  return Object.fromEntries(
    Object.entries(VALUES)
      .filter(([, fields]) =>
        fields.some(field => !sameValue(before[field], after[field]))
      )
      .map(([server]) => [server, now[server as keyof typeof VALUES]])
  );
}

/** A section that says nothing any more goes, unless there is something else in it. */
function mergeCustomFields(
  original: Json,
  before: IMetadata,
  after: IMetadata
): Json {
  const nothing = Object.fromEntries(SECTIONS.map(name => [name, {}]));
  const merged = overlay(
    original,
    { ...nothing, ...draftCustomFields(before) },
    { ...nothing, ...draftCustomFields(after) }
  );
  return Object.fromEntries(
    Object.entries(asObject(merged)).filter(
      ([, value]) => !isJson(value) || Object.keys(value).length > 0
    )
  );
}

/** Without lists that are empty, and values that are none: the server takes them for errors. */
function compact(metadata: Json): Json {
  return Object.fromEntries(
    Object.entries(metadata).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0)
    )
  );
}

/**
 * Who may see what, as it stands; lifted where the form was filled in after the
 * embargo's end (`afterEmbargo`), for an embargo of the past would be refused.
 */
function unchangedAccess(access: Json, before: IMetadata): Json {
  const { embargo } = access;
  return isJson(embargo) &&
    embargo.active === true &&
    embargo.until === before.embargo.until &&
    !before.embargo.active
    ? { ...draftAccess(before), embargo: { ...embargo, active: false } }
    : access;
}

/**
 * The body of a PUT that changes in a draft what the user changed in the form,
 * and nothing else: what the form does not know (locations, custom fields of
 * other sites, a text's language), what the server knows more of (ROR and ORCID
 * ids, entries of vocabularies), and what changed on the site meanwhile stays
 * as it is. `pids` are left out, which keeps the DOI.
 *
 * @param original - the draft as the server has it now
 * @param before - what `fromRecord` made of it when the form was filled in
 * @param after - what the user left
 * @param site - where the record is: an empty publisher stands for it
 */
export function mergeIntoRecord(
  original: ExistingRecord,
  before: IMetadata,
  after: IMetadata,
  site: Pick<ISite, 'name'>
): IRecordBody {
  const forms = { original, before, after, site };
  const reduced = reduceRecord(original);
  const accessChanged = !sameValue(
    [before.access, before.embargo],
    [after.access, after.embargo]
  );
  return {
    ...reduced,
    access: accessChanged
      ? { ...draftAccess(after) }
      : unchangedAccess(reduced.access, before),
    metadata: compact({
      ...reduced.metadata,
      ...mergeLists(forms),
      ...changedValues(forms)
    }),
    custom_fields: mergeCustomFields(reduced.custom_fields, before, after)
  };
}
