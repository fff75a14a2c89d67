import { metadata } from '../../core/publish/__tests__/publication';
import { Journal } from '../../core/publish/journal';
import { plainEnglish } from '../../core/text';
import type { PublicationSession } from '../session';
import { Desk } from './desk';

const elsewhere =
  'This publication goes on in another tab. It is not disturbed.';
const takenOver =
  'Another tab or browser has taken this publication over. It goes on there.';

const trouble = ({ state }: PublicationSession) => state.publish.trouble;

function expectPublishedOnce(desk: Desk): void {
  expect(desk.zenodo.records).toEqual([desk.entry?.record?.id]);
  expect(desk.zenodo.drafts).toEqual([]);
}

/** Do something in the midst of an upload, once. */
function atContent(desk: Desk, act: () => void | Promise<void>): void {
  desk.zenodo.before = async line => {
    if (line.endsWith('/content')) {
      desk.zenodo.before = () => undefined;
      await act();
    }
  };
}

/** Leave a publication of another browser behind, in the midst of its upload. */
async function leftBehind(desk: Desk): Promise<void> {
  const session = await desk.openReady();
  await session.publication.saveDraft();
  session.dispose();
  const journal = new Journal({
    store: desk.journal,
    clock: desk.zenodo.clock,
    trans: plainEnglish
  });
  await journal.claim('one', 'another browser');
}

describe('two pages at one publication', () => {
  it('lets the second take over: the first stops, one record comes of it', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    const second = await desk.openReady();
    atContent(desk, async () => {
      await second.publication.publish();
      expect(trouble(second)).toMatchObject({
        happened: elsewhere,
        actions: ['resume', 'take-over']
      });
      await second.publication.takeOver();
    });
    await first.publication.publish();
    expect(second.state.phase).toBe('published');
    expectPublishedOnce(desk);
    if (first.state.phase === 'stopped') {
      expect(trouble(first)?.happened).toBe(takenOver);
    }
    first.dispose();
    second.dispose();
  });

  it('has in the second what was typed in the first, but for the token', async () => {
    const desk = new Desk();
    const second = await desk.open('one');
    // Another browser: it keeps forms of its own, and has nothing of the first's.
    desk.forms = new Map();
    const first = await desk.openReady();
    first.metadata.set({ title: 'Lakes and ponds', keywords: ['water'] });
    first.contents.setIncluded('data/levels.csv', false);
    await first.publication.saveDraft();
    first.dispose();
    await second.account.signIn(desk.token);
    expect(second.state.metadata.values.title).not.toBe('Lakes and ponds');
    await second.publication.takeOver();
    expect(second.state.metadata.values).toMatchObject({
      title: 'Lakes and ponds',
      keywords: ['water']
    });
    expect(second.state.phase).toBe('published');
    expectPublishedOnce(desk);
    const [record] = desk.zenodo.simulator.state.records.values();
    expect(record.metadata.title).toBe('Lakes and ponds');
    expect([...desk.sharedForms.values()].join()).not.toContain(desk.token);
    second.dispose();
    expect(desk.sharedForms.size).toBe(0);
  });

  it('leaves to the second what was typed there since', async () => {
    const desk = new Desk();
    const first = await desk.openReady();
    await first.publication.saveDraft();
    first.dispose();
    desk.forms = new Map();
    await desk.zenodo.clock.sleep(60_000);
    const second = await desk.open('one');
    expect(second.state.metadata.values.title).toBe(metadata.title);
    second.metadata.set({ title: 'Ponds' });
    await second.account.signIn(desk.token);
    await second.publication.takeOver();
    expect(second.state.metadata.values.title).toBe('Ponds');
    second.dispose();
  });

  it('waits for the pulse of a page in another browser, and lets it be', async () => {
    const desk = new Desk();
    await leftBehind(desk);
    const { clock } = desk.zenodo;
    const journal = new Journal({ store: desk.journal, clock, trans: plainEnglish }); // prettier-ignore
    const sleep = clock.sleep.bind(clock);
    clock.sleep = async (milliseconds, signal) => {
      await sleep(milliseconds, signal);
      await journal.beat('one', 'another browser', true);
    };
    const session = await desk.openReady();
    await session.publication.publish();
    expect(trouble(session)?.happened).toBe(elsewhere);
    await session.publication.takeOver();
    expect(session.state.phase).toBe('published');
    expectPublishedOnce(desk);
    session.dispose();
  });

  it('goes on for a page that is dead, as after a reload', async () => {
    const desk = new Desk();
    await leftBehind(desk);
    const session = await desk.openReady();
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expectPublishedOnce(desk);
    session.dispose();
  });

  it('stops by a lock that is taken away', async () => {
    const desk = new Desk();
    const held: ((reason: DOMException) => void)[] = [];
    const request = (
      _name: string,
      { steal }: { steal?: boolean },
      work: (lock: object | null) => Promise<void>
    ): Promise<void> => {
      if (steal) {
        held.splice(0).forEach(end => end(new DOMException('', 'AbortError')));
      }
      if (held.length > 0) {
        return work(null);
      }
      return new Promise((resolve, reject) => {
        held.push(reject);
        work({}).then(resolve, reject);
      });
    };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', {
      configurable: true,
      value: { locks: { request } }
    });
    try {
      const first = await desk.openReady();
      const second = await desk.openReady();
      let taking: Promise<void> | null = null;
      atContent(desk, () => (taking = second.publication.takeOver()));
      await first.publication.publish();
      await taking;
      expect(second.state.phase).toBe('published');
      expect(trouble(first)?.happened).toBe(takenOver);
      expectPublishedOnce(desk);
      first.dispose();
      second.dispose();
    } finally {
      Object.defineProperty(globalThis, 'navigator', before ?? { value: undefined, configurable: true }); // prettier-ignore
    }
  });
});

it('uploads one file at a time to a site, and says what is waited for', async () => {
  const desk = new Desk();
  desk.http = desk.zenodo;
  const first = await desk.open('one');
  const second = await desk.open('two');
  const waits = new Set<string>();
  const another = 'Another upload to Zenodo is under way. This one is next.';
  for (const session of [first, second]) {
    session.metadata.set(metadata);
    await session.account.signIn(desk.token);
    session.stateChanged.connect(({ state }) =>
      waits.add(state.publish.progress?.waiting ?? '')
    );
  }
  let uploads = 0;
  let most = 0;
  desk.zenodo.before = async line => {
    uploads += line.endsWith('/files') ? 1 : 0;
    most = Math.max(most, uploads);
    // The first upload takes until the second publication has come so far.
    const end = Date.now() + 20_000;
    while (
      line.endsWith('/content') &&
      !waits.has(another) &&
      Date.now() < end
    ) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  };
  desk.zenodo.after = line => {
    uploads -= line.endsWith('/commit') ? 1 : 0;
  };
  await Promise.all([
    first.publication.publish(),
    second.publication.publish()
  ]);
  expect(desk.zenodo.records).toHaveLength(2);
  expect(most).toBe(1);
  expect([...waits]).toContain(another);
  first.dispose();
  second.dispose();
});

describe('a draft that was changed on the site', () => {
  it.each([
    ['site', 'Lakes'],
    ['mine', 'Rivers']
  ] as const)(
    'is told, and published as the user wants: %s',
    async (details, title) => {
      const desk = new Desk();
      const { zenodo } = desk;
      const session = await desk.openReady();
      await session.publication.saveDraft();
      const [draft] = zenodo.simulator.state.drafts.values();
      draft.metadata = { ...draft.metadata, title: 'Lakes' };
      draft.revision += 2;
      await session.publication.publish();
      expect(trouble(session)).toMatchObject({
        happened: 'The draft was changed on Zenodo meanwhile: title.',
        actions: ['use-site', 'use-mine', 'discard']
      });
      expect(zenodo.records).toEqual([]);
      await session.publication.useDetails(details);
      expectPublishedOnce(desk);
      const [record] = zenodo.simulator.state.records.values();
      expect(record.metadata.title).toBe(title);
      // What the user reads is what was published.
      expect(session.state.metadata.values.title).toBe(title);
      session.dispose();
    }
  );

  it('is shown in the form, and what is changed there afterwards counts', async () => {
    const desk = new Desk();
    const { zenodo } = desk;
    const session = await desk.openReady();
    await session.publication.saveDraft();
    const [draft] = zenodo.simulator.state.drafts.values();
    draft.metadata = { ...draft.metadata, title: 'Lakes', version: '7' };
    draft.revision += 2;
    await session.publication.publish();
    desk.answers.publish = false;
    await session.publication.useDetails('site');
    expect(zenodo.records).toEqual([]);
    const { values } = session.state.metadata;
    expect(values).toMatchObject({ title: 'Lakes', version: '7' });
    expect(values.communities).toEqual(metadata.communities);
    session.metadata.set({ title: 'Lakes and ponds' });
    session.dispose();

    // Also in a page that was loaded anew.
    const again = await desk.open();
    expect(again.state.metadata.values.title).toBe('Lakes and ponds');
    desk.answers.publish = true;
    await again.account.signIn(desk.token);
    await again.publication.publish();
    expect(trouble(again)).toBeNull();
    expectPublishedOnce(desk);
    const [record] = zenodo.simulator.state.records.values();
    expect(record.metadata).toMatchObject({
      title: 'Lakes and ponds',
      version: '7'
    });
    const links = record.metadata.related_identifiers as { identifier: string }[]; // prettier-ignore
    expect(new Set(links.map(({ identifier }) => identifier)).size).toBe(
      links.length
    );
    again.dispose();
  });
});

describe('discarding', () => {
  it('does not say so of what was published after all', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    await session.publication.saveDraft();
    const id = desk.entry?.draft?.id ?? '';
    await desk.zenodo.byHand('POST', `records/${id}/draft/actions/publish`);
    await session.publication.discardDraft();
    expect(session.state.phase).toBe('published');
    expectPublishedOnce(desk);
    session.dispose();
  });

  it('deletes what a browser made twice, too', async () => {
    const desk = new Desk();
    const { zenodo } = desk;
    zenodo.before = (line, request) => {
      if (line === 'POST /api/records') {
        zenodo.before = () => undefined;
        const { method, headers, body } = request;
        void zenodo.simulator.handle(new Request(request.url, { method, headers: { ...headers }, body: body ?? undefined })); // prettier-ignore
      }
    };
    const session = await desk.openReady();
    await session.publication.saveDraft();
    expect(zenodo.drafts).toHaveLength(2);
    await zenodo.clock.sleep(2_000);
    await session.publication.discardDraft();
    expect(zenodo.drafts).toEqual([]);
    session.dispose();
  });
});
