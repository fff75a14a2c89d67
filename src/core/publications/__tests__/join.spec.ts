import * as fc from 'fast-check';
import type { IJournalEntry } from '../../publish/journalEntry';
import { zenodo, zenodoSandbox } from '../../zenodo/sites';
import type { IDraft } from '../../zenodo/types';
import { groupOf, publicationGroups } from '../item';
import { elsewhere, joinPublications } from '../join';
import { day, deposit, done, entry, record, stopped } from './sample';

const now = Date.UTC(2026, 10, 21);

function join(
  entries: readonly IJournalEntry[],
  deposits: readonly IDraft[] = [],
  more: { site?: typeof zenodo; goingOn?: readonly string[] } = {}
) {
  return joinPublications({
    entries,
    listings: [{ site: more.site ?? zenodo, deposits }],
    isGoingOn: ({ id }) => more.goingOn?.includes(id) ?? false,
    now
  });
}

const states = (...parameters: Parameters<typeof join>) =>
  join(...parameters).map(({ depositId, status }) => `${depositId} ${status}`);

describe('what is known of a publication', () => {
  it('is one item, whoever knows it', () => {
    const [item, ...others] = join(
      [stopped('a', '101')],
      [deposit('101', { title: 'There', updated: day(3) })]
    );
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      key: 'https://zenodo.org 101',
      title: 'There',
      status: 'stopped',
      doi: '10.5281/zenodo.101',
      updated: day(3),
      undoUntil: null,
      here: { id: 'a', selection: ['a.ipynb'] }
    });
    // Known by one alone, it is the same item.
    expect(join([stopped('a', '101')])[0].key).toBe(item.key);
    expect(join([], [deposit('101')])[0].key).toBe(item.key);
  });

  it('has the newer title', () => {
    const there = deposit('101', { updated: day(1), title: 'Old' });
    expect(join([stopped('a', '101')], [there])[0].title).toBe('Here a');
  });

  it.each([
    ['stopped', [stopped('a', '101')], []],
    ['stopped', [entry('a', { status: 'begun' })], []],
    ['uploaded', [stopped('a', '101', { status: 'done' })], []],
    ['unheard', [stopped('a', '101', { step: 'publish' })], []],
    ['unfinished', [stopped('a', '101', { step: 'publish' })], [record('101')]],
    ['unfinished', [done('a', '101', day(3), { step: 'publish' })], []],
    ['published', [done('a', '101', day(3))], []],
    ['published', [], [record('101')]],
    ['published', [], [record('101', { isDraft: true })]],
    ['draft', [], [deposit('101')]],
    ['draft', [], [deposit('101', { status: 'new_version_draft' })]],
    ['in-review', [], [deposit('101', { status: 'in_review' })]],
    [
      'in-review',
      [stopped('a', '101')],
      [deposit('101', { status: 'in_review' })]
    ],
    [
      'declined',
      [stopped('a', '101')],
      [deposit('101', { status: 'declined' })]
    ]
  ] as const)('is %s', (status, entries, deposits) => {
    const [item, ...others] = join(entries, deposits);
    expect(others).toEqual([]);
    expect(item.status).toBe(status);
  });

  it('goes on in a page, until it is done', () => {
    const goingOn = ['a'];
    expect(states([stopped('a', '101')], [], { goingOn })).toEqual([
      '101 going-on'
    ]);
    expect(states([done('a', '101', day(3))], [], { goingOn })).toEqual([
      '101 published'
    ]);
  });

  it('is a test on a site to practise on', () => {
    const site = zenodoSandbox;
    const test = done('a', '101', day(3), {
      siteUrl: site.url,
      step: 'publish'
    });
    expect(states([test], [], { site })).toEqual(['101 test']);
    expect(states([], [record('101')], { site })).toEqual(['101 test']);
  });

  it('is left out where nothing of it is left, and on sites that are not known', () => {
    const foreign = stopped('b', '7', { siteUrl: 'https://evil.example' });
    expect(join([entry('a'), foreign])).toEqual([]);
    expect(elsewhere([entry('a'), foreign], [zenodo])).toBe(1);
  });

  it('takes from the journal no address and no control characters', () => {
    const bad = stopped('a', '101', {
      title: 'A\u202eB\u0000',
      draft: { id: '../../me', conceptId: '', doi: 'javascript:alert(1)' }
    });
    expect(join([bad])).toEqual([]);
    const odd = stopped('a', '101', {
      draft: { id: '101', conceptId: '', doi: 'javascript:alert(1)' },
      title: 'A\u202eB\u0000'
    });
    expect(join([odd])[0]).toMatchObject({ doi: null, title: 'AB' });
  });

  it('can be deleted for thirty days', () => {
    const until = (publishedAt: string) =>
      join([done('a', '101', publishedAt)])[0].undoUntil;
    expect(until(day(3))).toBe(Date.UTC(2026, 11, 3));
    expect(until(new Date(now - 30 * 86_400_000).toISOString())).toBeNull();
    expect(join([], [record('101', { created: day(3) })])[0].undoUntil).toBe(
      Date.UTC(2026, 11, 3)
    );
    // Of an edit that is open, the date is not that of the record.
    const edit = record('101', { isDraft: true });
    expect(join([], [edit])[0]).toMatchObject({
      undoUntil: null,
      hasEdit: true
    });
  });

  it('is withdrawn once it was deleted', () => {
    const gone = done('a', '101', day(3));
    const deleted = {
      ...gone,
      record: gone.record && { ...gone.record, deletedAt: day(4) }
    };
    expect(join([deleted])[0]).toMatchObject({
      status: 'withdrawn',
      undoUntil: null
    });
  });
});

describe('the versions of a work', () => {
  const first = done('a', '101', day(3));
  const second = done('b', '103', day(5), {
    draft: { id: '103', conceptId: '100', doi: '' },
    versionOf: { recordId: '101', doi: '10.5281/zenodo.101' },
    record: {
      id: '103',
      doi: '10.5281/zenodo.103',
      conceptDoi: '10.5281/zenodo.100',
      publishedAt: day(5)
    }
  });

  it('are one item: the newest', () => {
    expect(join([first, second])).toMatchObject([
      { depositId: '103', earlier: 1, here: { id: 'b' } }
    ]);
  });

  it('belong to the same files, also when the newest was made by hand', () => {
    const third = record('105', {
      conceptId: '100',
      conceptDoi: '10.5281/zenodo.100',
      created: day(9),
      versionIndex: 3
    });
    expect(join([first], [third])).toMatchObject([
      { depositId: '105', earlier: 2, here: { id: 'a' } }
    ]);
  });

  it('have the next one beside them while it is on its way', () => {
    const next = stopped('c', '107', {
      versionOf: { recordId: '103', doi: '10.5281/zenodo.103' },
      draft: { id: '107', conceptId: '100', doi: '10.5281/zenodo.107' }
    });
    expect(states([first, second, next])).toEqual([
      '107 stopped',
      '103 published'
    ]);
  });

  it('leave the one before when the newest is deleted', () => {
    const deleted = {
      ...second,
      record: second.record && { ...second.record, deletedAt: day(6) }
    };
    expect(join([first, deleted])).toMatchObject([
      { depositId: '101', status: 'published', earlier: 0 }
    ]);
  });
});

describe('the record of the data', () => {
  it('belongs to that of the notebooks while it is on its way', () => {
    const main = stopped('a', '101');
    const data = stopped('a-data', '102');
    expect(states([main, data], [deposit('101'), deposit('102')])).toEqual([
      '101 stopped'
    ]);
  });

  it('is one of its own afterwards, without the notebooks’ files', () => {
    const main = done('a', '101', day(4));
    const data = done('a-data', '111', day(3), { step: 'publish' });
    expect(join([main, data])).toMatchObject([
      { depositId: '101', here: { id: 'a' } },
      { depositId: '111', status: 'published', here: null }
    ]);
  });

  it('is a draft on the site when its notebooks are forgotten', () => {
    expect(join([stopped('a-data', '102')], [deposit('102')])).toMatchObject([
      { depositId: '102', status: 'draft', here: null }
    ]);
  });
});

describe('any journal and any listing', () => {
  const id = fc.constantFrom('101', '102', '103', '104');
  const aDay = fc.integer({ min: 1, max: 28 }).map(day);
  const anEntry = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'a-data', 'b-data'),
      depositId: id,
      updated: aDay,
      kind: fc.constantFrom('entry', 'stopped', 'done'),
      deleted: fc.boolean(),
      test: fc.boolean(),
      versionOf: fc.option(id, { nil: undefined })
    })
    .map(one => {
      const { updated } = one;
      const more = {
        updated,
        siteUrl: one.test ? zenodoSandbox.url : zenodo.url,
        versionOf: one.versionOf && { recordId: one.versionOf, doi: '' }
      } as Partial<IJournalEntry>;
      if (one.kind !== 'done') {
        return one.kind === 'entry'
          ? entry(one.id, { status: 'begun', ...more })
          : stopped(one.id, one.depositId, more);
      }
      const whole = done(one.id, one.depositId, updated, more);
      return one.deleted && whole.record
        ? { ...whole, record: { ...whole.record, deletedAt: updated } }
        : whole;
    });
  const aDeposit = fc
    .record({ id, created: aDay, updated: aDay, published: fc.boolean() })
    .map(({ published, ...one }) =>
      (published ? record : deposit)(one.id, one)
    );
  const entries = fc.uniqueArray(anEntry, {
    maxLength: 8,
    selector: one => one.id
  });
  const deposits = fc.uniqueArray(aDeposit, {
    maxLength: 6,
    selector: one => one.id
  });

  it('make items with keys of their own, in the order of their groups', () => {
    fc.assert(
      fc.property(entries, deposits, deposits, (entries, here, practice) => {
        const input = {
          entries,
          listings: [
            { site: zenodo, deposits: here },
            { site: zenodoSandbox, deposits: practice }
          ],
          isGoingOn: () => false,
          now
        };
        const items = joinPublications(input);
        const keys = items.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const ranks = items.map(({ status }) =>
          publicationGroups.indexOf(groupOf[status])
        );
        expect(ranks).toEqual([...ranks].sort());
        // The order in which things are known does not matter.
        const turned = joinPublications({
          ...input,
          entries: [...entries].reverse(),
          listings: [...input.listings].reverse()
        });
        expect(turned.map(({ key }) => key)).toEqual(keys);
        // Every draft that is listed can be found, but for those of data, and
        // for those of which the journal knows more than the site's index.
        const hidden = new Set(
          entries.flatMap(({ id, draft, record }) =>
            id.endsWith('-data') || record ? (draft?.id ?? []) : []
          )
        );
        for (const { id, isPublished } of here) {
          const known = items.some(
            ({ site, depositId }) => site === zenodo && depositId === id
          );
          expect(known || isPublished || hidden.has(id)).toBe(true);
        }
      })
    );
  });
});
