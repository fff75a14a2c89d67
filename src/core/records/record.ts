import type { ITranslator } from '../text';
import {
  GoneError,
  NotFoundError,
  PermissionDeniedError,
  plainText
} from '../zenodo/errors';
import { asObject, asText } from '../zenodo/parse';
import type { RecordFiles } from '../zenodo/recordFiles';
import type { ISite } from '../zenodo/sites';
import type { IRecord, IRecordFile } from '../zenodo/types';
import {
  NoFilesError,
  RecordDeletedError,
  RecordMissingError,
  RecordRestrictedError
} from './errors';

/** A record that can be opened, and what comes with it. */
export interface IOpenableRecord {
  readonly site: ISite;
  readonly id: string;
  /** '' where the site does not say. */
  readonly doi: string;
  /** The DOI of all versions; '' where the site does not say. */
  readonly conceptDoi: string;
  /** Plain text. */
  readonly title: string;
  /** Its version number; '' for none. Plain text. */
  readonly version: string;
  /** As the site writes it; '' for none. Plain text. */
  readonly published: string;
  /** Of its versions, it is the last one. */
  readonly isLatest: boolean;
  /** Sorted by key; at least one. */
  readonly files: readonly IRecordFile[];
  readonly totalBytes: number;
  /** Its files are read with the user's token. */
  readonly needsToken: boolean;
}

/**
 * Look up a record and its files.
 *
 * @param id - of the record, or of all its versions: then it is the newest one
 * @throws RecordDeletedError, RecordMissingError, RecordRestrictedError,
 *   NoFilesError, SiteError, CancelledError
 */
export async function lookUpRecord(
  source: RecordFiles,
  id: string,
  trans: ITranslator,
  signal?: AbortSignal
): Promise<IOpenableRecord> {
  const { site } = source;
  try {
    const record = await source.record(id, signal);
    const { files, needsToken } = await filesOf(source, record, trans, signal);
    if (files.length === 0) {
      throw new NoFilesError(trans);
    }
    const { metadata } = record;
    return {
      site,
      id: record.id,
      doi: record.doi ?? '',
      conceptDoi: record.conceptDoi ?? '',
      title: record.title,
      version: plainText(asText(metadata.version), 60),
      published: plainText(asText(metadata.publication_date), 60),
      isLatest: record.isLatest,
      files,
      totalBytes: files.reduce((sum, { size }) => sum + (size ?? 0), 0),
      needsToken
    };
  } catch (error) {
    if (error instanceof GoneError) {
      throw new RecordDeletedError(trans, site);
    }
    if (error instanceof NotFoundError) {
      throw new RecordMissingError(trans, site);
    }
    if (error instanceof PermissionDeniedError) {
      throw new RecordRestrictedError(trans, site, source.isSignedIn);
    }
    throw error;
  }
}

async function filesOf(
  source: RecordFiles,
  record: IRecord,
  trans: ITranslator,
  signal?: AbortSignal
): Promise<{ files: readonly IRecordFile[]; needsToken: boolean }> {
  const { site, isSignedIn } = source;
  const { files: access, embargo, status } = record.access;
  if (status === 'metadata-only') {
    throw new NoFilesError(trans);
  }
  const { active, until } = asObject(embargo);
  const isClosed = access === 'restricted' || active === true;
  const closed = () =>
    new RecordRestrictedError(
      trans,
      site,
      isSignedIn,
      active === true ? asText(until) : ''
    );
  if (isClosed && !isSignedIn) {
    throw closed();
  }
  try {
    return {
      files: await source.list(record.id, isClosed, signal),
      needsToken: isClosed
    };
  } catch (error) {
    throw isClosed && error instanceof PermissionDeniedError ? closed() : error;
  }
}
