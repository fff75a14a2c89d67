import { PublisherError } from '../core/error';
import type { ExistingRecord } from '../core/metadata/fromRecord';
import type { ZenodoClient } from '../core/zenodo/client';
import { GoneError } from '../core/zenodo/errors';

/** What the site said of a record. */
export interface IAskedRecord {
  readonly title: string;
  readonly version: string;
  /** The date that stands in its details. */
  readonly published: string;
  /** When it was published; ISO 8601. */
  readonly created: string;
  readonly isOwn: boolean;
  readonly isGone: boolean;
  /** The keys of its files; null where the site does not list them. */
  readonly files: readonly string[] | null;
  /** Its details; null where it is gone. */
  readonly details: ExistingRecord | null;
}

/**
 * Ask the site whose a record is, and whether it is still there. Null = it
 * cannot be said now.
 *
 * @param isOurs - it was published from here: the index lags behind what was
 *   published just now
 */
export async function askForRecord(
  client: ZenodoClient,
  id: string,
  isOurs: boolean
): Promise<IAskedRecord | null> {
  try {
    const record = await client.getRecord(id);
    if (!record) {
      return gone;
    }
    const own = await client.listOwn(`id:"${id}"`, 5);
    const text = (value: unknown) => (typeof value === 'string' ? value : '');
    return {
      title: record.title,
      version: text(record.metadata.version),
      published: text(record.metadata.publication_date),
      created: record.created,
      isOwn: isOurs || own.some(one => one.id === id),
      isGone: false,
      files: record.files?.map(({ key }) => key) ?? null,
      details: record
    };
  } catch (error) {
    if (error instanceof GoneError) {
      return gone;
    }
    if (error instanceof PublisherError) {
      // Not known now. Publishing asks again, and says what it hears.
      return null;
    }
    throw error;
  }
}

const gone: IAskedRecord = {
  title: '',
  version: '',
  published: '',
  created: '',
  isOwn: false,
  isGone: true,
  files: null,
  details: null
};
