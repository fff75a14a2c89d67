import type { INotebook } from '../../notebook/notebook';
import type { IJournalEntry } from '../journalEntry';
import { changesSince, isUnchanged, knownRecords } from '../versions';
import { Publication } from './publication';
import { site } from './simulatedSite';

const lines = (publication: Publication, pattern: RegExp) =>
  publication.zenodo.lines.filter(line => pattern.test(line));

describe('a further version', () => {
  async function first(): Promise<{
    publication: Publication;
    entry: IJournalEntry;
  }> {
    const publication = new Publication();
    const entry = await publication.run();
    return { publication, entry };
  }

  /** The same page, for another publication of the same folder. */
  async function second(changes: Partial<Publication> = {}) {
    const { publication, entry } = await first();
    const recordId = entry.record?.id ?? '';
    const next = new Publication();
    Object.assign(next, { zenodo: publication.zenodo, ...changes });
    next.token = publication.token;
    next.openPage();
    next.choices = { versionOf: { recordId, doi: entry.record?.doi ?? '' } };
    return { next, entry };
  }

  it('has a DOI of its own and the same work above it', async () => {
    const { next, entry } = await second();
    const again = await next.run();
    expect(next.zenodo.records).toHaveLength(2);
    expect(again.record?.id).not.toBe(entry.record?.id);
    expect(again.record?.conceptDoi).toBe(entry.record?.conceptDoi);
    expect(again.versionOf?.recordId).toBe(entry.record?.id);
    expect(next.zenodo.drafts).toEqual([]);
  });

  it('takes the draft that is there when the answer was lost', async () => {
    const { next } = await second();
    next.zenodo.dieAfter(/POST .*\/versions$/);
    await expect(next.run()).rejects.toThrow();
    next.openPage();
    await next.run();
    expect(next.zenodo.records).toHaveLength(2);
    expect(next.zenodo.drafts).toEqual([]);
    expect(lines(next, /POST \/api\/records$/)).toHaveLength(1);
  });
});

describe('the records that a bundle may belong to', () => {
  const entry = (id: string, more: Partial<IJournalEntry> = {}) =>
    ({
      siteUrl: site.url,
      title: `Title ${id}`,
      files: [],
      record: {
        id,
        doi: `10.5281/zenodo.${id}`,
        conceptDoi: '10.5281/zenodo.1',
        publishedAt: `2026-01-0${id}T00:00:00Z`
      },
      ...more
    }) as unknown as IJournalEntry;
  const notebook = (record: string, more: object = {}) =>
    ({
      metadata: {
        zenodo_publisher: {
          ...{ version: 1, site: site.url, record },
          doi: `10.5281/zenodo.${record}`,
          ...more
        }
      }
    }) as unknown as INotebook;
  const ids = (notebooks: INotebook[], entries: IJournalEntry[]) =>
    knownRecords(site.url, notebooks, entries).map(({ recordId }) => recordId);

  it('are one for each work, the newest version of it', () => {
    expect(ids([notebook('2', { concept_doi: '10.5281/zenodo.1' })], [entry('2'), entry('3')])).toEqual(['3']); // prettier-ignore
    expect(ids([notebook('7'), notebook('8')], [])).toEqual(['7', '8']);
    expect(ids([], [])).toEqual([]);
  });

  it('are of this site only', () => {
    const elsewhere = { siteUrl: 'https://sandbox.zenodo.org' };
    expect(ids([notebook('2', { site: 'https://x.org' })], [entry('3', elsewhere)])).toEqual([]); // prettier-ignore
  });

  it('are ours where the journal knows them', () => {
    const [known] = knownRecords(site.url, [notebook('2')], [entry('2')]);
    expect(known).toMatchObject({ isOurs: true, title: 'Title 2' });
    const [told] = knownRecords(site.url, [notebook('2')], []);
    expect(told).toMatchObject({ isOurs: false, title: '', files: null });
  });
});

describe('what is new', () => {
  const file = (path: string, sourceHash: string, size = 1) => ({
    ...{ path, sourceHash, size }
  });
  const last = [file('a', '1'), file('b', '2'), file('c', '3'), file('crate', '4')]; // prettier-ignore

  it('is told by path, by hash, and by size where there is no hash', () => {
    const present = [
      file('a', 'x'),
      { path: 'b', sourceHash: null, size: 1 },
      { path: 'd', sourceHash: null, size: null },
      file('crate', 'new')
    ];
    const changes = changesSince(last, present, ['crate']);
    expect(changes).toEqual({
      ...{ added: ['d'], removed: ['c'], changed: ['a'], same: 1 }
    });
    expect(isUnchanged(changes)).toBe(false);
    const longer = [{ path: 'b', sourceHash: null, size: 2 }];
    expect(changesSince(last, longer).changed).toEqual(['b']);
  });

  it('is nothing where all is the same', () => {
    const changes = changesSince(last, last);
    expect(isUnchanged(changes)).toBe(true);
  });
});
