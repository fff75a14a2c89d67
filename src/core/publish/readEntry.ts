import { isRecordId } from '../zenodo/recordId';
import type {
  IJournalDraft,
  IJournalEntry,
  IJournalFile,
  IJournalNotebook,
  IJournalPack,
  IJournalRecord,
  IJournalReview,
  IJournalUpload
} from './journalEntry';
import { reviewStates } from './journalEntry';
import type { FieldDigests, ISeenDraft } from './seenDraft';
import { StepName, stepNames } from './steps';
import type { IVersionOf } from './versions';

/*
 * From an untrusted document to our types: the journal lies on a server, where
 * others, and editors, may write to it. Nothing of it is a place to send a token
 * to: sites are those of the settings.
 */

type Json = Readonly<Record<string, unknown>>;

/** An entry, made of the fields that are known; null where something essential is not as it should be. */
export function readEntry(value: unknown): IJournalEntry | null {
  const entry = objectOf(value);
  const step = stepNames.find(name => name === (entry.step as StepName));
  const { id, nonce, siteUrl, selection, sequence } = entry;
  if (
    !isText(id) ||
    // An object's own members are no publications.
    id in {} ||
    !isText(nonce) ||
    !isText(siteUrl) ||
    !Array.isArray(selection) ||
    !isCount(sequence) ||
    !step
  ) {
    return null;
  }
  const draft = readDraft(entry.draft);
  const record = readRecord(entry.record);
  const data = readRecord(entry.data);
  const versionOf = readVersionOf(entry.versionOf);
  const review = readReview(entry.review);
  const replaces = readVersionOf(entry.replaces);
  const { notebooks, binderReady, root } = entry;
  // Without its draft, what happened to it would be forgotten.
  if ((entry.draft && !draft) || (entry.record && !record)) {
    return null;
  }
  return {
    ...{ id, nonce, siteUrl, sequence, step, draft, record },
    ...(data ? { data } : {}),
    ...(versionOf ? { versionOf } : {}),
    ...(review ? { review } : {}),
    ...(replaces ? { replaces } : {}),
    ...(isText(root) ? { root } : {}),
    ...(Array.isArray(notebooks)
      ? { notebooks: listOf(notebooks, readNotebook) }
      : {}),
    ...(typeof binderReady === 'boolean' ? { binderReady } : {}),
    siteId: textOf(entry.siteId),
    owner: textOf(entry.owner),
    title: textOf(entry.title),
    updated: textOf(entry.updated),
    heartbeat: isCount(entry.heartbeat) ? entry.heartbeat : 0,
    selection: selection.filter(isText),
    status: entry.status === 'begun' ? 'begun' : 'done',
    pack: readPack(entry.pack),
    uploadBegun: entry.uploadBegun === true,
    files: listOf(entry.files, readFile)
  };
}

function readDraft(value: unknown): IJournalDraft | null {
  const { id, conceptId, doi, seen, sending, detailsOfSite } = objectOf(value);
  const read = readSeen(seen);
  return isText(id) && isRecordId(id)
    ? {
        id,
        conceptId: textOf(conceptId),
        doi: textOf(doi),
        ...(read ? { seen: read } : {}),
        ...(sending ? { sending: digestsOf(sending) } : {}),
        ...(detailsOfSite === true ? { detailsOfSite } : {})
      }
    : null;
}

function readSeen(value: unknown): ISeenDraft | null {
  const { at, revision, fields } = objectOf(value);
  return isCount(at)
    ? {
        at,
        revision: isCount(revision) ? revision : null,
        fields: digestsOf(fields)
      }
    : null;
}

function digestsOf(value: unknown): FieldDigests {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter((pair): pair is [string, string] =>
      isText(pair[1])
    )
  );
}

function readPack(value: unknown): IJournalPack | null {
  const { uploads, stamp, fingerprint, former } = objectOf(value);
  return Array.isArray(uploads)
    ? {
        uploads: listOf(uploads, readUpload),
        stamp: textOf(stamp),
        fingerprint: textOf(fingerprint),
        ...(Array.isArray(former) ? { former: former.filter(isText) } : {})
      }
    : null;
}

function readUpload(value: unknown): IJournalUpload | null {
  const { key, size, md5 } = objectOf(value);
  return isText(key) && isCount(size) && isText(md5)
    ? { key, size, md5 }
    : null;
}

function readFile(value: unknown): IJournalFile | null {
  const { path, size, sourceHash, source } = objectOf(value);
  return isText(path) && isCount(size) && isText(sourceHash)
    ? {
        ...{ path, size, sourceHash },
        ...(isText(source) || source === null ? { source } : {})
      }
    : null;
}

function readNotebook(value: unknown): IJournalNotebook | null {
  const { path, source } = objectOf(value);
  return isText(path) ? { path, source: isText(source) ? source : null } : null;
}

function readVersionOf(value: unknown): IVersionOf | null {
  const { recordId, doi } = objectOf(value);
  return isText(recordId) && isRecordId(recordId) && isText(doi)
    ? { recordId, doi }
    : null;
}

function readReview(value: unknown): IJournalReview | null {
  const { community, title, request, state } = objectOf(value);
  const known = reviewStates.find(one => one === state);
  return isText(community) && known
    ? {
        community,
        title: textOf(title),
        request: textOf(request),
        state: known
      }
    : null;
}

function readRecord(value: unknown): IJournalRecord | null {
  const { id, doi, conceptDoi, publishedAt, deletedAt } = objectOf(value);
  return isText(id) && isRecordId(id)
    ? {
        id,
        doi: textOf(doi),
        conceptDoi: textOf(conceptDoi),
        publishedAt: textOf(publishedAt),
        ...(isText(deletedAt) ? { deletedAt } : {})
      }
    : null;
}

function listOf<T>(value: unknown, read: (one: unknown) => T | null): T[] {
  return Array.isArray(value)
    ? value.map(read).filter(one => one !== null)
    : [];
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textOf(value: unknown): string {
  return isText(value) ? value : '';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
