import { mergeIntoRecord } from '../metadata/mergeIntoRecord';
import type { IMetadata } from '../metadata/model';
import type { ITranslator } from '../text';
import type { ZenodoClient } from '../zenodo/client';
import {
  AnswerLostError,
  NotFoundError,
  RevisionMismatchError
} from '../zenodo/errors';
import type { IDraft, IRecord } from '../zenodo/types';
import { refuseErrors } from './refuseErrors';

/** So often is a change made again when others change the record meanwhile. */
const ATTEMPTS = 3;

/** Milliseconds by which the site's list of the user's own records may lag. */
const LAG = 120_000;

/** A published record, and the change of its details that was begun. */
export interface IEditable {
  /** Null = nothing is published under this id. */
  readonly record: IRecord | null;
  /** A change that is not published yet, made here or on the site; null = none. */
  readonly edit: IDraft | null;
  /** It is among the user's own, as far as the site tells. */
  readonly isOwn: boolean;
}

/**
 * A record as it stands, for its details to be changed. Changes nothing.
 *
 * @throws GoneError when it was deleted
 */
export async function openDetails(
  client: ZenodoClient,
  id: string,
  signal?: AbortSignal
): Promise<IEditable> {
  const record = await client.getRecord(id, signal);
  const edit = record && (await openEdit(client, id, signal));
  return {
    ...{ record, edit },
    // Who may see the draft owns it. The site answers 404 to all others, too.
    isOwn:
      edit !== null ||
      (record !== null && (await isOwn(client, record, signal)))
  };
}

async function isOwn(
  client: ZenodoClient,
  { id, updated }: IRecord,
  signal?: AbortSignal
): Promise<boolean> {
  const own = await client.listOwn(`id:"${id}"`, 5, signal);
  return (
    own.some(one => one.id === id) ||
    client.clock.now() - Date.parse(updated) < LAG
  );
}

async function openEdit(
  client: ZenodoClient,
  id: string,
  signal?: AbortSignal
): Promise<IDraft | null> {
  try {
    return await client.getDraft(id, signal);
  } catch (error) {
    if (error instanceof NotFoundError) {
      return null;
    }
    throw error;
  }
}

/** What is changed, and where. */
export interface IDetailsChange {
  readonly client: ZenodoClient;
  readonly id: string;
  /** What the form was filled in with. */
  readonly before: IMetadata;
  /** What the user left. */
  readonly after: IMetadata;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * Change the details of a published record, and publish the change. DOI and
 * files stay. What the user did not change stays as the server has it, also when
 * others change it meanwhile. May be called again after any error: what was sent
 * is in the open edit.
 *
 * @throws RefusedMetadataError when the site objects; the record is as it was
 */
export async function changeDetails(change: IDetailsChange): Promise<IRecord> {
  const { client, id, signal } = change;
  for (let attempt = 1; ; attempt++) {
    try {
      await sendDetails(change);
      break;
    } catch (error) {
      // With a revision, both mean that the draft is another one now: merge again.
      const isOther =
        error instanceof RevisionMismatchError ||
        error instanceof AnswerLostError;
      if (!isOther || attempt >= ATTEMPTS) {
        throw error;
      }
    }
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.publish(id, signal);
    } catch (error) {
      if (!(error instanceof AnswerLostError)) {
        throw error;
      }
      // Once the edit is published, there is none.
      const record = await client.getRecord(id, signal);
      const edit = await openEdit(client, id, signal);
      if (record && !edit) {
        return record;
      }
      if (attempt >= ATTEMPTS) {
        throw error;
      }
    }
  }
}

async function sendDetails(change: IDetailsChange): Promise<void> {
  const { client, id, before, after, trans, signal } = change;
  const draft = await client.editRecord(id, signal);
  const { errors } = await client.updateDraft(
    id,
    mergeIntoRecord(draft, before, after, client.site),
    { revision: draft.revision ?? undefined },
    signal
  );
  refuseErrors({ client, trans }, errors);
}
