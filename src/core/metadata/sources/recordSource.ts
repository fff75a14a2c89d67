import { emptyMetadata } from '../empty';
import { type ExistingRecord, fromRecord } from '../fromRecord';
import type { IMetadata, MetadataField } from '../model';
import { sameValue } from '../record/json';
import { candidateFields, together } from '../candidates';
import type { ISource } from './source';

/**
 * What is each version's own, and is never taken from the last one. What
 * communities a record is in is no part of its details: its versions are in
 * them together.
 */
const OWN: ReadonlySet<MetadataField> = new Set([
  'version',
  'publicationDate',
  'communities'
]);

/** Fields that say something whatever they say: nobody shall open by mistake what was closed. */
const ALWAYS: ReadonlySet<MetadataField> = new Set(['access', 'resourceType']);

/**
 * What the last version of a record says of the next one: all that the form
 * holds, but for the number and the date of the version. Fields that say
 * nothing there leave room for other sources.
 *
 * @param record - as the site has it; untrusted
 */
export function recordSource(record: ExistingRecord): ISource {
  const values = fromRecord(record);
  const none = emptyMetadata('');
  const said = candidateFields(values).filter(
    field =>
      !OWN.has(field) &&
      (ALWAYS.has(field)
        ? values[field] !== ''
        : !sameValue(values[field], none[field]))
  );
  return {
    values: said.reduce<Partial<IMetadata>>(
      (all, field) => ({ ...all, ...together(field, values) }),
      {}
    ),
    findings: []
  };
}
