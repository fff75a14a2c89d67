import { PublisherError } from '../error';
import { AnswerLostError, SiteUnreachableError } from '../zenodo/errors';
import { waitUntil } from '../zenodo/retry';
import type { IDraft } from '../zenodo/types';
import { IContext, journal } from './context';
import { linksOf } from './dataRecord';
import { seenDraft, sendDetails, siteBody } from './details';
import { OpenElsewhereError } from './errors';
import { formBody } from './formBody';
import type { IJournalDraft, IJournalEntry } from './journalEntry';
import { objectionsTo, refuseErrors } from './refuseErrors';
import {
  keepUnlocked,
  openForFiles,
  refuseOtherPurpose,
  withFormer
} from './replaceFiles';
import type { IVersionOf } from './versions';

/** Windows of rate limits, in milliseconds (zenodo-api.md, section 3). */
const aMinute = 60_000;

/**
 * Make sure that there is a draft with the complete metadata, and that the
 * site has nothing to object to it. The nonce is journalled before the draft
 * is created and sent with it: after a lost answer the draft is found again by
 * it, so that there is never a second one.
 *
 * @throws RefusedMetadataError, DraftChangedError, OpenElsewhereError, SiteError
 *   (`NotFoundError`: the draft is gone, or published), CancelledError
 */
export async function checkStep(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const { trans, observer, request } = context;
  observer.step('check', 'now', '');
  refuseOtherPurpose(context, entry);
  const { entry: current, draft } = entry.draft
    ? await update(context, entry, entry.draft)
    : await create(context, entry);
  // What stands on the site is the user's own: it is not for us to correct.
  const isSite =
    current.draft?.detailsOfSite === true || current.replaces !== undefined;
  const errors = isSite ? [] : objectionsTo(draft.errors);
  let stored: IJournalEntry;
  try {
    stored = await journal(context, current, {
      title: current.replaces ? draft.title : request.metadata.title,
      draft: await seenDraft(context, draft, isSite),
      ...(errors.length > 0 ? {} : { step: 'check', status: 'done' })
    });
  } catch (error) {
    if (
      error instanceof OpenElsewhereError &&
      !entry.draft &&
      !current.replaces
    ) {
      await removeSurplus(context, entry.id, draft.id);
    }
    throw error;
  }
  refuseErrors(context, errors);
  observer.step(
    'check',
    'done',
    trans.__('%1 accepted the details', request.site.name)
  );
  return stored;
}

interface IChecked {
  readonly entry: IJournalEntry;
  readonly draft: IDraft;
}

async function update(
  context: IContext,
  entry: IJournalEntry,
  known: IJournalDraft
): Promise<IChecked> {
  const { request } = context;
  const relatedIdentifiers = linksOf(request);
  const checked = await sendDetails(
    context,
    { ...entry, step: 'check', status: 'begun' },
    known,
    place =>
      place && (entry.replaces || place.details === 'site')
        ? siteBody(place.draft, relatedIdentifiers, undefined)
        : formBody(request, place?.draft ?? null, { relatedIdentifiers }),
    true
  );
  if (entry.replaces) {
    await keepUnlocked(context, checked.draft);
  }
  return checked;
}

async function create(
  context: IContext,
  entry: IJournalEntry
): Promise<IChecked> {
  const lost = entry.step === 'check' && entry.status === 'begun';
  const { versionOf, replaces } = context.request;
  const begun = await journal(context, entry, {
    step: 'check',
    status: 'begun',
    versionOf,
    replaces: replaces && { recordId: replaces.recordId, doi: replaces.doi }
  });
  if (replaces) {
    const draft = await openForFiles(context, replaces);
    return { entry: withFormer(begun, replaces), draft };
  }
  return {
    entry: begun,
    draft: versionOf
      ? await nextVersionDraft(context, versionOf)
      : await findOrCreate(context, begun.nonce, lost)
  };
}

/**
 * The draft of the next version: there is one at a time, so that it needs no
 * nonce to be found again (FINDINGS 31).
 */
async function nextVersionDraft(
  { client, request, signal }: IContext,
  { recordId }: IVersionOf
): Promise<IDraft> {
  const draft = await client.newVersion(recordId, signal);
  const relatedIdentifiers = linksOf(request);
  const body = formBody(request, draft, { relatedIdentifiers });
  return client.updateDraft(draft.id, body, {}, signal);
}

/** Another page has a draft of its own by now: this one is known to nobody. */
async function removeSurplus(
  { client, journal: stored, signal }: IContext,
  publication: string,
  id: string
): Promise<void> {
  try {
    const present = await stored.read(publication);
    if (present?.draft && present.draft.id !== id) {
      await client.deleteDraft(id, signal);
    }
  } catch (error) {
    // It carries the nonce: the other page removes it as a twin.
    if (!(error instanceof PublisherError)) {
      throw error;
    }
  }
}

async function findOrCreate(
  context: IContext,
  nonce: string,
  maybeThere: boolean
): Promise<IDraft> {
  const { client, request, clock, onWait, signal } = context;
  const relatedIdentifiers = linksOf(request);
  const body = formBody(request, null, { relatedIdentifiers, nonce });
  const ask = async () => {
    const found = await client.findDraftByReference(nonce, signal);
    return found && client.updateDraft(found.id, body, {}, signal);
  };
  const found = maybeThere ? await ask() : null;
  if (found) {
    return found;
  }
  const until = clock.now() + aMinute;
  let made: IDraft | null;
  try {
    return await client.createDraft(body, signal);
  } catch (error) {
    if (!(error instanceof AnswerLostError)) {
      throw error;
    }
    made = await ask().catch(unlessUnreachable);
  }
  if (made) {
    return made;
  }
  // Where nothing can be read, too many requests may have been made: a browser
  // asks leave for each, and is refused without a word (FINDINGS 39).
  const wait = { reason: 'connection', until, attempt: 2 } as const;
  await waitUntil(wait, clock, onWait, signal);
  return (await ask()) ?? client.createDraft(body, signal);
}

function unlessUnreachable(error: unknown): null {
  if (error instanceof SiteUnreachableError) {
    return null;
  }
  throw error;
}
