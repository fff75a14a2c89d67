/** A further version of a record that is there, and what is new in it. */
import { readPublishedIdentity } from '../notebook/badge';
import type { INotebook } from '../notebook/notebook';
import { isRecordId } from '../zenodo/recordId';
import type { IJournalEntry, IJournalFile } from './journalEntry';

/** The record that a publication is a further version of. */
export interface IVersionOf {
  readonly recordId: string;
  /** The DOI of that version. */
  readonly doi: string;
}

/** A record that notebooks say they belong to, or that the journal knows. */
export interface IKnownRecord extends IVersionOf {
  /** The DOI of all its versions; '' where it is not known. */
  readonly conceptDoi: string;
  /** '' where only the site knows it. */
  readonly title: string;
  /** ISO 8601; '' where only the site knows it. */
  readonly publishedAt: string;
  /** It was published from here. */
  readonly isOurs: boolean;
  /** The files of that version, where the journal has them. */
  readonly files: readonly IJournalFile[] | null;
}

/** A record that the bundle's folder was made of. */
export interface IOpenedFrom extends IVersionOf {
  readonly siteUrl: string;
  readonly conceptDoi: string;
  readonly title: string;
}

/**
 * The records of a site that a bundle may belong to, the newest first, one for
 * each work: by what the notebooks say of themselves, by what the journal knows
 * of the same selection, and by where its folder came from. Notebooks are taken at their word only so far
 * that the site is asked afterwards.
 */
export function knownRecords(
  siteUrl: string,
  notebooks: readonly INotebook[],
  entries: readonly IJournalEntry[],
  opened: readonly IOpenedFrom[] = []
): IKnownRecord[] {
  const published = entries
    .filter(
      entry =>
        entry.siteUrl === siteUrl &&
        entry.record &&
        !entry.record.deletedAt &&
        // The one that replaced another's files knows them.
        !entries.some(
          other =>
            other.record?.id === entry.record?.id &&
            other.siteUrl === siteUrl &&
            ageOf(other) > ageOf(entry)
        )
    )
    .sort((a, b) => publishedAt(b).localeCompare(publishedAt(a)));
  const found = new Map<string, IKnownRecord>();
  const add = (record: IKnownRecord) => {
    const work = record.conceptDoi || record.doi;
    const known = found.get(work);
    if (!known || known.publishedAt < record.publishedAt) {
      found.set(work, record);
    }
  };
  const ours = (id: string) =>
    published.find(({ record }) => record?.id === id);
  for (const notebook of notebooks) {
    const identity = readPublishedIdentity(notebook);
    if (identity?.site === siteUrl && isRecordId(identity.record)) {
      const entry = ours(identity.record);
      add(
        (entry && recordOf(entry)) ?? {
          recordId: identity.record,
          doi: identity.doi,
          conceptDoi: identity.concept_doi ?? '',
          ...{ title: '', publishedAt: '', isOurs: false, files: null }
        }
      );
    }
  }
  for (const entry of published) {
    const record = recordOf(entry);
    if (record) {
      add(record);
    }
  }
  for (const { recordId, doi, conceptDoi, title, ...from } of opened) {
    const entry = ours(recordId);
    if (from.siteUrl === siteUrl && isRecordId(recordId)) {
      add(
        (entry && recordOf(entry)) ?? {
          ...{ recordId, doi, conceptDoi, title },
          ...{ publishedAt: '', isOurs: false, files: null }
        }
      );
    }
  }
  return [...found.values()].sort((a, b) =>
    b.publishedAt.localeCompare(a.publishedAt)
  );
}

function publishedAt({ record }: IJournalEntry): string {
  return record?.publishedAt ?? '';
}

function recordOf({
  record,
  title,
  files
}: IJournalEntry): IKnownRecord | null {
  return (
    record && {
      recordId: record.id,
      doi: record.doi,
      conceptDoi: record.conceptDoi,
      title,
      publishedAt: record.publishedAt,
      isOurs: true,
      files
    }
  );
}

/** Sorts entries of the same record: the later one, and the one that replaced its files, is the greater. */
export function ageOf({ updated, replaces, id }: IJournalEntry): string {
  return `${updated} ${replaces ? 1 : 0} ${id}`;
}

/** What is new in a bundle against the last version, by path. */
export interface IVersionChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** How many are the same. */
  readonly same: number;
}

/** A file as it is now. */
export interface IPresentFile {
  readonly path: string;
  /** Bytes; null where the server does not say. */
  readonly size: number | null;
  /** Null = not computed: then the size decides. */
  readonly sourceHash: string | null;
}

/**
 * Compare files with those of the last version.
 *
 * @param ignored - paths that are made anew each time, as the list of contents
 */
export function changesSince(
  last: readonly IJournalFile[],
  present: readonly IPresentFile[],
  ignored: readonly string[] = []
): IVersionChanges {
  const before = new Map(last.map(file => [file.path, file]));
  const now = present.filter(({ path }) => !ignored.includes(path));
  const paths = new Set(now.map(({ path }) => path));
  const isChanged = ({ path, size, sourceHash }: IPresentFile) => {
    const old = before.get(path);
    return (
      old !== undefined &&
      (sourceHash === null
        ? size !== null && size !== old.size
        : sourceHash !== old.sourceHash)
    );
  };
  const changed = now.filter(isChanged).map(({ path }) => path);
  const added = now.flatMap(({ path }) => (before.has(path) ? [] : [path]));
  return {
    added,
    removed: last
      .map(({ path }) => path)
      .filter(path => !paths.has(path) && !ignored.includes(path)),
    changed,
    same: now.length - changed.length - added.length
  };
}

/** Whether nothing at all is new. */
export function isUnchanged(changes: IVersionChanges): boolean {
  return (
    changes.added.length + changes.removed.length + changes.changed.length === 0
  );
}
