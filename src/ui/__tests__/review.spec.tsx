import { act } from 'react';
import type { IPublicationState, IReviewView } from '../../session/state';
import type { IRequestView } from '../../session/requests/requestsView';
import { FakeSession, Page, readyState } from './testing';

let page: Page;

afterEach(() => page.dispose());

const community = {
  ...{ id: 'c8696a72', slug: 'rivers', title: 'Rivers' },
  ...({ submissionPolicy: 'open', reviewPolicy: 'closed' } as const)
};

const request: IRequestView = {
  ...{ id: 'r1', kind: 'review', community: 'Rivers', status: 'submitted' },
  ...{ url: 'https://zenodo.org/me/requests/r1', active: '' },
  canWithdraw: true,
  comments: [
    { id: '1', who: 'curator', text: '<b>Which</b> years?', at: '' },
    { id: '2', who: 'you', text: '2015', at: '' }
  ]
};

function state(
  change: Partial<IPublicationState['publish']> = {},
  more: Partial<IPublicationState> = {}
): IPublicationState {
  const ready = readyState();
  const values = { ...ready.metadata.values, communities: [community] };
  return {
    ...ready,
    metadata: { ...ready.metadata, values },
    publish: { ...ready.publish, ...change },
    ...more
  };
}

function inReview(review: Partial<IReviewView> = {}, requests = [request]) {
  return state(
    {
      review: {
        ...{ state: 'open', community: 'Rivers', url: request.url },
        ...{ isBusy: false, problem: null, ...review }
      },
      requests: { requests, isBusy: false, problem: null },
      draft: { id: '9', url: 'https://zenodo.org/uploads/9', doi: '10.5281/9' }
    },
    { phase: 'in-review' }
  );
}

const text = () => page.host.textContent ?? '';

describe('the choice of a review', () => {
  it('is there for one community, and names what comes of it', () => {
    page = new Page(new FakeSession(state()));
    const [now, first] = page.all<HTMLInputElement>(
      '.jp-ZenodoPublisher-reviewChoice input'
    );
    expect(now.checked).toBe(true);
    expect(text()).toContain('which can take days to weeks');
    page.press(first);
    expect(page.session.calls).toContainEqual(['setFirst', true]);
    page.change(state({ reviewFirst: true }));
    page.button('Submit for review');
    expect(page.buttons('Publish')).toEqual([]);
  });

  it.each([
    ['two communities', { communities: [community, community] }],
    ['none', { communities: [] }],
    ['one of which the site knows nothing', { communities: [{ ...community, id: '' }] }] // prettier-ignore
  ])('is not there for %s', (_, values) => {
    const ready = state({ reviewFirst: true });
    page = new Page(
      new FakeSession({
        ...ready,
        metadata: {
          ...ready.metadata,
          values: { ...ready.metadata.values, ...values }
        }
      })
    );
    expect(page.all('.jp-ZenodoPublisher-reviewChoice')).toEqual([]);
    page.button('Publish');
  });
});

describe('a draft in review', () => {
  it('says what happens, and what can be done', () => {
    page = new Page(new FakeSession(inReview()));
    expect(text()).toContain('“Rivers” looks at it. Nothing is public yet');
    for (const [name, call] of [
      ['Withdraw', 'withdraw'],
      ['Check again', 'check']
    ]) {
      page.press(page.button(name));
      expect(page.session.calls.pop()).toEqual([call]);
    }
    page.press(page.button('Update draft'));
    expect(page.session.calls.pop()).toEqual(['saveDraft']);
  });

  it('shows what was written as text', () => {
    page = new Page(new FakeSession(inReview()));
    expect(text()).toContain('<b>Which</b> years?');
    expect(page.all('blockquote b')).toEqual([]);
  });

  it('sends an answer, and keeps the words that did not arrive', async () => {
    page = new Page(new FakeSession(inReview()));
    const { session } = page;
    const field = page.field<HTMLTextAreaElement>(
      'Write to the curators of “Rivers”'
    );
    page.press(page.button('Send'));
    expect(session.calls).toEqual([]);
    session.answers = false;
    page.type(field, 'All of them');
    await act(async () => page.press(page.button('Send')));
    expect(session.calls.pop()).toEqual(['answer', 'r1', 'All of them']);
    expect(field.value).toBe('All of them');
    session.answers = true;
    await act(async () => page.press(page.button('Send')));
    expect(field.value).toBe('');
    expect(text()).toContain('Sent.');
  });

  it('asks for the token first', () => {
    const there = inReview();
    page = new Page(
      new FakeSession({
        ...there,
        account: { ...there.account, status: 'signed-out' }
      })
    );
    expect(text()).not.toContain('Which years');
    page.press(page.button('Check again'));
    expect(page.session.calls).toEqual([]);
    expect(document.activeElement).toBe(page.field('Access token'));
  });

  it.each([
    ['declined', '“Rivers” did not accept it', 'Change what the curators ask'],
    ['expired', 'did not decide in time', 'to try again'],
    ['cancelled', 'It was taken back from “Rivers”', 'to try again']
  ] as const)('that ended (%s) says what to do now', (end, head, next) => {
    page = new Page(
      new FakeSession({ ...inReview({ state: end }), phase: 'editing' })
    );
    expect(text()).toContain(head);
    expect(text()).toContain(next);
    expect(text()).toContain('Nothing is public.');
    page.button('Discard draft');
  });
});

describe('a record that curators published', () => {
  it('offers the badges, and leaves the files alone when asked', () => {
    page = new Page(
      new FakeSession(
        state(
          {
            outcome: {
              ...{ proposals: [], data: null, doi: '10.5281/9' },
              ...{ doiUrl: 'https://doi.org/10.5281/9', recordUrl: '' },
              ...{ launchUrl: 'https://mybinder.org', launchPath: 'a.ipynb' },
              ...{ doiResolves: true, badgeMarkdown: '', publishedAt: '' },
              ...{
                writtenBack: [],
                isReplacement: false,
                undoUntil: null,
                badgesOffered: ['work/a.ipynb']
              }
            }
          },
          { phase: 'published' }
        )
      )
    );
    expect(text()).toContain('work/a.ipynb');
    page.press(page.button('Insert Binder badges'));
    page.press(page.button('Leave my files as they are'));
    page.press(page.button('See what the communities say'));
    expect(page.session.calls).toEqual([
      ['insertBadges'],
      ['leaveFiles'],
      ['refreshRequests']
    ]);
  });
});
