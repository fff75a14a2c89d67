import { readBytes } from '../core/files';
import { badgeMarkdown, badgeSource } from '../core/notebook/badge';
import { putReadmeBadge } from '../core/notebook/readme';
import { sourceHash } from '../core/notebook/sourceHash';
import { badgeFor } from '../core/publish/badges';
import type { IJournalEntry, IJournalRecord } from '../core/publish/journal';
import type { ISite } from '../core/zenodo/sites';
import { textOf } from './accountPart';
import type { ISessionPorts } from './ports';
import type { IOutcome } from './state';

/** What goes back into the user's own files after publishing. */
export interface IWriteBack {
  readonly site: ISite;
  readonly entry: IJournalEntry;
  readonly record: IJournalRecord;
  readonly root: string;
  /** Notebooks that get the badge, by path in the bundle. */
  readonly badges: readonly string[];
  /** The README that gets it too, or null. */
  readonly readme: string | null;
  /** What the README's badge opens. */
  readonly opens: string | undefined;
  readonly binderReady: boolean;
}

/**
 * Put the published badge into the working files. It changes that one cell of
 * the current content and never puts archived content back. A file that cannot
 * be changed is told, not thrown.
 */
export async function writeBack(
  ports: ISessionPorts,
  work: IWriteBack
): Promise<IOutcome['writtenBack']> {
  const { site, record, root, readme, opens, binderReady } = work;
  const { writer, trans } = ports;
  const results: { path: string; done: boolean; note: string }[] = [];
  const attempt = async (
    path: string,
    act: (full: string) => Promise<void>
  ) => {
    const full = root ? `${root}/${path}` : path;
    try {
      const older = await isNewer(ports, work.entry, path, full);
      await act(full);
      results.push({
        path,
        done: true,
        note: older
          ? trans.__(
              '%1 changed while uploading. The record holds its older state.',
              path
            )
          : ''
      });
    } catch (error) {
      results.push({
        path,
        done: false,
        note: textOf(
          error,
          trans.__(
            '%1 could not be changed. The badge is in the published copy.',
            path
          )
        )
      });
    }
  };
  for (const path of work.badges) {
    const badge = badgeFor(site, record.doi, path, binderReady);
    const source = badgeSource(badge, trans) ?? '';
    await attempt(path, full =>
      writer.putBadge(full, {
        source,
        identity: {
          version: 1,
          site: site.url,
          record: record.id,
          doi: record.doi,
          ...(record.conceptDoi ? { concept_doi: record.conceptDoi } : {})
        }
      })
    );
  }
  if (readme) {
    const badge = badgeFor(site, record.doi, opens, binderReady);
    await attempt(readme, full =>
      writer.changeText(full, text =>
        putReadmeBadge(text, badgeMarkdown(badge))
      )
    );
  }
  return results;
}

/** The working file is not the one that was archived, badges aside. */
async function isNewer(
  ports: ISessionPorts,
  entry: IJournalEntry,
  path: string,
  full: string
): Promise<boolean> {
  const archived = entry.files.find(file => file.path === path);
  return (
    archived !== undefined &&
    (await sourceHash(path, await readBytes(ports.files, full))) !==
      archived.sourceHash
  );
}
