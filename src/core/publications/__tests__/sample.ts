import type { IJournalEntry } from '../../publish/journalEntry';
import { newEntry } from '../../publish/journalEntry';
import { zenodo } from '../../zenodo/sites';
import type { IDraft } from '../../zenodo/types';

export const day = (n: number): string =>
  new Date(Date.UTC(2026, 10, n)).toISOString();

/** What a site lists: a draft. */
export function deposit(id: string, more: Partial<IDraft> = {}): IDraft {
  return {
    id,
    conceptId: `${Number(id) - 1}`,
    revision: 4,
    isPublished: false,
    isDraft: true,
    status: 'draft',
    created: day(1),
    updated: day(1),
    title: `Title ${id}`,
    doi: null,
    conceptDoi: null,
    metadata: {},
    customFields: {},
    access: {},
    references: [],
    fileCount: 0,
    files: null,
    totalBytes: 0,
    defaultPreview: null,
    versionIndex: 1,
    isLatest: false,
    errors: [],
    ...more
  };
}

/** What a site lists: a record. */
export function record(id: string, more: Partial<IDraft> = {}): IDraft {
  return deposit(id, {
    isPublished: true,
    isDraft: false,
    status: 'published',
    doi: `10.5281/zenodo.${id}`,
    conceptDoi: `10.5281/zenodo.${Number(id) - 1}`,
    isLatest: true,
    ...more
  });
}

/** What the journal has: a publication that was not begun. */
export function entry(
  id: string,
  more: Partial<IJournalEntry> = {}
): IJournalEntry {
  return {
    ...newEntry({
      id,
      owner: 'page',
      siteId: zenodo.id,
      siteUrl: zenodo.url,
      selection: [`${id}.ipynb`],
      title: `Here ${id}`,
      nonce: 'n'
    }),
    updated: day(2),
    ...more
  };
}

/** One that stopped in the upload. */
export function stopped(
  id: string,
  depositId: string,
  more: Partial<IJournalEntry> = {}
): IJournalEntry {
  return entry(id, {
    step: 'upload',
    status: 'begun',
    draft: {
      id: depositId,
      conceptId: `${Number(depositId) - 1}`,
      doi: `10.5281/zenodo.${depositId}`
    },
    ...more
  });
}

/** One that is through. */
export function done(
  id: string,
  depositId: string,
  publishedAt: string,
  more: Partial<IJournalEntry> = {}
): IJournalEntry {
  return stopped(id, depositId, {
    step: 'finish',
    status: 'done',
    updated: publishedAt,
    record: {
      id: depositId,
      doi: `10.5281/zenodo.${depositId}`,
      conceptDoi: `10.5281/zenodo.${Number(depositId) - 1}`,
      publishedAt
    },
    ...more
  });
}
