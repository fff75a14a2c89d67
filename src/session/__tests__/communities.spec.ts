import type { ICommunity } from '../../core/metadata/model';
import type { IConfirmation } from '../state';
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
    const unknown = { ...closed, id: '', slug: 'gone', title: '' };
    session.metadata.set({ communities: [closed, unknown] });
    await session.publication.publish();
    expect(desk.zenodo.records).toHaveLength(1);
    expect(session.state.publish.outcome?.proposals).toEqual([
      { title: 'closed-comm', note: expect.stringMatching(/says: .*members/) },
      { title: 'gone', note: 'Zenodo does not know this community.' }
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
});
