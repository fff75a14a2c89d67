import {
  communityOf,
  decide,
  expire,
  submissionsOf
} from '../../core/publish/__tests__/reviews';
import type { PublicationSession } from '../session';
import type { IConfirmation } from '../state';
import { Desk, testSite } from './desk';

/** Ready to be published, with one community. */
async function ready(desk: Desk, slug = 'open-comm') {
  const session = await desk.openReady();
  session.metadata.set({ communities: [communityOf(desk.zenodo, slug)] });
  session.review.setFirst(true);
  return session;
}

/** In review, in a page that was loaded anew, signed in. */
async function inReview(desk: Desk): Promise<PublicationSession> {
  const first = await ready(desk);
  await first.publication.publish();
  first.dispose();
  return desk.open();
}

const words = ({ state }: PublicationSession) =>
  state.publish.requests.requests.map(({ status, comments }) => [
    status,
    ...(comments ?? []).map(({ who, text }) => `${who}: ${text}`)
  ]);

describe('a review by a community, before publishing', () => {
  it('is what the user confirms, and nothing is public then', async () => {
    const desk = new Desk();
    const session = await ready(desk);
    await session.publication.publish();
    expect(desk.asked).toHaveLength(1);
    expect(desk.asked[0] as IConfirmation).toMatchObject({
      review: 'Open Comm',
      changed: []
    });
    expect(session.state.phase).toBe('in-review');
    const [{ id }] = submissionsOf(desk.zenodo);
    expect(session.state.publish.review).toEqual({
      state: 'open',
      community: 'Open Comm',
      url: `http://127.0.0.1:5055/me/requests/${id}`,
      isBusy: false,
      problem: null
    });
    expect(desk.zenodo.records).toEqual([]);
    expect(desk.badges.size).toBe(0);
  });

  it('is kept over a reload, and asked about once the user is signed in', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    expect(session.state.phase).toBe('in-review');
    const before = desk.zenodo.lines.length;
    await session.account.signIn(desk.token);
    expect(session.state.phase).toBe('in-review');
    expect(words(session)).toEqual([['submitted']]);
    expect(desk.zenodo.lines.slice(before).join()).not.toMatch(/submit-review/);
  });

  it('that is accepted offers the badges, and puts them in when asked', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await decide(desk.zenodo, 'accept', '<p>Welcome!</p>');
    await session.account.signIn(desk.token);
    const { outcome } = session.state.publish;
    expect(session.state.phase).toBe('published');
    expect(outcome?.doi).toBe(desk.entry?.record?.doi);
    expect(outcome?.badgesOffered).toEqual([
      'rivers/01-clean.ipynb',
      'rivers/02-plot.ipynb'
    ]);
    expect(words(session)).toEqual([['accepted', 'curator: Welcome!']]);
    expect(desk.badges.size).toBe(0);
    // Offered again the next time, too.
    session.dispose();
    const later = await desk.open();
    expect(later.state.publish.outcome?.badgesOffered).toHaveLength(2);
    await later.account.signIn(desk.token);
    expect(desk.badges.size).toBe(0);
    await later.review.insertBadges();
    expect([...desk.badges.keys()]).toEqual(outcome?.badgesOffered);
    expect(desk.badges.get('rivers/01-clean.ipynb')?.identity.doi).toBe(
      outcome?.doi
    );
    expect(later.state.publish.outcome).toMatchObject({
      writtenBack: [{ done: true }, { done: true }]
    });
    expect(later.state.publish.outcome?.badgesOffered ?? []).toEqual([]);
    expect(desk.entry?.step).toBe('finish');
  });

  it('that is accepted leaves the files alone when the user wants that', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await decide(desk.zenodo, 'accept');
    await session.account.signIn(desk.token);
    await session.review.leaveFiles();
    expect(desk.badges.size).toBe(0);
    expect(desk.entry?.step).toBe('finish');
    session.dispose();
    const later = await desk.open();
    expect(later.state.publish.outcome?.badgesOffered ?? []).toEqual([]);
  });

  it('offers the badge to the files that were chosen for it, also later', async () => {
    const desk = new Desk();
    const first = await ready(desk);
    first.badges.set('02-plot.ipynb', false);
    await first.publication.publish();
    await decide(desk.zenodo, 'accept');
    await first.review.check();
    first.dispose();
    const later = await desk.open();
    expect(later.state.publish.outcome?.badgesOffered).toEqual([
      'rivers/01-clean.ipynb'
    ]);
  });

  it('on a site to practise on changes no files', async () => {
    const desk = new Desk(testSite);
    const session = await ready(desk);
    await session.publication.publish();
    await decide(desk.zenodo, 'accept');
    await session.review.check();
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.badgesOffered).toEqual([]);
  });

  it('that is declined tells why; the draft is published without, once confirmed', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await session.account.signIn(desk.token);
    await decide(desk.zenodo, 'decline', '<p>Please add a <b>license</b>.</p>');
    await session.review.check();
    expect(session.state.phase).toBe('editing');
    expect(session.state.publish.review?.state).toBe('declined');
    expect(words(session)).toEqual([
      ['declined', 'curator: Please add a license.']
    ]);
    expect(desk.entry).toMatchObject({ step: 'upload', status: 'done' });
    session.review.setFirst(false);
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(desk.asked).toHaveLength(2);
    expect((desk.asked[1] as IConfirmation).review).toBeUndefined();
    expect(desk.badges.size).toBe(2);
  });

  it('that nobody decided in time is submitted again when the user wants that', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    expire(desk.zenodo);
    await session.account.signIn(desk.token);
    expect(session.state.publish.review?.state).toBe('expired');
    await session.publication.publish();
    expect(session.state.phase).toBe('in-review');
    expect(submissionsOf(desk.zenodo)).toHaveLength(2);
  });

  it('is taken back, and the draft can be discarded then', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await session.account.signIn(desk.token);
    await session.review.withdraw();
    expect(session.state.publish.review?.state).toBe('cancelled');
    expect(session.state.phase).toBe('editing');
    await session.publication.discardDraft();
    expect(desk.zenodo.drafts).toEqual([]);
    expect(session.state.publish.review).toBeNull();
    expect(desk.entry?.review).toBeUndefined();
  });

  it.each(['lose-answer', 'server-error', 'gateway'] as const)(
    'that is taken back has one truth when the answer is not heard (%s)',
    async kind => {
      const desk = new Desk();
      const session = await inReview(desk);
      await session.account.signIn(desk.token);
      desk.zenodo.simulator.faults.add({ kind, match: { path: /cancel$/ } });
      await session.review.withdraw();
      const [{ status }] = submissionsOf(desk.zenodo);
      const { review } = session.state.publish;
      expect(review?.state).toBe(kind === 'lose-answer' ? status : 'open');
      expect(review?.problem === null).toBe(kind === 'lose-answer');
      await session.review.withdraw();
      expect(session.state.publish.review?.state).toBe('cancelled');
    }
  );

  it('that was accepted a moment before it is taken back has a record', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await session.account.signIn(desk.token);
    desk.zenodo.before = async line => {
      if (line.endsWith('/cancel')) {
        desk.zenodo.before = () => undefined;
        await decide(desk.zenodo, 'accept');
      }
    };
    await session.review.withdraw();
    expect(session.state.phase).toBe('published');
  });

  it('lets the draft be brought up to date, without submitting it again', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await session.account.signIn(desk.token);
    session.metadata.set({ title: 'Lakes' });
    await session.publication.publish();
    expect(session.state.phase).toBe('in-review');
    expect(desk.asked).toHaveLength(1);
    expect(submissionsOf(desk.zenodo)).toHaveLength(1);
    const [draft] = desk.zenodo.simulator.state.drafts.values();
    expect(draft.metadata.title).toBe('Lakes');
  });

  it('that the community refuses says so, and what to do', async () => {
    const desk = new Desk();
    const session = await ready(desk, 'closed-comm');
    await session.publication.publish();
    expect(session.state.publish.trouble).toMatchObject({
      happened: expect.stringMatching(/“Closed Comm” does not take it/),
      next: expect.stringMatching(/Choose another community/)
    });
    session.review.setFirst(false);
    await session.publication.resume();
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.proposals[0].note).toMatch(/members/);
  });

  it('is none where the community lets the user in: published, badges offered', async () => {
    const desk = new Desk();
    const session = await ready(desk, 'my-comm');
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.badgesOffered).toHaveLength(2);
  });

  it('can be looked at in another session only when this one is idle', async () => {
    const desk = new Desk();
    const session = await inReview(desk);
    await session.account.signIn(desk.token);
    const other = await desk.openBeside('one');
    await Promise.all([session.review.check(), other.review.check()]);
    expect([session, other].map(({ state }) => state.phase)).toEqual([
      'in-review',
      'in-review'
    ]);
  });

  it('cannot be chosen for two communities', async () => {
    const desk = new Desk();
    const session = await ready(desk);
    session.metadata.set({
      communities: ['open-comm', 'my-comm'].map(slug =>
        communityOf(desk.zenodo, slug)
      )
    });
    await session.publication.publish();
    expect(session.state.phase).toBe('published');
    expect(session.state.publish.outcome?.proposals).toEqual([
      { title: 'Open Comm', note: '' },
      { title: 'My Comm', note: '', isIn: true }
    ]);
  });
});

describe('requests of a published record', () => {
  it('are followed: the state, what is written, an answer', async () => {
    const desk = new Desk();
    const session = await ready(desk);
    session.review.setFirst(false);
    await session.publication.publish();
    await decide(desk.zenodo, 'comment', '<p>Which license?</p>');
    const { requests } = session.review;
    await requests.refresh();
    const [request] = session.state.publish.requests.requests;
    expect(request).toMatchObject({
      ...{ kind: 'inclusion', community: 'Open Comm', canWithdraw: true }
    });
    desk.zenodo.simulator.faults.add({
      kind: 'lose-answer',
      match: { path: /comments$/ }
    });
    expect(await requests.answer(request.id, 'MIT')).toBe(true);
    expect(words(session)).toEqual([
      ['submitted', 'curator: Which license?', 'you: MIT']
    ]);
    await requests.withdraw(request.id);
    expect(words(session)[0][0]).toBe('cancelled');
  });

  it('say what went wrong, and keep what was known', async () => {
    const desk = new Desk();
    const session = await ready(desk);
    session.review.setFirst(false);
    await session.publication.publish();
    const { requests } = session.review;
    await requests.refresh();
    const [{ id }] = session.state.publish.requests.requests;
    desk.zenodo.simulator.faults.add({
      kind: 'server-error',
      times: Infinity,
      match: { path: /comments$/ }
    });
    expect(await requests.answer(id, 'MIT')).toBe(false);
    expect(session.state.publish.requests).toMatchObject({
      isBusy: false,
      problem: expect.stringMatching(/did not hear/),
      requests: [{ id, status: 'submitted' }]
    });
  });
});
