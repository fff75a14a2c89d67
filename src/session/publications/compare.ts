import { settingsRule } from '../../core/bundle/ignore';
import { planBundle } from '../../core/bundle/plan';
import type { IPlanEntry } from '../../core/bundle/entry';
import { cratePath } from '../../core/crate/crate';
import { PublisherError } from '../../core/error';
import { FileMissingError, IFileEntry, readBytes } from '../../core/files';
import { hashKind, sourceHash } from '../../core/notebook/sourceHash';
import { sourcesIn } from '../../core/publications/sources';
import type {
  IJournalEntry,
  IJournalFile
} from '../../core/publish/journalEntry';
import {
  changesSince,
  IPresentFile,
  isUnchanged,
  IVersionChanges
} from '../../core/publish/versions';
import { largest } from '../sourceHashes';
import type { IPublicationsPorts } from './ports';

/**
 * How the files in the workspace are against those that were published.
 *
 * - `unknown`: they were not compared yet
 * - `moved`: none of them is where it was
 */
export type IComparison =
  | { readonly status: 'unknown' | 'comparing' | 'same' | 'moved' }
  | { readonly status: 'changed'; readonly changes: IVersionChanges };

type Ports = Pick<IPublicationsPorts, 'files' | 'trans' | 'ignored'>;

/** So far, in milliseconds, the clocks of Jupyter's server and of this computer may differ. */
const skew = 10 * 60_000;

/** Whether the journal still has what a comparison needs: long lists are forgotten first. */
export function isComparable({ files, record }: IJournalEntry): boolean {
  return files.length > 0 && record !== null && !record.deletedAt;
}

/**
 * Compare what was published with the files as they are now, badges aside. One
 * request a folder; only those files are read that may be another one: newer
 * than the record, of another size, or notebooks and READMEs, which got badges.
 *
 * New files count where they would be taken by themselves and are newer than
 * the record: others were there then, and left out.
 *
 * @param isThorough - read all files, but for those too large
 * @throws PublisherError when the folders cannot be read
 */
export async function compareFiles(
  ports: Ports,
  entry: IJournalEntry,
  isThorough: boolean
): Promise<IComparison> {
  const { files, trans } = ports;
  const plan = await planBundle({
    files,
    selection: entry.selection,
    rules: [settingsRule(ports.ignored, trans)],
    trans
  });
  const listed = new Map<string, IPlanEntry>();
  plan.entries.forEach(one => one.source && listed.set(one.source, one));
  const since = Date.parse(entry.record?.publishedAt ?? '');
  const sourceOf = sourcesIn(entry);
  const present: IPresentFile[] = [];
  const known = new Set<string>();
  let found = 0;
  for (const file of entry.files) {
    const source = sourceOf(file);
    if (source === null || file.path === cratePath) {
      // What was made or picked for the bundle is in no folder.
      present.push(file);
      continue;
    }
    known.add(source);
    const there = listed.get(source) ?? (await statOf(ports, source));
    if (there) {
      found++;
      const isSuspect =
        isThorough ||
        hashKind(file.path) !== 'other' ||
        there.size !== file.size ||
        isNewer(there, since - skew);
      present.push(isSuspect ? await read(ports, file, source, there) : file);
    }
  }
  if (found === 0 && known.size > 0) {
    return { status: 'moved' };
  }
  for (const one of listed.values()) {
    const isNew =
      one.included && one.source && !known.has(one.source) && one.kind === 'file'; // prettier-ignore
    if (isNew && isNewer(one, since)) {
      present.push({ path: one.path, size: one.size, sourceHash: null });
    }
  }
  const changes = changesSince(entry.files, present, [cratePath]);
  return isUnchanged(changes)
    ? { status: 'same' }
    : { status: 'changed', changes };
}

/** A file that the plan does not list: hidden, or ticked by the user. */
async function statOf(
  { files }: Ports,
  path: string
): Promise<IFileEntry | null> {
  try {
    return await files.stat(path);
  } catch (error) {
    if (error instanceof FileMissingError) {
      return null;
    }
    throw error;
  }
}

async function read(
  { files }: Ports,
  { path, size: before, sourceHash: hash }: IJournalFile,
  source: string,
  { size }: Pick<IFileEntry, 'size'>
): Promise<IPresentFile> {
  if ((size ?? 0) > largest) {
    return { path, size, sourceHash: size === before ? hash : null };
  }
  try {
    const bytes = await readBytes(files, source);
    return { path, size, sourceHash: await sourceHash(path, bytes) };
  } catch (error) {
    if (error instanceof PublisherError) {
      // It cannot be read now: its size has to do.
      return { path, size, sourceHash: null };
    }
    throw error;
  }
}

function isNewer(
  { lastModified }: Pick<IFileEntry, 'lastModified'>,
  since: number
): boolean {
  const time = Date.parse(lastModified);
  return Number.isNaN(time) || Number.isNaN(since) || time > since;
}
