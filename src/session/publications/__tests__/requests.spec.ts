import {
  communityOf,
  decide,
  submissionsOf
} from '../../../core/publish/__tests__/reviews';
import type { PublicationsSession } from '../session';
import { ListDesk, only } from './listDesk';

/** A publication with a community, proposed to it or in review; and the list. */
async function asked(
  desk: ListDesk,
  reviewFirst: boolean
): Promise<PublicationsSession> {
  const { zenodo } = desk.desk;
  const session = await desk.desk.openReady();
  session.metadata.set({ communities: [communityOf(zenodo, 'open-comm')] });
  session.review.setFirst(reviewFirst);
  await session.publication.publish();
  session.dispose();
  return desk.openRefreshed();
}

const states = (list: PublicationsSession) =>
  only(list).requests?.requests.map(({ community, status, comments }) => [
    community,
    status,
    comments?.map(({ text }) => text) ?? null
  ]);

describe('requests in the list', () => {
  it('stand with their publication, from one question to the site', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, false);
    expect(states(list)).toEqual([['Open Comm', 'submitted', null]]);
    expect(desk.desk.zenodo.count(/user\/requests$/)).toBe(1);
    expect(desk.desk.zenodo.count(/timeline$/)).toBe(0);
  });

  it('tell what curators wrote, take an answer, and are withdrawn', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, false);
    await decide(desk.desk.zenodo, 'comment', '<p>Which license?</p>');
    const actions = list.requests(only(list).key);
    await actions?.refresh();
    const id = only(list).requests?.requests[0].id ?? '';
    expect(await actions?.answer(id, 'MIT')).toBe(true);
    await actions?.withdraw(id);
    expect(states(list)).toEqual([
      ['Open Comm', 'cancelled', ['Which license?', 'MIT']]
    ]);
  });

  it('are kept when the site does not answer', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, false);
    desk.desk.zenodo.simulator.faults.add({
      kind: 'server-error',
      times: Infinity,
      match: { path: /user\/requests$/ }
    });
    await list.refresh();
    expect(states(list)).toEqual([['Open Comm', 'submitted', null]]);
    expect(list.state.sites[0].problem).toBeNull();
  });

  it('are gone with the sign-in', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, false);
    list.signOut(only(list).site.id);
    expect(states(list)).toEqual([]);
  });
});

describe('a publication in review', () => {
  it('is on its way, and is shown in its panel', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, true);
    expect(only(list).status).toBe('in-review');
    expect(only(list).actions).not.toContain('discard');
    await list.act(only(list).key, 'show');
    expect(desk.opened).toEqual(['resume one: rivers']);
    // Also for who is not signed in.
    list.signOut(only(list).site.id);
    expect(only(list).status).toBe('in-review');
  });

  it('that was accepted waits for its badges, which go in when asked', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, true);
    await decide(desk.desk.zenodo, 'accept');
    await desk.desk.zenodo.clock.sleep(5_000);
    await list.refresh();
    expect(only(list).status).toBe('unfinished');
    expect(desk.asked).toEqual([]);
    await list.act(only(list).key, 'insert-badge');
    expect(only(list).notice).toEqual({
      tone: 'ok',
      text: 'The badge is in 2 notebooks.'
    });
    expect(only(list).status).toBe('published');
    expect(desk.desk.entry).toMatchObject({
      step: 'finish',
      record: { id: only(list).depositId, doi: only(list).doi },
      review: { state: 'accepted' }
    });
    // The panel has nothing to offer any more.
    const session = await desk.desk.openBeside('one');
    expect(session.state.publish.outcome?.badgesOffered ?? []).toEqual([]);
  });

  it('that was declined needs the user', async () => {
    const desk = new ListDesk();
    const list = await asked(desk, true);
    await decide(desk.desk.zenodo, 'decline', '<p>No.</p>');
    await desk.desk.zenodo.clock.sleep(5_000);
    await list.refresh();
    expect(only(list).status).toBe('declined');
    expect(states(list)?.[0][1]).toBe('declined');
    expect(submissionsOf(desk.desk.zenodo)).toHaveLength(1);
  });
});
