/** Copies of drafts and records, and what they start from. */

import { copy } from './json';
import { IDraft, IRecord } from './model';

/** `expires_at` is the time of creation, in another form (FINDINGS 13). */
export function expires(created: string): string {
  return created.replace('T', ' ');
}

/** A copy that later changes leave as it is; the parent is always the present one. */
export function snapshotOf(entity: IDraft | IRecord): IDraft | IRecord {
  return {
    ...entity,
    pids: copy(entity.pids),
    metadata: copy(entity.metadata),
    customFields: copy(entity.customFields),
    access: copy(entity.access),
    bucket: {
      ...entity.bucket,
      files: new Map(
        [...entity.bucket.files].map(([key, file]) => [key, { ...file }])
      )
    }
  };
}

/** What a draft of a published record starts from. */
export function contentOf(record: IRecord): Omit<IDraft, 'expires'> {
  return {
    id: record.id,
    parent: record.parent,
    index: record.index,
    created: record.created,
    updated: record.updated,
    revision: record.revision,
    pids: copy(record.pids),
    metadata: copy(record.metadata),
    customFields: copy(record.customFields),
    access: copy(record.access),
    bucket: record.bucket
  };
}
