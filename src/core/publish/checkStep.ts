import { toDraftBody } from '../metadata/toRecord';
import { AnswerLostError } from '../zenodo/errors';
import type { IDraft } from '../zenodo/types';
import { draftOf, IContext, journal } from './context';
import { linksOf } from './dataRecord';
import type { IJournalEntry } from './journalEntry';
import { refuseErrors } from './refuseErrors';
import type { IVersionOf } from './versions';

/**
 * Make sure that there is a draft with the complete metadata, and that the
 * site has nothing to object to it. The nonce is journalled before the draft
 * is created and sent with it: after a lost answer the draft is found again by
 * it, so that there is never a second one.
 *
 * @throws RefusedMetadataError, SiteError (`NotFoundError`: the draft is gone, or
 *   published), CancelledError
 */
export async function checkStep(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const { trans, observer } = context;
  observer.step('check', 'now', '');
  let current = entry;
  let draft: IDraft;
  if (current.draft) {
    draft = await updateKnownDraft(context, current.draft.id);
  } else {
    const lost = current.step === 'check' && current.status === 'begun';
    const { versionOf } = context.request;
    current = await journal(context, current, {
      step: 'check',
      status: 'begun',
      versionOf
    });
    draft = versionOf
      ? await nextVersionDraft(context, versionOf)
      : await findOrCreate(context, current.nonce, lost);
  }
  current = await journal(context, current, {
    title: context.request.metadata.title,
    draft: draftOf(draft)
  });
  refuseErrors(context, draft.errors);
  current = await journal(context, current, { step: 'check', status: 'done' });
  observer.step(
    'check',
    'done',
    trans.__('%1 accepted the details', context.request.site.name)
  );
  return current;
}

async function findOrCreate(
  context: IContext,
  nonce: string,
  maybeThere: boolean
): Promise<IDraft> {
  const { client, request, signal } = context;
  const body = toDraftBody({
    metadata: request.metadata,
    site: request.site,
    relatedIdentifiers: linksOf(request),
    nonce
  });
  const ask = async () => {
    const found = await client.findDraftByReference(nonce, signal);
    return found && client.updateDraft(found.id, body, {}, signal);
  };
  const found = maybeThere ? await ask() : null;
  if (found) {
    return found;
  }
  try {
    return await client.createDraft(body, signal);
  } catch (error) {
    if (error instanceof AnswerLostError) {
      const made = await ask();
      if (made) {
        return made;
      }
    }
    throw error;
  }
}

/**
 * The draft of the next version: there is one at a time, so that it needs no
 * nonce to be found again (FINDINGS 31).
 */
async function nextVersionDraft(
  context: IContext,
  { recordId }: IVersionOf
): Promise<IDraft> {
  const { client, signal } = context;
  const { id } = await client.newVersion(recordId, signal);
  return updateKnownDraft(context, id);
}

function updateKnownDraft(context: IContext, id: string): Promise<IDraft> {
  const { client, request, signal } = context;
  const body = toDraftBody({
    metadata: request.metadata,
    site: request.site,
    relatedIdentifiers: linksOf(request)
  });
  return client.updateDraft(id, body, {}, signal);
}
