import fc from 'fast-check';
import { TestClock } from '../../clock';
import { plainEnglish } from '../../text';
import { failure } from '../../zenodo/__tests__/common';
import { JournalTooNewError, OpenElsewhereError } from '../errors';
import { Journal, MemoryJournalStore } from '../journal';
import { maximumBytes, maximumPublications } from '../journalBounds';
import { mergeJournals, readJournal } from '../journalDocument';
import { IJournalEntry, newEntry, withoutDraft } from '../journalEntry';

function entry(id: string, change: Partial<IJournalEntry> = {}): IJournalEntry {
  return {
    ...newEntry({
      id,
      owner: 'page',
      siteId: 'zenodo',
      siteUrl: 'https://zenodo.org',
      selection: ['a.ipynb'],
      title: 'A',
      nonce: 'nonce'
    }),
    ...change
  };
}

const record = { id: '1', doi: '10.1/1', conceptDoi: '', publishedAt: '' };

function setUp() {
  const store = new MemoryJournalStore();
  const clock = new TestClock();
  return {
    store,
    clock,
    journal: new Journal({ store, clock, trans: plainEnglish })
  };
}

describe('the journal', () => {
  it('reads what it wrote, in any page', async () => {
    const { store, clock, journal } = setUp();
    expect(await journal.read('a')).toBeNull();
    const written = await journal.write(entry('a'));
    expect(written).toMatchObject({ sequence: 1, heartbeat: clock.now() });
    const other = new Journal({ store, clock, trans: plainEnglish });
    expect(await other.read('a')).toEqual(written);
  });

  it('keeps the publications of other pages', async () => {
    const { store, clock, journal } = setUp();
    const other = new Journal({ store, clock, trans: plainEnglish });
    await Promise.all([journal.write(entry('a')), journal.write(entry('b'))]);
    await other.write(entry('c'));
    expect(await journal.read('a')).not.toBeNull();
    expect(await journal.read('b')).not.toBeNull();
    expect(await journal.read('c')).not.toBeNull();
  });

  it('never loses a write to one that came meanwhile', async () => {
    const { store, clock, journal } = setUp();
    const written = await journal.write(entry('a'));
    const other = new Journal({ store, clock, trans: plainEnglish });
    await other.write({ ...written, title: 'B' });
    await other.write({ ...written, title: 'C' });
    const mine = await journal.write({ ...written, title: 'D' });
    expect(await other.read('a')).toEqual(mine);
    expect(mine.title).toBe('D');
  });

  it('notes a sign of life of the page at work, and of no other', async () => {
    const { clock, journal } = setUp();
    const written = await journal.write(entry('a'));
    await clock.sleep(1000);
    await journal.beat('a', 'another page', true);
    await journal.beat('b', 'page', true);
    expect(await journal.read('a')).toEqual(written);
    expect(await journal.read('b')).toBeNull();
    await journal.beat('a', 'page', true);
    expect(await journal.read('a')).toEqual({
      ...written,
      heartbeat: clock.now()
    });
    await journal.beat('a', 'page', false);
    expect(await journal.read('a')).toEqual({ ...written, heartbeat: 0 });
  });

  it('belongs to the page that claimed it last; all others stop', async () => {
    const { clock, journal } = setUp();
    const written = await journal.write(entry('a'));
    expect(await journal.claim('a', 'page')).toEqual(written);
    expect(await journal.claim('none', 'page')).toBeNull();
    await clock.sleep(1000);
    const claimed = await journal.claim('a', 'another page');
    expect(claimed).toMatchObject({
      owner: 'another page',
      heartbeat: clock.now(),
      sequence: 2
    });
    expect(await failure(journal.write(written))).toBeInstanceOf(
      OpenElsewhereError
    );
    expect(await journal.beat('a', 'page', true)).toBe(false);
    expect(await journal.read('a')).toEqual(claimed);
    expect(await journal.beat('a', 'another page', true)).toBe(true);
  });

  it('says so when it cannot be stored, and goes on', async () => {
    const { store, journal } = setUp();
    const save = store.save.bind(store);
    store.save = () => Promise.reject(new Error('disk full'));
    await expect(journal.write(entry('a'))).rejects.toThrow('disk full');
    store.save = save;
    await journal.write(entry('a'));
    expect(await journal.read('a')).not.toBeNull();
  });

  it.each([
    null,
    undefined,
    'text',
    [],
    { publications: null },
    { publications: { a: null, b: { id: 'b' }, c: 'c' } },
    { publications: { a: { ...entry('a'), step: 'no-such-step' } } }
  ])('leaves out what it does not understand: %j', document => {
    expect(readJournal(document)).toEqual({ format: 2, publications: {} });
  });

  it('keeps the newer of two states', () => {
    const older = entry('a', { sequence: 1 });
    const newer = entry('a', { sequence: 2 });
    const one = { format: 2, publications: { a: older } } as const;
    const other = { format: 2, publications: { a: newer } } as const;
    expect(mergeJournals(one, other).publications.a).toBe(newer);
    expect(mergeJournals(other, one).publications.a).toBe(newer);
  });

  it('forgets the oldest finished publications first', () => {
    const many = Array.from({ length: maximumPublications + 1 }, (_, index) => {
      const id = `p${String(index).padStart(3, '0')}`;
      const updated = new Date(index * 1000).toISOString();
      return entry(id, { updated, record: index < 2 ? null : record });
    });
    const { publications } = mergeJournals(
      { format: 2, publications: {} },
      {
        format: 2,
        publications: Object.fromEntries(many.map(one => [one.id, one]))
      }
    );
    expect(Object.keys(publications)).toHaveLength(maximumPublications);
    expect(publications).toHaveProperty('p000');
    expect(publications).not.toHaveProperty('p002');
    expect(publications).toHaveProperty('p003');
  });

  it('reads an older format, and an entry with all its fields', () => {
    const draft = {
      ...{ id: '1', conceptId: '2', doi: '10.1/1', detailsOfSite: true },
      seen: { at: 5, revision: 7, fields: { 'metadata.title': 'abc' } },
      sending: { access: 'def' }
    };
    const files = [{ path: 'a.ipynb', size: 1, sourceHash: 'h' }];
    const pack = {
      uploads: [{ key: 'k', size: 1, md5: 'm' }],
      ...{ stamp: 's', fingerprint: 'f', former: ['old.zip'] }
    };
    const more: Pick<
      Required<IJournalEntry>,
      'notebooks' | 'binderReady' | 'versionOf' | 'record'
    > = {
      notebooks: [
        { path: 'a.ipynb', source: 'study/a.ipynb' },
        { path: 'b.ipynb', source: null }
      ],
      binderReady: false,
      versionOf: { recordId: '3', doi: '10.1/3' },
      record: { ...record, deletedAt: '2026-01-02T00:00:00Z' }
    };
    const known = { draft, files, pack, data: record, sequence: 3 };
    const full = entry('a', { ...known, ...more });
    const publications = { a: full };
    expect(readJournal({ format: 2, publications }).publications.a).toEqual(
      full
    );
    expect(readJournal({ format: 1, publications }).publications.a).toEqual({
      ...full,
      pack: { ...pack, stamp: '' }
    });
  });

  it('never replaces what a newer version wrote', async () => {
    const { store, journal } = setUp();
    store.text = '{"format":3,"publications":{}}';
    for (const call of [
      () => journal.read('a'),
      () => journal.write(entry('a')),
      () => journal.claim('a', 'page'),
      () => journal.beat('a', 'page', true)
    ]) {
      expect(await failure(call())).toBeInstanceOf(JournalTooNewError);
    }
    expect(store.text).toBe('{"format":3,"publications":{}}');
  });

  it.each([
    { draft: 'text' },
    { draft: { id: 7 } },
    { record: [] },
    { id: '__proto__' },
    { nonce: {} }
  ])('leaves out an entry that was edited to say %j', change => {
    const publications = { a: { ...entry('a'), ...change } };
    expect(readJournal({ format: 2, publications }).publications).toEqual({});
  });

  it('survives any document', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            Object.keys(entry('a')).map(name => [
              name,
              fc.oneof(fc.constant(entry('a')[name as 'id']), fc.jsonValue())
            ])
          )
        ),
        value => {
          const document = { format: 2, publications: { a: value } };
          for (const read of Object.values(
            readJournal(document).publications
          )) {
            expect(readJournal({ format: 2, publications: { a: read } })).toEqual({ format: 2, publications: { [read.id]: read } }); // prettier-ignore
          }
        }
      ),
      { numRuns: 300 }
    );
  });

  it('stays small: lists of files go first, an unfinished draft never', () => {
    const files = Array.from({ length: 5_000 }, (_, at) => ({
      path: `data/${at}-${'x'.repeat(60)}.csv`,
      ...{ size: 1, sourceHash: 'a'.repeat(64) }
    }));
    const many = Array.from({ length: 12 }, (_, at) =>
      entry(`p${at}`, {
        files,
        updated: new Date(at * 1000).toISOString(),
        record: at % 2 ? record : null
      })
    );
    const { publications } = mergeJournals(
      { format: 2, publications: {} },
      {
        format: 2,
        publications: Object.fromEntries(many.map(one => [one.id, one]))
      }
    );
    expect(JSON.stringify(publications).length).toBeLessThan(
      maximumBytes + 10_000
    );
    const listed = Object.values(publications).filter(one => one.files.length);
    expect(Object.keys(publications)).toHaveLength(12);
    expect(listed.map(({ id }) => id)).toEqual(['p10', 'p8', 'p6', 'p4']);
  });

  it('makes void what belongs to the old draft', () => {
    const draft = { id: '1', conceptId: '2', doi: '10.1/1' };
    const pack = {
      uploads: [{ key: 'k', size: 1, md5: 'm' }],
      stamp: 's',
      fingerprint: ''
    };
    expect(
      withoutDraft(
        entry('a', { draft, pack, uploadBegun: true, step: 'upload' }),
        'new nonce'
      )
    ).toEqual(entry('a', { nonce: 'new nonce' }));
  });
});
