/** Finding drafts and records, and who may do what with them. */

import { negotiate, RDM, RECORD_TYPES } from '../accept';
import { denied, HttpError, json, noSuchPid, notFound, refuse } from '../http';
import { IJsonObject, Json } from '../json';
import { IDraft, IParent, IRecord, IUser } from '../model';
import { IContext } from '../router';
import { IViewer } from '../view';

/** The signed-in user, or 403. */
export function signedIn(context: IContext): IUser {
  if (!context.user) {
    throw denied();
  }
  return context.user;
}

/** Whether the user owns what belongs to a parent. */
export function owns(context: IContext, parent: IParent): boolean {
  return context.user?.id === parent.ownerId;
}

/**
 * The draft of an id, for its owner. A record without an open edit says 404
 * in one of two ways (FINDINGS 30).
 */
export function draftOf(context: IContext, reading = false): IDraft {
  const { state, params } = context;
  const draft = state.drafts.get(params[0]);
  if (!draft) {
    const record = state.records.get(params[0]);
    throw record && !reading ? notFound() : noSuchPid();
  }
  if (!owns(context, draft.parent)) {
    throw denied();
  }
  return draft;
}

/** The draft of an id, also for the holder of a secret link. */
export function readableDraft(context: IContext): IDraft {
  const draft = context.state.drafts.get(context.params[0]);
  const token = context.query.get('token');
  if (draft && token && draft.parent.links.some(one => one.token === token)) {
    return draft;
  }
  return draftOf(context, true);
}

/** The published record of an id. */
export function recordOf(context: IContext): IRecord {
  const { state, params } = context;
  const record = state.records.get(params[0]);
  if (!record) {
    throw state.drafts.has(params[0])
      ? refuse(404, 'The persistent identifier is not registered.')
      : noSuchPid();
  }
  if (record.tombstone) {
    throw new HttpError(410, {
      status: 410,
      message: 'Record deleted',
      tombstone: record.tombstone
    });
  }
  return record;
}

/** Refuse those who may not read a record's files. */
export function checkFilesReadable(context: IContext, record: IRecord): void {
  const embargo = record.access.embargo as IJsonObject;
  const closed =
    record.access.files === 'restricted' || embargo.active === true;
  if (closed && !owns(context, record.parent)) {
    throw denied();
  }
}

/** Who looks at the answer of this request. */
export function viewerOf(context: IContext, ui: boolean): IViewer {
  return { base: context.base, userId: context.user?.id ?? null, ui };
}

/** The form of a draft's or record's answer. */
export function recordForm(context: IContext): string {
  return negotiate(context.request, RECORD_TYPES);
}

/** A draft or record with its type and revision. */
export function entityAnswer(
  status: number,
  body: IJsonObject,
  form: string,
  headers: Record<string, string> = {}
): Response {
  return json(status, body, {
    'Content-Type': form === RDM ? RDM : 'application/json',
    ETag: `"${body.revision_id as number}"`,
    ...headers
  });
}

/** A body with its errors, if there are any. */
export function withErrors(body: IJsonObject, errors: object[]): IJsonObject {
  return errors.length ? { ...body, errors: errors as unknown as Json } : body;
}
