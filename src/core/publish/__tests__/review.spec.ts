import type { IFault } from '../../../../simulator/faults';
import { GoneError } from '../../zenodo/errors';
import { PublicationUnknownError, ReviewRefusedError } from '../errors';
import { Publication } from './publication';
import { communityOf, decide, expire, submissionsOf } from './reviews';

const submit = { method: 'POST', path: /submit-review$/ };

/** A publication that a community looks at first. */
function reviewed(slug = 'open-comm'): Publication {
  const publication = new Publication();
  publication.choices = { review: communityOf(publication.zenodo, slug) };
  return publication;
}

const submissions = ({ zenodo }: Publication) =>
  zenodo.count(/^POST .*submit-review$/);

describe('a review before publishing', () => {
  it('is asked for once, and nothing is public', async () => {
    const publication = reviewed();
    const entry = await publication.run();
    const { zenodo } = publication;
    expect(entry.record).toBeNull();
    expect(entry.review).toMatchObject({ state: 'open', title: 'Open Comm' });
    expect(submissionsOf(zenodo).map(({ id }) => id)).toEqual([
      entry.review?.request
    ]);
    expect(zenodo.records).toEqual([]);
    expect(zenodo.count(/actions\/publish$/)).toBe(0);
    expect(publication.confirmations).toBe(1);
  });

  it('is not asked for again by Publish or Resume, which bring the draft up to date', async () => {
    const publication = reviewed();
    await publication.run();
    publication.metadata = { ...publication.metadata, title: 'Lakes' };
    publication.openPage();
    const entry = await publication.run();
    expect(entry.review?.state).toBe('open');
    expect(submissions(publication)).toBe(1);
    expect(publication.confirmations).toBe(1);
    const [draft] = publication.zenodo.simulator.state.drafts.values();
    expect(draft.metadata.title).toBe('Lakes');
  });

  it.each<[string, IFault]>([
    ['lost', { kind: 'lose-answer' }],
    ['a 502', { kind: 'gateway', status: 502 }],
    ['a 504 though it was done', { kind: 'gateway-after', status: 504 }],
    ['without a body', { kind: 'empty-answer' }],
    ['a 500', { kind: 'server-error' }]
  ])('is submitted exactly once when the answer is %s', async (_, fault) => {
    for (const times of [1, 2]) {
      const publication = reviewed();
      const { zenodo } = publication;
      zenodo.simulator.faults.add({ ...fault, match: submit, times });
      for (let attempt = 0; attempt < 4; attempt++) {
        await publication.run().catch(error => {
          expect(error).toBeInstanceOf(PublicationUnknownError);
        });
        publication.openPage();
      }
      expect((await publication.entry()).review?.state).toBe('open');
      expect(
        submissionsOf(zenodo).filter(({ status }) => status === 'submitted')
      ).toHaveLength(1);
      expect(zenodo.records).toEqual([]);
    }
  });

  it('that is accepted makes the record, which the next look finds', async () => {
    const publication = reviewed();
    await publication.run();
    await decide(publication.zenodo, 'accept');
    publication.openPage();
    const entry = await publication.run();
    expect(publication.zenodo.records).toEqual([entry.record?.id]);
    expect(entry).toMatchObject({
      step: 'publish',
      status: 'done',
      review: { state: 'accepted' }
    });
    expect(publication.zenodo.count(/actions\/publish$/)).toBe(0);
  });

  it('that is accepted while details are sent is found out', async () => {
    const publication = reviewed();
    await publication.run();
    publication.metadata = { ...publication.metadata, title: 'Lakes' };
    publication.openPage();
    publication.zenodo.before = async line => {
      if (/^PUT .*draft$/.test(line)) {
        publication.zenodo.before = () => undefined;
        await decide(publication.zenodo, 'accept');
      }
    };
    const entry = await publication.run();
    expect(publication.zenodo.records).toEqual([entry.record?.id]);
  });

  it.each(['declined', 'expired'] as const)(
    'that is %s leaves the draft, which can be submitted again, or published without',
    async state => {
      for (const again of [true, false]) {
        const publication = reviewed();
        const { zenodo } = publication;
        await publication.run();
        const asked = publication.confirmations;
        if (state === 'declined') {
          await decide(zenodo, 'decline', '<p>Not ours.</p>');
        } else {
          expire(zenodo);
        }
        publication.openPage();
        expect((await publication.saveDraft()).review?.state).toBe(state);
        expect(publication.confirmations).toBe(asked);
        publication.choices = again ? publication.choices : {};
        const entry = await publication.run();
        expect(publication.confirmations).toBe(asked + 1);
        expect(entry.review?.state).toBe(again ? 'open' : state);
        expect(zenodo.records).toHaveLength(again ? 0 : 1);
        // With the review that ended, InvenioRDM would publish what no search finds.
        expect(zenodo.count(/^DELETE .*draft\/review$/)).toBe(again ? 0 : 1);
        expect(submissions(publication)).toBe(again ? 2 : 1);
      }
    }
  );

  it('that a community refuses leaves a draft that can be published', async () => {
    const publication = reviewed('closed-comm');
    await expect(publication.run()).rejects.toThrow(ReviewRefusedError);
    await expect(publication.run()).rejects.toThrow(
      '“Closed Comm” does not take it. Zenodo says: Submission to this community is only allowed to community members.'
    );
    expect((await publication.entry()).review?.state).toBe('unsent');
    publication.choices = {};
    const entry = await publication.run();
    expect(publication.zenodo.records).toEqual([entry.record?.id]);
  });

  it('is none where the community lets the user in', async () => {
    const publication = reviewed('my-comm');
    const entry = await publication.run();
    expect(publication.zenodo.records).toEqual([entry.record?.id]);
    expect(entry.review?.state).toBe('accepted');
  });

  it('of another community takes the place of one that was not asked', async () => {
    const publication = reviewed('closed-comm');
    await publication.run().catch(() => undefined);
    const review = communityOf(publication.zenodo, 'open-comm');
    publication.choices = { review };
    const entry = await publication.run();
    expect(entry.review).toMatchObject({ state: 'open', community: review.id });
  });

  it('that was begun on the site is not begun again', async () => {
    const publication = reviewed();
    const { zenodo } = publication;
    const { draft } = await publication.saveDraft();
    const path = `records/${draft?.id ?? ''}/draft`;
    const { id } = communityOf(zenodo, 'open-comm');
    await zenodo.byHand('PUT', `${path}/review`, {
      type: 'community-submission',
      receiver: { community: id }
    });
    await zenodo.byHand('POST', `${path}/actions/submit-review`, {});
    const entry = await publication.run();
    expect(entry.review?.state).toBe('open');
    expect(submissions(publication)).toBe(1);
  });

  it('that was begun on the site, and declined, is not published along', async () => {
    const publication = reviewed();
    const { zenodo } = publication;
    publication.choices = {};
    const { draft } = await publication.saveDraft();
    const path = `records/${draft?.id ?? ''}/draft`;
    const { id } = communityOf(zenodo, 'open-comm');
    await zenodo.byHand('PUT', `${path}/review`, {
      type: 'community-submission',
      receiver: { community: id }
    });
    await zenodo.byHand('POST', `${path}/actions/submit-review`, {});
    await decide(zenodo, 'decline');
    const before = zenodo.count(/^GET /);
    const entry = await publication.run();
    expect(zenodo.records).toEqual([entry.record?.id]);
    expect(entry.review).toBeUndefined();
    // One call, and no look of its own: what the last look at the draft says is enough.
    expect(zenodo.count(/^DELETE .*draft\/review$/)).toBe(1);
    expect(zenodo.count(/^GET .*draft\/review$/)).toBe(0);
    expect(zenodo.count(/^GET /) - before).toBeLessThanOrEqual(4);
  });

  it('is over when the record was deleted after it', async () => {
    const publication = reviewed();
    const entry = await publication.run();
    await decide(publication.zenodo, 'accept');
    await publication.zenodo.byHand(
      'POST',
      `records/${entry.draft?.id ?? ''}/request-deletion`,
      { reason: 'test-record' }
    );
    await expect(publication.run()).rejects.toMatchObject({
      cause: expect.any(GoneError)
    });
  });
});
