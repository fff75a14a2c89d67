/** Files of drafts: announcing, receiving, committing, deleting. */

import { randomUUID } from 'node:crypto';

import { receive, TooManyBytes } from './bytes';
import { broken, denied, HttpError, invalid, refuse } from './http';
import { IJsonObject, isObject, Json, listOf, objectOf, textOf } from './json';
import { quoteKey } from './links';
import { mediaType } from './mediaTypes';
import { IBucket, IDraft, IEntity, IFile } from './model';
import { State } from './state';

const MOST_FILES = 100;
const LONGEST_KEY = 255;

/** A file's entry in a list of files. */
export function viewEntry(
  origin: string,
  entity: IEntity,
  file: IFile,
  isDraft: boolean
): IJsonObject {
  const place = isDraft ? 'draft/files' : 'files';
  const self = `${origin}/api/records/${entity.id}/${place}/${quoteKey(file.key)}`;
  const stored = file.status === 'completed' ? file.bytes : null;
  return {
    created: file.created,
    updated: file.updated,
    ...(stored
      ? {
          mimetype: mediaType(file.key),
          version_id: file.versionId,
          file_id: file.fileId,
          bucket_id: entity.bucket.id
        }
      : {}),
    metadata: file.metadata,
    access: { hidden: false },
    links: {
      self,
      content: `${self}/content`,
      ...(isDraft ? { commit: `${self}/commit` } : {})
    },
    key: file.key,
    ...(stored
      ? { checksum: `md5:${stored.md5}`, size: stored.size }
      : file.declared),
    transfer: file.transfer,
    status: file.status,
    ...(stored ? { storage_class: 'L' } : {})
  };
}

/** All entries of a draft or record. */
export function viewEntries(
  origin: string,
  entity: IEntity,
  isDraft: boolean
): IJsonObject {
  const self = `${origin}/api/records/${entity.id}/${isDraft ? 'draft/' : ''}files`;
  return {
    enabled: true,
    links: { self, archive: `${self}-archive` },
    entries: [...entity.bucket.files.values()].map(file =>
      viewEntry(origin, entity, file, isDraft)
    ),
    default_preview: entity.bucket.defaultPreview,
    order: []
  };
}

/** The file of a key, or the 404 that names it. */
export function fileOf(entity: IEntity, key: string): IFile {
  const file = entity.bucket.files.get(key);
  if (!file) {
    throw refuse(404, `Record '${entity.id}' has no file '${key}'.`);
  }
  return file;
}

/** Announce files. Either all are taken or none. */
export function initialise(state: State, draft: IDraft, body: Json): void {
  const announced = loadAnnouncements(body);
  const { bucket } = draft;
  if (bucket.files.size + announced.length > MOST_FILES) {
    throw refuse(
      400,
      'Uploading selected files will result in exceeding the max amount per record.'
    );
  }
  const seen = new Set(bucket.files.keys());
  for (const { key } of announced) {
    if (seen.has(key)) {
      throw refuse(400, `File with key ${key} already exists.`);
    }
    seen.add(key);
  }
  for (const one of announced) {
    const now = state.time();
    bucket.files.set(one.key, {
      ...one,
      created: now,
      updated: now,
      status: 'pending',
      metadata: null,
      bytes: null,
      fileId: randomUUID(),
      versionId: randomUUID()
    });
  }
}

/** Receive a file's bytes. Nothing is stored when the body breaks off. */
export async function putContent(
  state: State,
  draft: IDraft,
  key: string,
  body: ReadableStream<Uint8Array> | null
): Promise<'stored' | 'lost'> {
  const { bucket } = draft;
  const file = fileOf(draft, key);
  if (file.transfer.type !== 'L') {
    throw denied();
  }
  checkUnlocked(bucket);
  if (key.length > LONGEST_KEY) {
    throw refuse(400, 'Filename is too long.');
  }
  const bytes = await receive(body, roomIn(bucket, key)).catch(error => {
    throw error instanceof TooManyBytes
      ? refuse(400, 'Bucket quota exceeded.')
      : error;
  });
  if (file.status === 'completed') {
    // FINDINGS 1: the answer is 200, and the file is gone.
    bytes.discard();
    bucket.files.delete(key);
    return 'lost';
  }
  file.bytes?.discard();
  file.bytes = bytes;
  file.updated = state.time();
  return 'stored';
}

/** Commit what was received. May be repeated. */
export function commit(state: State, draft: IDraft, key: string): IFile {
  const file = fileOf(draft, key);
  if (file.transfer.type !== 'L') {
    throw denied();
  }
  if (!file.bytes) {
    throw broken();
  }
  if (file.bytes.size === 0) {
    throw refuse(400, 'Empty files are not accepted.');
  }
  file.status = 'completed';
  file.updated = state.time();
  return file;
}

/** Delete a file, or an announcement. */
export function deleteFile(draft: IDraft, key: string): void {
  const file = fileOf(draft, key);
  if (file.status === 'completed') {
    checkUnlocked(draft.bucket);
  }
  draft.bucket.files.delete(key);
  if (draft.bucket.defaultPreview === key) {
    draft.bucket.defaultPreview = null;
  }
}

/** Delete all files. */
export function deleteAll(draft: IDraft): void {
  checkUnlocked(draft.bucket);
  draft.bucket.files.clear();
  draft.bucket.defaultPreview = null;
}

/** Take over the files of the version before. */
export function importFiles(state: State, draft: IDraft, from: IEntity): void {
  for (const file of from.bucket.files.values()) {
    const now = state.time();
    draft.bucket.files.set(file.key, {
      ...file,
      created: now,
      updated: now,
      versionId: randomUUID()
    });
  }
  draft.bucket.defaultPreview = from.bucket.defaultPreview;
}

function checkUnlocked(bucket: IBucket): void {
  if (bucket.locked) {
    throw refuse(403, 'Bucket is locked for modifications.');
  }
}

/** How many bytes a file may still have. */
function roomIn(bucket: IBucket, key: string): number {
  let used = 0;
  for (const file of bucket.files.values()) {
    used += file.key === key ? 0 : (file.bytes?.size ?? 0);
  }
  return bucket.quota - used;
}

type Announcement = Pick<IFile, 'key' | 'transfer' | 'declared'>;

function loadAnnouncements(body: Json): Announcement[] {
  if (!Array.isArray(body)) {
    throw wrong('0._schema', 'Invalid input type.');
  }
  return listOf(body).map((value, index) => loadAnnouncement(value, index));
}

function loadAnnouncement(value: Json, index: number): Announcement {
  if (!isObject(value)) {
    throw wrong(`${index}._schema`, 'Invalid input type.');
  }
  if (value.key === undefined) {
    throw wrong(`${index}.key`, 'Missing data for required field.');
  }
  if (typeof value.key !== 'string') {
    throw wrong(`${index}.key`, 'Not a valid string.');
  }
  const transfer = value.transfer === undefined ? {} : objectOf(value.transfer);
  const type = transfer.type === undefined ? 'L' : textOf(transfer.type);
  if (type === 'F') {
    throw wrong(`${index}.transfer.url`, 'Domain not allowed');
  }
  if (!['L', 'M'].includes(type)) {
    throw wrong(`${index}.transfer.type`, `Unsupported value: ${type}`);
  }
  const declared: IFile['declared'] = {};
  if (typeof value.size === 'number') {
    declared.size = value.size;
  }
  if (typeof value.checksum === 'string') {
    declared.checksum = value.checksum;
  }
  return { key: value.key, declared, transfer: { ...transfer, type } };
}

function wrong(field: string, message: string): HttpError {
  return invalid([{ field, messages: [message] }]);
}
