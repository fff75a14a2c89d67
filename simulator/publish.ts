/** Publishing: what is refused, and what a draft becomes. */

import { randomUUID } from 'node:crypto';

import { broken, IFieldError, invalid, refuse } from './http';
import { copy } from './json';
import { IDraft, IFile, IRecord } from './model';
import { register } from './pids';
import { ISettings } from './settings';
import { Drafts } from './drafts';
import { State } from './state';
import { missingForPublication } from './validation/metadata';
import { hasEndedReview } from './viewParent';

/** Publish a draft; irreversible, as on the real site. */
export function publish(
  state: State,
  settings: ISettings,
  drafts: Drafts,
  draft: IDraft
): IRecord {
  checkReview(state, draft);
  const missing = missingForPublication(draft.metadata);
  if (missing.length) {
    throw invalid(missing);
  }
  const problem = filesProblem([...draft.bucket.files.values()]);
  if (problem) {
    throw invalid([problem]);
  }
  const former = state.records.get(draft.id);
  const record: IRecord = {
    id: draft.id,
    uuid: former?.uuid ?? randomUUID(),
    parent: draft.parent,
    index: draft.index,
    created: former?.created ?? state.time(),
    updated: state.time(),
    revision: former ? former.revision + 2 : 4,
    // The DOI of a published record cannot be dropped (FINDINGS 12).
    pids:
      former?.pids ?? register(settings, draft.id, draft.pids, draft.parent),
    metadata: copy(draft.metadata),
    customFields: copy(draft.customFields),
    access: copy(draft.access),
    bucket: { ...draft.bucket, locked: true },
    publishedAt: former?.publishedAt ?? settings.now(),
    tombstone: null
  };
  if (former) {
    // A record keeps its bucket, and the versions of the files that stay.
    record.bucket.id = former.bucket.id;
    for (const [key, file] of former.bucket.files) {
      if (record.bucket.files.get(key)?.fileId === file.fileId) {
        record.bucket.files.set(key, file);
      }
    }
  }
  state.drafts.delete(draft.id);
  state.records.set(record.id, record);
  if (hasEndedReview(state, record.parent)) {
    // Seen on a real server: it is public, but the index refuses it.
    throw broken();
  }
  drafts.index(record);
  return record;
}

function checkReview(state: State, draft: IDraft): void {
  const { reviewId } = draft.parent;
  const review = reviewId ? state.requests.get(reviewId) : undefined;
  // Not only when it is open: also when it was not submitted yet.
  if (review?.status === 'submitted' || review?.status === 'created') {
    throw refuse(
      400,
      'You cannot publish a draft with an open review request. Please cancel the review request first.'
    );
  }
}

function filesProblem(files: IFile[]): IFieldError | null {
  if (!files.length) {
    return {
      field: 'files.enabled',
      messages: [
        'Missing uploaded files. To disable files for this record please mark it as metadata-only.'
      ]
    };
  }
  return files.every(file => file.status === 'completed')
    ? null
    : {
        field: 'files',
        messages: [
          'One or more files have not completed their transfer, please wait.'
        ]
      };
}
