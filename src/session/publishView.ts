import { IJournalEntry, isInReview } from '../core/publish/journalEntry';
import { stepNames } from '../core/publish/steps';
import type { IPublicationRequest } from '../core/publish/request';
import type { ISite } from '../core/zenodo/sites';
import { draftPageUrl, requestPageUrl } from '../core/zenodo/sites';
import type { ITranslator } from '../core/text';
import { stepsToCome } from './initialState';
import { doneSteps, outcomeOf } from './outcome';
import type { IPublished } from './publisher';
import type { PublicationStore } from './store';
import { interruptedTrouble } from './trouble';

/** Back to the form: nothing is under way. */
export function showEditing(store: PublicationStore): void {
  store.set({ phase: 'editing' });
  store.update('publish', {
    steps: stepsToCome,
    review: null,
    trouble: null,
    progress: null,
    asking: false
  });
}

/** The draft of the publication, as long as it is one. */
export function showDraft(
  store: PublicationStore,
  entry: IJournalEntry | null,
  site: ISite
): void {
  const draft = entry && !entry.record ? entry.draft : null;
  store.update('publish', {
    draft: draft && {
      id: draft.id,
      doi: draft.doi,
      url: draftPageUrl(site, draft.id)
    }
  });
}

/** How far another page, or this one before it was reloaded, has come without finishing. */
export function showInterrupted(
  store: PublicationStore,
  entry: IJournalEntry,
  site: ISite,
  trans: ITranslator
): void {
  if (entry.step === 'upload' && entry.status === 'done') {
    store.set({ phase: 'uploaded' });
    store.update('publish', { steps: doneSteps(entry) });
  } else if (entry.draft || entry.status === 'begun') {
    store.set({ phase: 'stopped' });
    store.update('publish', {
      steps: doneSteps(entry),
      trouble: interruptedTrouble(entry, site, trans)
    });
  }
}

/**
 * What a draft is to a community: it looks at it; or it did, and now it is a
 * draft again, which can be changed and submitted, or published without; or
 * none was asked.
 */
export function showReview(
  store: PublicationStore,
  entry: IJournalEntry,
  site: ISite,
  trans: ITranslator
): void {
  const { review } = entry;
  const asked = review && review.state !== 'unsent' ? review : null;
  const isOpen = isInReview(entry);
  store.set({ phase: isOpen ? 'in-review' : asked ? 'editing' : 'uploaded' });
  const at = stepNames.indexOf('publish');
  store.update('publish', {
    trouble: null,
    progress: null,
    review: asked && {
      state: asked.state,
      community: asked.title,
      url: asked.request ? requestPageUrl(site, asked.request) : '',
      isBusy: false,
      problem: null
    },
    ...(isOpen
      ? {
          steps: stepNames.map((name, index) => ({
            name,
            status: index < at ? 'done' : index === at ? 'now' : 'to-come',
            detail:
              name === 'reserve'
                ? (entry.draft?.doi ?? '')
                : index === at
                  ? trans.__('when its curators accept it')
                  : ''
          }))
        }
      : asked
        ? { steps: stepsToCome }
        : {})
  });
}

/** There is a record. */
export function showOutcome(
  store: PublicationStore,
  published: IPublished,
  request: IPublicationRequest,
  now: number
): void {
  const { steps } = store.state.publish;
  store.set({ phase: 'published' });
  store.update('publish', {
    outcome: outcomeOf(published, request, now),
    trouble: null,
    steps: steps.every(({ status }) => status === 'done')
      ? steps
      : doneSteps(published.entry)
  });
}
