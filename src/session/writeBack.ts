import { readBytes } from '../core/files';
import { badgeSource } from '../core/notebook/badge';
import { putReadmeBadge } from '../core/notebook/readme';
import { sourceHash } from '../core/notebook/sourceHash';
import { badgeFor, readmeBadge } from '../core/publish/badges';
import type { IJournalEntry } from '../core/publish/journalEntry';
import { IPublicationRequest, workingPath } from '../core/publish/request';
import { textOf } from './userText';
import type { ISessionPorts } from './ports';
import type { IOutcome } from './state';

/**
 * Put the published badge into the working files. It changes that one cell of
 * the current content and never puts archived content back. A file that cannot
 * be changed is told, not thrown.
 *
 * @param readme - the README that gets it too, by its path in the bundle
 */
export async function writeBack(
  ports: ISessionPorts,
  entry: IJournalEntry,
  request: IPublicationRequest,
  readme: string | null
): Promise<IOutcome['writtenBack']> {
  const { record } = entry;
  if (!record) {
    throw new Error('A publication ends with a record');
  }
  const { site, badges, notebooks, binderReady } = request;
  const { writer, trans } = ports;
  const results: { path: string; done: boolean; note: string }[] = [];
  const attempt = async (
    path: string,
    act: (full: string) => Promise<void>
  ) => {
    const full = workingPath(request, path);
    if (full === null) {
      return;
    }
    try {
      const older = await isNewer(ports, entry, path, full);
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
  for (const path of badges) {
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
    const badge = badgeFor(site, record.doi, notebooks[0], binderReady);
    await attempt(readme, full =>
      writer.changeText(full, text =>
        putReadmeBadge(text, readmeBadge(badge, request.evidence))
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
