import type { IRelatedIdentifier } from '../metadata/toRecord';
import { AnswerLostError, RevisionMismatchError } from '../zenodo/errors';
import type { DraftBody, IDraft } from '../zenodo/types';
import { IContext, journal } from './context';
import { type ILook, lookAtDraft } from './draftLook';
import type { IJournalDraft, IJournalEntry } from './journalEntry';
import { asSent, detailsOf, fieldDigests, isNonce, seen } from './seenDraft';

/** A draft that was seen not longer ago than this, in milliseconds, is not looked at again. */
export const fresh = 30_000;

/** So often are details sent to a draft that moves meanwhile. */
const attempts = 4;

/** What to send, made of the draft as it is now and whose details count; null = it was not looked at. */
export type MakeBody = (place: ILook | null) => DraftBody;

/**
 * Replace the details of a draft, never those that somebody else wrote into it
 * meanwhile: it is looked at first, and sent for exactly that revision. What is
 * sent is journalled before, so that it is known for ours after a lost answer.
 *
 * @param look - without it, the draft was seen a moment ago, and is only written
 * @throws DraftChangedError, SiteError, CancelledError
 */
export async function sendDetails(
  context: IContext,
  entry: IJournalEntry,
  known: IJournalDraft,
  makeBody: MakeBody,
  look: boolean
): Promise<{ entry: IJournalEntry; draft: IDraft }> {
  const { client, signal } = context;
  let current = entry;
  for (let attempt = 1; ; attempt++) {
    const place = look
      ? await lookAtDraft(context, current.draft ?? known)
      : null;
    const isSite = place?.details === 'site';
    const body = makeBody(place);
    current = await journal(context, current, {
      draft: {
        ...known,
        ...(isSite ? { detailsOfSite: true } : {}),
        sending: await fieldDigests(body)
      }
    });
    const revision = place?.draft.revision ?? undefined;
    try {
      const draft = await client.updateDraft(
        known.id,
        body,
        revision === undefined ? {} : { revision },
        signal
      );
      return { entry: current, draft };
    } catch (error) {
      if (
        !(
          error instanceof AnswerLostError ||
          error instanceof RevisionMismatchError
        ) ||
        !look ||
        attempt >= attempts
      ) {
        throw error;
      }
    }
  }
}

/** What the journal keeps of a draft that was just seen. */
export async function seenDraft(
  { clock }: IContext,
  draft: IDraft,
  detailsOfSite = false
): Promise<IJournalDraft> {
  return {
    id: draft.id,
    conceptId: draft.conceptId,
    doi: draft.doi ?? '',
    seen: await seen(draft, clock.now()),
    ...(detailsOfSite ? { detailsOfSite } : {})
  };
}

/**
 * The body that leaves a draft's details as they are on the site, without the
 * reference by which it was found, and with links added.
 */
export function siteBody(
  draft: IDraft,
  links: readonly IRelatedIdentifier[],
  defaultPreview: string | undefined
): DraftBody {
  const { metadata, access, ...rest } = detailsOf(draft);
  const {
    references,
    related_identifiers: works,
    ...others
  } = asSent(metadata) as Record<string, unknown>;
  const kept = list(references).filter(part => !isNonce(part));
  const present = list(works) as { identifier?: unknown }[];
  const related = [
    ...present,
    ...links.filter(
      link => !present.some(({ identifier }) => identifier === link.identifier)
    )
  ];
  const { status: _status, ...asked } = access as Record<string, unknown>;
  const preview = defaultPreview ?? draft.defaultPreview;
  return {
    access: asked,
    files: { enabled: true, ...(preview ? { default_preview: preview } : {}) },
    metadata: {
      ...others,
      ...(kept.length > 0 ? { references: kept } : {}),
      ...(related.length > 0 ? { related_identifiers: related } : {})
    },
    custom_fields: asSent(rest.custom_fields)
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
