import type { ExistingRecord } from '../fromRecord';
import { idOf, isJson, type Json, textOf, without } from './json';

/** Makes of a value of a GET answer what a PUT takes. */
export type Reduce = (value: unknown) => unknown;

/** A reference to a vocabulary is sent as its id alone. */
const reference: Reduce = value => (idOf(value) ? { id: idOf(value) } : value);

/** An id alone, or the free text alone. */
const idOrText =
  (...texts: readonly string[]): Reduce =>
  value =>
    idOf(value) || !isJson(value)
      ? reference(value)
      : Object.fromEntries(
          texts
            .filter(name => value[name] !== undefined)
            .map(name => [name, value[name]])
        );

const all =
  (reduce: Reduce): Reduce =>
  value =>
    Array.isArray(value) ? value.map(reduce) : value;

/** Some keys by rules of their own; the others stay. */
const keys =
  (rules: Readonly<Record<string, Reduce>>): Reduce =>
  value =>
    isJson(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => [
            name,
            Object.prototype.hasOwnProperty.call(rules, name)
              ? rules[name](one)
              : one
          ])
        )
      : value;

/** The server computes a person's whole name. */
const personOrOrganisation: Reduce = value =>
  isJson(value) && value.type === 'personal' ? without(value, 'name') : value;

const person = keys({
  person_or_org: personOrOrganisation,
  role: reference,
  affiliations: all(idOrText('name'))
});

/** A licence of the vocabulary, or the words of one's own. */
const right: Reduce = value =>
  idOf(value) || !isJson(value) ? reference(value) : without(value, 'icon');

/** How the elements of each list of `metadata` are reduced. */
export const reduceElement = {
  additional_titles: keys({ type: reference, lang: reference }),
  additional_descriptions: keys({ type: reference, lang: reference }),
  creators: person,
  contributors: person,
  rights: right,
  languages: reference,
  dates: keys({ type: reference }),
  subjects: idOrText('subject'),
  identifiers: keys({}),
  related_identifiers: keys({
    relation_type: reference,
    resource_type: reference
  }),
  references: keys({}),
  funding: keys({
    funder: idOrText('name'),
    award: value => (idOf(value) ? reference(value) : value)
  })
};

const metadata = keys({
  resource_type: reference,
  ...Object.fromEntries(
    Object.entries(reduceElement).map(([name, reduce]) => [name, all(reduce)])
  )
});

/** What has an id and titles is a reference to a vocabulary, in any custom field. */
const customField: Reduce = value =>
  isJson(value) && textOf(value.id) && isJson(value.title)
    ? reference(value)
    : value;

function reduceCustomFields(fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(customField) : customField(value)
    ])
  );
}

function reduceAccess(access: Json): Json {
  const { embargo } = access;
  const hasEmbargo =
    isJson(embargo) && (embargo.active === true || textOf(embargo.until));
  return {
    record: access.record ?? 'public',
    files: access.files ?? 'public',
    ...(hasEmbargo && { embargo })
  };
}

/** The body of a PUT, in which anything may stand that the server has. */
export interface IRecordBody {
  readonly access: Json;
  readonly files: { readonly enabled: true; readonly default_preview?: string };
  readonly metadata: Json;
  readonly custom_fields: Json;
}

/**
 * What a PUT takes of a GET answer. The answer itself would be answered 200,
 * with affiliations and licences lost: what it tells of entries of vocabularies
 * is refused on the way in. Without `pids`, the DOI stays; without
 * `custom_fields`, they would be cleared.
 *
 * Sources: metadata crosswalk 5.2; FINDINGS 11, 12; recorded exchange
 * `draft.update.read_modify_write`.
 */
export function reduceRecord(record: ExistingRecord): IRecordBody {
  return {
    access: reduceAccess(record.access),
    files: {
      enabled: true,
      ...(record.defaultPreview && { default_preview: record.defaultPreview })
    },
    metadata: metadata(record.metadata) as Json,
    custom_fields: reduceCustomFields(record.customFields)
  };
}
