/** What the journal says of a publication on which nobody works any more. */
import { site } from '../../core/publish/__tests__/simulatedSite';
import type { IJournalEntry } from '../../core/publish/journalEntry';
import { PublicationsSession } from '../publications/session';
import { ListDesk, only } from '../publications/__tests__/listDesk';
import { Desk } from './desk';

function entries({ journal }: Desk): IJournalEntry[] {
  const { publications } = JSON.parse(journal.text) as {
    publications: Record<string, IJournalEntry>;
  };
  return Object.values(publications);
}

/** Another page's list: what this one has open does not count there. */
async function statusElsewhere(lists: ListDesk): Promise<string[]> {
  const list: PublicationsSession = lists.open();
  await list.refresh();
  const found = list.state.items.map(({ status }) => status);
  list.dispose();
  return found;
}

/** Web Locks as a browser has them. */
function withLocks<T>(work: () => Promise<T>): Promise<T> {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: object,
    inside: (lock: object | null) => Promise<unknown>
  ): Promise<unknown> => {
    if (held.has(name)) {
      return inside(null);
    }
    held.add(name);
    try {
      return await inside({ name });
    } finally {
      held.delete(name);
    }
  };
  const query = async () => ({ held: [...held].map(name => ({ name })) });
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { locks: { request, query } }
  });
  return work().finally(() =>
    Object.defineProperty(
      globalThis,
      'navigator',
      before ?? { value: undefined, configurable: true }
    )
  );
}

describe('at its end, a publication', () => {
  it.each([
    ['with the page’s locks', withLocks],
    ['without', <T>(work: () => Promise<T>) => work()]
  ])('is not said to go on: published, %s', (_, around) =>
    around(async () => {
      const lists = new ListDesk();
      const session = await lists.desk.openReady();
      await session.publication.publish();
      expect(session.state.phase).toBe('published');
      expect(await statusElsewhere(lists)).toEqual(['published']);
      expect(entries(lists.desk).map(({ heartbeat }) => heartbeat)).toEqual([
        0
      ]);
      session.dispose();
    })
  );

  it.each([
    ['with the page’s locks', withLocks],
    ['without', <T>(work: () => Promise<T>) => work()]
  ])('is not said to go on: stopped, %s', (_, around) =>
    around(async () => {
      const lists = new ListDesk();
      const session = await lists.desk.openReady();
      lists.desk.zenodo.simulator.faults.add({
        kind: 'refuse',
        match: { method: 'PUT', path: /content$/ }
      });
      await session.publication.publish();
      expect(session.state.phase).toBe('stopped');
      expect(await statusElsewhere(lists)).toEqual(['stopped']);
      session.dispose();
    })
  );

  it('is not said to go on when its draft was found to be gone', async () => {
    const lists = new ListDesk();
    const { desk } = lists;
    const session = await desk.openReady();
    desk.zenodo.simulator.faults.add({
      kind: 'discard-draft',
      match: { method: 'PUT', path: /content$/ }
    });
    await session.publication.publish();
    expect(session.state.publish.trouble?.happened).toMatch(/was deleted on/);
    expect(entries(desk).map(({ heartbeat }) => heartbeat)).toEqual([0]);
    session.dispose();
  });

  it('is not said to go on with its data, which have a record of their own', async () => {
    const lists = new ListDesk();
    const session = await lists.desk.openReady();
    await session.data.split(['data/levels.csv']);
    await session.publication.saveDraft();
    expect(session.state.phase).toBe('uploaded');
    expect(entries(lists.desk).map(({ heartbeat }) => heartbeat)).toEqual([
      0, 0
    ]);
    session.dispose();
  });
});

/** Publish, lose the answer, and delete the record on the site's own page. */
async function publishedAndDeleted(desk: Desk): Promise<string> {
  const session = await desk.openReady();
  await session.publication.saveDraft();
  const id = desk.entry?.draft?.id ?? '';
  await desk.zenodo.byHand('POST', `records/${id}/draft/actions/publish`);
  await deleteOnSite(desk, id);
  session.dispose();
  return id;
}

async function deleteOnSite(desk: Desk, id: string): Promise<void> {
  const path = `records/${id}/request-deletion`;
  const answer = await desk.zenodo.byHand('POST', path, {
    reason: 'test-record'
  });
  expect(answer.status).toBe(200);
}

it('is made anew after another page’s draft was discarded on the site', async () => {
  const desk = new Desk();
  const first = await desk.openReady();
  await first.publication.saveDraft();
  first.dispose();
  const id = desk.entry?.draft?.id ?? '';
  await desk.zenodo.byHand('DELETE', `records/${id}/draft`);
  const session = await desk.openReady();
  await session.publication.publish();
  expect(session.state.publish.trouble?.happened).toMatch(/was deleted on/);
  expect(desk.entry?.draft).toBeNull();
  await session.publication.publish();
  expect(session.state.phase).toBe('published');
  session.dispose();
});

describe('a record that was deleted on the site', () => {
  it('is noted down when Resume finds it: the list has it no more as stopped', async () => {
    const lists = new ListDesk();
    const { desk } = lists;
    await publishedAndDeleted(desk);
    const session = await desk.openReady();
    await session.publication.resume();
    expect(session.state.publish.trouble).toMatchObject({
      happened: `It was published, and then deleted on ${site.name}. Its DOI is used up.`,
      actions: []
    });
    expect(desk.entry?.record?.deletedAt).toBeTruthy();
    const list = await lists.openRefreshed();
    expect(only(list).status).toBe('withdrawn');
    list.dispose();
    // The same panel after a reload says so at once, and begins anew.
    const again = await desk.openReady();
    expect(again.state.phase).toBe('editing');
    expect(again.state.publish.trouble?.happened).toMatch(/deleted on/);
    await again.publication.publish();
    expect(again.state.phase).toBe('published');
    session.dispose();
    again.dispose();
  });

  it('is told to somebody who wants to discard its draft', async () => {
    const desk = new Desk();
    await publishedAndDeleted(desk);
    const session = await desk.openReady();
    await session.publication.discardDraft();
    expect(session.state.publish.trouble?.happened).toMatch(/deleted on/);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    session.dispose();
  });

  it('has no next version: Resume makes a new record', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.publish();
    const record = desk.entry?.record?.id ?? '';
    const text = new TextDecoder().decode(desk.files.bytes('rivers/README.md'));
    await desk.files.write('rivers/README.md', `${text}\nMore.\n`);
    const session = await desk.openBeside('two');
    session.metadata.set(desk.metadata);
    await session.checked();
    expect(session.state.version.as).toBe('new-version');
    await deleteOnSite(desk, record);
    await session.publication.publish();
    expect(session.state.publish.trouble).toMatchObject({
      happened: `This record was deleted on ${site.name}.`,
      actions: ['resume', 'discard']
    });
    await session.publication.resume();
    expect(session.state.publish.trouble).toBeNull();
    expect(session.state.phase).toBe('published');
    expect(session.state.version.last).toBeNull();
    first.dispose();
    session.dispose();
  });
});
