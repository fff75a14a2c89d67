import type { ICommunity } from '../../core/metadata/model';
import type { IConfirmation } from '../state';
import { noDefaults } from '../../core/metadata/sources/defaults';
import { Desk } from './desk';

function communityOf(desk: Desk, slug: string): ICommunity {
  const all = [...desk.zenodo.simulator.state.communities.values()];
  const { id } = all.find(one => one.slug === slug) ?? { id: '' };
  return { id, slug, title: slug, submissionPolicy: '', reviewPolicy: '' };
}

/** The requests that wait for a community's curators. */
const waiting = (desk: Desk): string[] =>
  [...desk.zenodo.simulator.state.requests.values()]
    .filter(({ status }) => status === 'submitted')
    .map(({ topic }) => topic ?? '');

describe('communities', () => {
  it('get the record proposed once it is published, and named before', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.metadata.set({ communities: [communityOf(desk, 'open-comm')] });
    await session.publication.publish();
    expect((desk.asked[0] as IConfirmation).communities).toEqual(['open-comm']);
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.proposals).toEqual([
      { title: 'open-comm', note: '' }
    ]);
    expect(waiting(desk)).toEqual(desk.zenodo.records);
  });

  it('that take nothing from this user say so, and the record is there', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const closed = communityOf(desk, 'closed-comm');
    // It was there when it was chosen.
    const gone = '5a2b1e9c-0000-4000-8000-000000000000';
    const unknown = { ...closed, id: gone, slug: 'gone', title: '' };
    session.metadata.set({ communities: [closed, unknown] });
    await session.publication.publish();
    expect(desk.zenodo.records).toHaveLength(1);
    expect(session.state.publish.outcome?.proposals).toEqual([
      { title: 'closed-comm', note: expect.stringMatching(/says: .*members/) },
      { title: 'gone', note: 'Zenodo says: Community not found.' }
    ]);
    expect(waiting(desk)).toEqual([]);
  });

  it('are asked once, also when the answer was lost', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.metadata.set({ communities: [communityOf(desk, 'open-comm')] });
    desk.zenodo.simulator.faults.add({
      kind: 'lose-answer',
      match: { method: 'POST', path: /\/communities$/ }
    });
    await session.publication.publish();
    expect(session.state.publish.outcome?.proposals).toEqual([
      { title: 'open-comm', note: '' }
    ]);
    expect(waiting(desk)).toHaveLength(1);
  });

  it('may be out of reach: the record is published all the same', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    session.metadata.set({ communities: [communityOf(desk, 'open-comm')] });
    desk.zenodo.simulator.faults.add({
      kind: 'gateway',
      status: 502,
      times: Infinity,
      match: { method: 'POST', path: /\/communities$/ }
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    const [proposal] = session.state.publish.outcome?.proposals ?? [];
    expect(proposal.note).not.toBe('');
  });

  it('of files and settings that the site does not have are said beside their field, before anything is sent', async () => {
    const desk = new Desk();
    desk.files.write(
      'rivers/zenodo.json',
      JSON.stringify({
        communities: ['open-comm', 'nope', 'nope', 'elsewhere'].map(
          identifier => ({ identifier })
        )
      })
    );
    const session = await desk.open();
    const { communities: _, ...rest } = desk.metadata;
    session.metadata.set(rest);
    await session.account.signIn(desk.token);
    await session.publication.publish();
    expect(session.state.metadata.errors).toEqual({
      communities:
        'Zenodo does not have these communities: “nope”, “elsewhere”. Remove them, or choose others.'
    });
    expect(desk.zenodo.count(/^(POST|PUT) /)).toBe(0);
    const [known] = session.state.metadata.values.communities;
    expect(known).toMatchObject({
      id: communityOf(desk, 'open-comm').id,
      submissionPolicy: 'open'
    });
    session.metadata.set({ communities: [known] });
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(waiting(desk)).toEqual(desk.zenodo.records);
  });

  it('of the institution that the site does not have are named, too', async () => {
    const desk = new Desk();
    desk.defaults = { ...noDefaults, communities: ['our-institute'] };
    const session = await desk.open();
    const { communities: _, ...rest } = desk.metadata;
    session.metadata.set(rest);
    await session.account.signIn(desk.token);
    await session.publication.publish();
    expect(session.state.metadata.errors.communities).toBe(
      'Zenodo has no community “our-institute”. Remove it, or choose another one.'
    );
    expect(desk.zenodo.drafts).toEqual([]);
  });

  it('named twice, by address and by choice, are one', async () => {
    const desk = new Desk();
    const session = await desk.openReady();
    const known = communityOf(desk, 'open-comm');
    session.metadata.set({ communities: [known, { ...known, id: '' }] });
    await session.publication.publish();
    expect(session.state.publish.outcome?.proposals).toHaveLength(1);
  });

  it('that the site shows to members only, or when it cannot be asked, stop nothing', async () => {
    for (const status of [403, 502]) {
      const desk = new Desk();
      const session = await desk.openReady();
      const known = communityOf(desk, 'open-comm');
      session.metadata.set({ communities: [{ ...known, id: '' }] });
      desk.zenodo.simulator.faults.add({
        kind: 'gateway',
        status,
        times: Infinity,
        match: { method: 'GET', path: /\/communities\/open-comm$/ }
      });
      await session.publication.publish();
      expect(session.state.phase).toBe('published');
    }
  });
});
