import { emptyCreator } from '../../../core/metadata/empty';
import { reduceRecord } from '../../../core/metadata/record/reduce';
import type { EditSession } from '../editSession';
import { EditDesk } from './editDesk';

let desk: EditDesk;

beforeEach(async () => {
  desk = new EditDesk();
  await desk.publish();
  desk.zenodo.simulator.log.length = 0;
});

/** What is shown besides the form. */
function shown({ state }: EditSession) {
  const { phase, problem, done, isBegun, changed } = state;
  return { phase, problem, done, isBegun, changed };
}

/** Somebody changes the title on the site's own page. */
async function changeElsewhere(title: string): Promise<void> {
  const draft = await desk.elsewhere.editRecord(desk.recordId);
  const { access, custom_fields, metadata, files } = reduceRecord(draft);
  await desk.elsewhere.updateDraft(desk.recordId, {
    ...{ access, custom_fields, files },
    metadata: { ...metadata, title }
  });
}

const told = 'The change is public on Zenodo. DOI and files are as they were.';

describe('the details of a record that was made elsewhere', () => {
  it('are shown, and nothing is made of it', async () => {
    const session = await desk.open();
    expect(shown(session)).toEqual({
      ...{ phase: 'editing', problem: null, done: null },
      ...{ isBegun: false, changed: [] }
    });
    expect(session.state.metadata.values.title).toBe('Rose scent');
    expect(session.state.record).toMatchObject({
      id: desk.recordId,
      title: 'Rose scent',
      doiUrl: expect.stringContaining(desk.recordId)
    });
    expect(desk.zenodo.drafts).toEqual([]);
    expect(desk.zenodo.count(/^(POST|PUT|DELETE)/)).toBe(0);
  });

  it('are changed in one field, and nothing else is', async () => {
    const before = await desk.record();
    const session = await desk.open();
    session.metadata.set({ version: '9.9' });
    expect(shown(session).changed).toEqual(['version']);
    await session.publish();
    expect(shown(session)).toMatchObject({ done: told, changed: [] });
    expect(await desk.record()).toEqual({
      ...before,
      metadata: { ...before.metadata, version: '9.9' }
    });
    expect(desk.zenodo.drafts).toEqual([]);
    expect(desk.forms.size).toBe(0);
  });

  it('are not sent while something is wrong with them', async () => {
    const session = await desk.open();
    session.metadata.set({ title: ' ' });
    await session.publish();
    expect(session.state.metadata.errors.title).toMatch(/title/i);
    expect(desk.zenodo.count(/^PUT/)).toBe(0);
    session.metadata.undo('title');
    expect(shown(session).changed).toEqual([]);
    expect(session.state.metadata.errors).toEqual({});
  });

  it('stay as they are when the change is discarded', async () => {
    const before = await desk.record();
    const session = await desk.open();
    session.metadata.set({ title: 'Another' });
    await session.discard();
    expect(shown(session)).toMatchObject({ phase: 'editing', changed: [] });
    expect(session.state.metadata.values.title).toBe('Rose scent');
    expect(await desk.record()).toEqual(before);
  });
});

describe('what was typed', () => {
  it('is there again after a reload of the page', async () => {
    const first = await desk.open();
    first.metadata.set({ title: 'Typed' });
    first.dispose();
    const session = await desk.open();
    expect(session.state.metadata.values.title).toBe('Typed');
    expect(shown(session).changed).toEqual(['title']);
  });

  it('does not undo what somebody else changed meanwhile', async () => {
    const session = await desk.open();
    session.metadata.set({ version: '2' });
    await changeElsewhere('Theirs');
    await desk.elsewhere.publish(desk.recordId);
    await session.publish();
    expect(shown(session).done).toBe(told);
    expect((await desk.record()).metadata).toMatchObject({
      title: 'Theirs',
      version: '2'
    });
    expect(session.state.metadata.values.title).toBe('Theirs');
  });
});

describe('a change that was begun and is not published', () => {
  it('is shown, and can be published as it is', async () => {
    await changeElsewhere('Begun');
    const session = await desk.open();
    expect(shown(session)).toMatchObject({ isBegun: true, changed: [] });
    expect(session.state.metadata.values.title).toBe('Begun');
    await session.publish();
    expect((await desk.record()).metadata).toMatchObject({ title: 'Begun' });
  });

  it('is discarded with what was typed', async () => {
    await desk.elsewhere.editRecord(desk.recordId);
    const session = await desk.open();
    session.metadata.set({ title: 'Typed' });
    desk.agrees = false;
    await session.discard();
    expect(shown(session)).toMatchObject({ isBegun: true, changed: ['title'] });
    expect(desk.zenodo.drafts).toHaveLength(1);
    desk.agrees = true;
    await session.discard();
    expect(desk.asked).toEqual(['Rose scent', 'Rose scent']);
    expect(shown(session)).toMatchObject({ isBegun: false, changed: [] });
    expect(desk.zenodo.drafts).toEqual([]);
  });
});

describe('when something goes wrong', () => {
  it.each(['PUT', 'POST'] as const)(
    'the lost answer of a %s changes nothing',
    async method => {
      const session = await desk.open();
      session.metadata.set({ version: '3' });
      desk.zenodo.simulator.faults.add({
        kind: 'lose-answer',
        match: {
          method,
          path: method === 'PUT' ? /\/draft$/ : /\/actions\/publish$/
        }
      });
      await session.publish();
      expect(shown(session)).toMatchObject({ problem: null, done: told });
      expect((await desk.record()).metadata.version).toBe('3');
      expect(desk.zenodo.drafts).toEqual([]);
    }
  );

  it.each(['lost-answer', 'gateway'] as const)(
    'what was added to a list is there once: %s',
    async kind => {
      const before = await desk.record();
      const session = await desk.open();
      const { creators, keywords, references, additionalTitles } =
        session.state.metadata.values;
      session.metadata.set({
        creators: [
          ...creators,
          { ...emptyCreator('new'), familyName: 'Lima', givenName: 'Rui' }
        ],
        keywords: [...keywords, 'fresh'],
        references: references.slice(1),
        additionalTitles: [
          ...additionalTitles,
          { key: 'n', title: 'New one', type: 'subtitle', language: null }
        ]
      });
      desk.zenodo.simulator.faults.add(
        kind === 'lost-answer'
          ? { kind: 'lose-answer', match: { method: 'PUT', path: /\/draft$/ } }
          : {
              ...{ kind, status: 502, times: 4 },
              match: { method: 'POST', path: /\/actions\/publish$/ }
            }
      );
      await session.publish();
      if (session.state.problem !== null) {
        desk.zenodo.simulator.faults.clear();
        await session.publish();
      }
      const count = (list: unknown) => (list as unknown[] | undefined)?.length;
      const { metadata } = await desk.record();
      expect([
        count(metadata.creators),
        count(metadata.subjects),
        count(metadata.references) ?? 0,
        count(metadata.additional_titles)
      ]).toEqual([
        creators.length + 1,
        (count(before.metadata.subjects) ?? 0) + 1,
        references.length - 1,
        additionalTitles.length + 1
      ]);
    }
  );

  it('a second press finds it at work', async () => {
    const session = await desk.open();
    session.metadata.set({ version: '6' });
    await Promise.all([session.publish(), session.publish()]);
    expect(desk.zenodo.count(/^POST .*publish$/)).toBe(1);
    expect(shown(session)).toMatchObject({ problem: null, done: told });
  });

  it('what was typed stays, and can be sent again', async () => {
    const session = await desk.open();
    session.metadata.set({ version: '4' });
    desk.zenodo.simulator.faults.add({
      kind: 'gateway',
      status: 502,
      times: Infinity,
      match: { method: 'POST', path: /\/actions\/publish$/ }
    });
    await session.publish();
    expect(shown(session)).toMatchObject({
      ...{ phase: 'editing', done: null, isBegun: true },
      problem: expect.stringMatching(/Zenodo/)
    });
    expect(session.state.metadata.values.version).toBe('4');
    desk.zenodo.simulator.faults.clear();
    await session.publish();
    expect((await desk.record()).metadata.version).toBe('4');
  });

  it('what the site does not know is found before anything is sent', async () => {
    const session = await desk.open();
    session.metadata.set({ languages: [{ id: 'xyz', title: 'No language' }] });
    await session.publish();
    expect(session.state.metadata.errors).toEqual({
      languages: expect.stringContaining('does not know “No language”')
    });
    expect(desk.zenodo.count(/^PUT/)).toBe(0);
  });

  it('a record that is not there, or was deleted, is said to be so', async () => {
    desk.recordId = '999999999';
    const missing = await desk.open();
    expect(shown(missing)).toMatchObject({
      phase: 'missing',
      problem: 'Zenodo has no record 999999999.'
    });
  });

  it("somebody else's record cannot be changed", async () => {
    await desk.zenodo.clock.sleep(600_000);
    const session = await desk.open(desk.zenodo.simulator.secrets.tokenOther);
    expect(shown(session)).toMatchObject({
      phase: 'missing',
      problem:
        'This record is not among yours on Zenodo. Only its owners can change its details.'
    });
  });

  it('a token that ended is asked for, and what was typed is there again', async () => {
    const session = await desk.open(null);
    expect(shown(session).phase).toBe('signed-out');
    await session.account.signIn(desk.token);
    expect(shown(session).phase).toBe('editing');
    session.metadata.set({ title: 'Typed' });
    session.account.signOut();
    expect(shown(session).phase).toBe('signed-out');
    await session.account.signIn(desk.token);
    expect(session.state.metadata.values.title).toBe('Typed');
  });
});

describe('an embargo', () => {
  const past = { active: true, until: '2026-11-20', reason: 'Under review' };

  /** What the site tells of who may see what. */
  async function told(access: Record<string, unknown>): Promise<void> {
    const record = desk.zenodo.simulator.state.records.get(desk.recordId);
    Object.assign(record ?? {}, { access: { record: 'public', ...access } });
  }

  it('that ended before the site made the files public keeps no other detail from being changed', async () => {
    await told({ files: 'restricted', embargo: past });
    const session = await desk.open();
    expect(session.state.metadata.values).toMatchObject({
      access: 'public',
      embargo: { ...past, active: false }
    });
    expect(shown(session).changed).toEqual([]);
    session.metadata.set({ version: '9.9' });
    await session.publish();
    expect(shown(session).problem).toBeNull();
    expect(await desk.record()).toMatchObject({
      metadata: { version: '9.9' },
      access: { files: 'public', embargo: { active: false } }
    });
  });

  it('that the site has lifted is left as it is', async () => {
    await told({ files: 'public', embargo: { ...past, active: false } });
    const session = await desk.open();
    session.metadata.set({ version: '9.9' });
    await session.publish();
    expect(session.state.metadata.errors).toEqual({});
    expect(await desk.record()).toMatchObject({
      metadata: { version: '9.9' },
      access: { files: 'public' }
    });
  });

  it('that goes on is left as it is', async () => {
    const access = {
      files: 'restricted',
      embargo: { ...past, until: '2026-11-23' }
    };
    await told(access);
    const session = await desk.open();
    session.metadata.set({ version: '9.9' });
    await session.publish();
    expect(await desk.record()).toMatchObject({
      metadata: { version: '9.9' },
      access
    });
  });

  it('until a day that is over is refused here, beside its field, and nothing is sent', async () => {
    const session = await desk.open();
    session.metadata.set({
      access: 'restricted-files',
      embargo: { ...past, until: '2026-11-21' }
    });
    await session.publish();
    expect(session.state.metadata.errors).toEqual({
      'embargo.until': 'Choose a day in the future.'
    });
    expect(desk.zenodo.count(/^(POST|PUT|DELETE)/)).toBe(0);
  });
});
