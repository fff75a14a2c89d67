import { EditBegunError, StrangeFilesError, WindowOverError } from '../errors';
import type { IJournalEntry } from '../journalEntry';
import { undoUntil } from '../replaceFiles';
import { Publication } from './publication';
import { PageGone } from './simulatedSite';

const day = 24 * 3600 * 1000;

/** A published record, and a further publication that replaces its files. */
async function replacing(): Promise<{
  publication: Publication;
  before: IJournalEntry;
}> {
  const first = new Publication();
  const before = await first.run();
  const publication = new Publication();
  Object.assign(publication, { zenodo: first.zenodo, files: first.files });
  publication.token = first.token;
  publication.openPage();
  publication.choices = {
    replaces: {
      recordId: before.record?.id ?? '',
      doi: before.record?.doi ?? '',
      files: before.pack?.uploads.map(({ key }) => key) ?? []
    }
  };
  await first.files.write('rivers/new.txt', 'new');
  return { publication, before };
}

/** The files of the only record, by key, with their checksums. */
async function published({ zenodo }: Publication): Promise<string[][]> {
  const answer = await zenodo.byHand(
    'GET',
    `records/${zenodo.records[0]}/files`
  );
  const { entries } = (await answer.json()) as {
    entries: { key: string; checksum: string }[];
  };
  return entries.map(({ key, checksum }) => [key, checksum.slice(4)]);
}

const uploads = ({ pack }: IJournalEntry) =>
  pack?.uploads.map(({ key, md5 }) => [key, md5]);

const count = ({ zenodo }: Publication, pattern: RegExp) =>
  zenodo.count(pattern);

describe('replacing the files of a record', () => {
  it('keeps the DOI, the date and the details, and has the new files', async () => {
    const { publication, before } = await replacing();
    publication.metadata = { ...publication.metadata, title: 'Another title' };
    const entry = await publication.run();
    expect(entry.record).toMatchObject({
      id: before.record?.id,
      doi: before.record?.doi,
      conceptDoi: before.record?.conceptDoi
    });
    expect(Date.parse(entry.record?.publishedAt ?? '')).toBeLessThanOrEqual(
      Date.parse(before.record?.publishedAt ?? '')
    );
    expect(uploads(entry)).not.toEqual(uploads(before));
    expect(await published(publication)).toEqual(uploads(entry));
    expect(publication.zenodo.records).toHaveLength(1);
    expect(publication.zenodo.drafts).toEqual([]);
    const [record] = publication.zenodo.simulator.state.records.values();
    expect(record.metadata.title).toBe('Rivers');
    expect(publication.confirmations).toBe(1);
  });

  it('removes files that go by another name now', async () => {
    const { publication } = await replacing();
    await publication.rename('other.zip');
    const entry = await publication.run();
    expect(await published(publication)).toEqual(uploads(entry));
    expect((await published(publication)).map(([key]) => key)).toEqual([
      'other.zip'
    ]);
  });

  it('links the record with the notebook that it has now', async () => {
    const { publication } = await replacing();
    publication.choices = {
      ...publication.choices,
      notebooks: ['02-plot.ipynb', '01-clean.ipynb']
    };
    await publication.run();
    const [record] = publication.zenodo.simulator.state.records.values();
    const links = (
      record.metadata.related_identifiers as { identifier: string }[]
    ).map(({ identifier }) => identifier);
    expect(links).toHaveLength(1);
    expect(links[0]).toContain('02-plot.ipynb');
  });

  it('leaves the record as it is when the user says no', async () => {
    const { publication, before } = await replacing();
    publication.answer = false;
    await expect(publication.run()).rejects.toThrow('The draft waits');
    expect(await published(publication)).toEqual(uploads(before));
  });

  it.each([
    ['the draft was opened', /POST .*\/draft$/],
    ['the files were unlocked', /POST .*\/file-modification$/],
    ['the old file was removed', /DELETE .*\/files\//],
    ['the new one was sent', /PUT .*\/content$/],
    ['it was published', /POST .*\/actions\/publish$/]
  ])('goes on when the page was gone as %s', async (_when, pattern) => {
    const { publication } = await replacing();
    const publishedBefore = count(publication, /actions\/publish$/);
    publication.zenodo.dieAfter(pattern);
    await expect(publication.run()).rejects.toThrow(PageGone);
    publication.openPage();
    const entry = await publication.run();
    expect(await published(publication)).toEqual(uploads(entry));
    expect(publication.zenodo.drafts).toEqual([]);
    expect(publication.zenodo.records).toHaveLength(1);
    expect(count(publication, /actions\/publish$/)).toBe(publishedBefore + 1);
  });

  it('is not taken for done because the record is there', async () => {
    const { publication, before } = await replacing();
    // The request did not get through, and nobody heard that.
    publication.zenodo.before = line => {
      if (/actions\/publish$/.test(line)) {
        publication.zenodo.before = () => undefined;
        throw new PageGone();
      }
    };
    await expect(publication.run()).rejects.toThrow(PageGone);
    expect(await published(publication)).toEqual(uploads(before));
    publication.openPage();
    const entry = await publication.run();
    expect(await published(publication)).toEqual(uploads(entry));
  });

  it('unlocks the files again where the draft was opened anew on the site', async () => {
    const { publication, before } = await replacing();
    await publication.saveDraft();
    const id = before.record?.id ?? '';
    await publication.zenodo.byHand('DELETE', `records/${id}/draft`);
    await publication.zenodo.byHand('POST', `records/${id}/draft`);
    publication.openPage();
    const entry = await publication.run();
    expect(await published(publication)).toEqual(uploads(entry));
  });

  it('says that it was discarded on the site', async () => {
    const { publication, before } = await replacing();
    await publication.saveDraft();
    const id = before.record?.id ?? '';
    await publication.zenodo.byHand('DELETE', `records/${id}/draft`);
    publication.openPage();
    await expect(publication.run()).rejects.toThrow(
      'The record has the files that it had.'
    );
  });

  it('lets a change of details alone that was begun on the site', async () => {
    const { publication, before } = await replacing();
    const path = `records/${before.record?.id}/draft`;
    const draft = (await (
      await publication.zenodo.byHand('POST', path)
    ).json()) as { metadata: object };
    const change = {
      metadata: { ...draft.metadata, title: 'By hand' },
      files: { enabled: true }
    };
    await publication.zenodo.byHand('PUT', path, change);
    await expect(publication.run()).rejects.toThrow(EditBegunError);
    expect(publication.zenodo.drafts).toHaveLength(1);
    expect(count(publication, /file-modification$/)).toBe(0);
  });

  it('takes no file along that the user was not told of', async () => {
    const { publication } = await replacing();
    publication.choices = {
      replaces: { ...publication.choices.replaces!, files: [] }
    };
    await publication.rename('other.zip');
    await expect(publication.run()).rejects.toThrow(StrangeFilesError);
  });

  it('says when it is too late, and leaves nothing behind', async () => {
    const { publication, before } = await replacing();
    await publication.zenodo.clock.sleep(31 * day);
    await expect(publication.run()).rejects.toThrow(WindowOverError);
    expect(publication.zenodo.drafts).toEqual([]);
    expect(await published(publication)).toEqual(uploads(before));
  });

  it('does not become a new version on the way', async () => {
    const { publication } = await replacing();
    await publication.saveDraft();
    publication.choices = {};
    await expect(publication.run()).rejects.toThrow(
      'opened to replace the files'
    );
  });
});

describe('the time in which it can be undone', () => {
  it('ends 30 days after publishing', () => {
    const published = '2026-11-21T10:00:00Z';
    const then = Date.parse(published);
    expect(undoUntil(published, then)).toBe(then + 30 * day);
    expect(undoUntil(published, then + 30 * day - 1)).toBe(then + 30 * day);
    expect(undoUntil(published, then + 30 * day)).toBeNull();
    expect(undoUntil('', then)).toBeNull();
  });
});
