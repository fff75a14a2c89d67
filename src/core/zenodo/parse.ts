import { plainText } from './errors';
import {
  IDeposit,
  IDraft,
  IFieldError,
  IRecord,
  IRecordFile,
  IVocabularyItem
} from './types';

/*
 * From untrusted JSON to our types. Each function answers null where something
 * essential is missing; everything else has a default. `SiteApi.expect` turns
 * null into `UnexpectedAnswerError`.
 */

type Json = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is none. */
export function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** The value as a list; an empty one where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The value as a text; '' where it is none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** An id of a record, or '': Zenodo's are numbers, other sites' as `abcde-12345`. */
export function cleanId(value: unknown): string {
  const id = typeof value === 'number' ? String(value) : asText(value);
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id) ? id : '';
}

/** A DOI is put into notebooks and links: nothing but what a DOI may have; else null. */
export function cleanDoi(value: unknown): string | null {
  const doi = asText(value);
  return /^10\.\d{4,9}\/[A-Za-z0-9._;()/:-]{1,200}$/.test(doi) ? doi : null;
}

function asDoi(pids: unknown): string | null {
  return cleanDoi(asObject(asObject(pids).doi).identifier);
}

function parseDeposit(json: unknown): IDeposit | null {
  const deposit = asObject(json);
  const id = cleanId(deposit.id);
  if (!id) {
    return null;
  }
  const metadata = asObject(deposit.metadata);
  const parent = asObject(deposit.parent);
  const files = asObject(deposit.files);
  const versions = asObject(deposit.versions);
  return {
    id,
    conceptId: cleanId(parent.id),
    revision: asCount(deposit.revision_id),
    isPublished: deposit.is_published === true,
    isDraft: deposit.is_draft === true,
    status: asText(deposit.status),
    created: asText(deposit.created),
    updated: asText(deposit.updated),
    title: plainText(asText(metadata.title), 1000),
    doi: asDoi(deposit.pids),
    conceptDoi: asDoi(parent.pids),
    metadata,
    customFields: asObject(deposit.custom_fields),
    access: asObject(deposit.access),
    references: asList(metadata.references)
      .map(reference => asText(asObject(reference).reference))
      .filter(reference => reference !== ''),
    fileCount: asCount(files.count) ?? 0,
    totalBytes: asCount(files.total_bytes) ?? 0,
    files: parseSummaries(files.entries),
    defaultPreview: asText(files.default_preview) || null,
    versionIndex: asCount(versions.index),
    isLatest: versions.is_latest === true
  };
}

/** A draft, with the objections where the answer has them. */
export function parseDraft(json: unknown): IDraft | null {
  const deposit = parseDeposit(json);
  return (
    deposit && { ...deposit, errors: parseFieldErrors(asObject(json).errors) }
  );
}

/** A published record. */
export function parseRecord(json: unknown): IRecord | null {
  return parseDeposit(json);
}

/** The objections of a 400, or of a draft's answer; texts plain and bounded. */
export function parseFieldErrors(value: unknown): IFieldError[] {
  return asList(value)
    .slice(0, 200)
    .map(entry => {
      const { field, messages, message } = asObject(entry);
      const texts = Array.isArray(messages) ? whole(messages) : [message];
      return {
        field: plainText(asText(field), 200),
        messages: texts
          .map(text => plainText(asText(text)))
          .filter(text => text !== '')
          .slice(0, 20)
      };
    })
    .filter(({ field, messages }) => field !== '' || messages.length > 0);
}

/** The server sends some messages in single characters: `["P", "l", …]`. */
function whole(messages: readonly unknown[]): readonly unknown[] {
  const isSplit =
    messages.length > 1 && messages.every(one => asText(one).length === 1);
  return isSplit ? [messages.join('')] : messages;
}

/** One file's entry. Draft's pending files have neither size nor checksum. */
export function parseFile(json: unknown): IRecordFile | null {
  const { key, status, size, checksum } = asObject(json);
  if (typeof key !== 'string') {
    return null;
  }
  const md5 = /^md5:([0-9a-f]{32})$/i.exec(asText(checksum));
  return {
    key,
    status: asText(status),
    size: asCount(size),
    md5: md5 ? md5[1].toLowerCase() : null
  };
}

/** The files of a draft or record, sorted by key: the server has no order (FINDINGS 27). */
export function parseFiles(json: unknown): IRecordFile[] | null {
  const { entries } = asObject(json);
  if (!Array.isArray(entries)) {
    return null;
  }
  return asList(entries)
    .map(parseFile)
    .filter(file => file !== null)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/**
 * The files inside the JSON of a draft or record: an object by key. One that is
 * not complete has neither size nor checksum (FINDINGS 21).
 */
function parseSummaries(entries: unknown): IRecordFile[] | null {
  if (typeof entries !== 'object' || entries === null) {
    return null;
  }
  const list = Object.values(entries).map(entry => {
    const { checksum } = asObject(entry);
    const status = checksum === undefined ? 'pending' : 'completed';
    return { ...asObject(entry), status };
  });
  return parseFiles({ entries: list });
}

/** The hits of a search, each parsed; what cannot be parsed is left out. */
export function parseHits<T>(
  json: unknown,
  parse: (hit: unknown) => T | null
): T[] | null {
  const hits = asObject(asObject(json).hits).hits;
  return Array.isArray(hits)
    ? asList(hits)
        .map(parse)
        .filter(hit => hit !== null)
    : null;
}

/**
 * One entry of any vocabulary. The text stands in `title_l10n` or `title`
 * (licences …), `name` (organisations, people), `subject`, or `metadata.title`
 * (communities).
 */
export function parseVocabularyItem(json: unknown): IVocabularyItem | null {
  const item = asObject(json);
  const id = asText(item.id);
  if (!id) {
    return null;
  }
  const titles = asObject(item.title);
  const title = [
    item.title_l10n,
    titles.en,
    Object.values(titles)[0],
    item.name,
    item.subject,
    asObject(item.metadata).title
  ].find(text => typeof text === 'string' && text !== '');
  const { title_l10n: _, ...simple } = item;
  return {
    id: plainText(id, 200),
    title: plainText(asText(title) || id, 500),
    tags: asList(item.tags).map(asText),
    props: Object.fromEntries(
      Object.entries({ ...simple, ...asObject(item.props) })
        .filter(([name]) => name !== 'id')
        .map(([name, value]) => [name, plainText(asText(value), 500)])
        .filter(([, text]) => text !== '')
    )
  };
}
