import { IContext, journal } from './context';
import type { IJournalEntry } from './journalEntry';

/**
 * Make sure that the draft has a reserved DOI. The client takes "reserved
 * already" for a yes, so that it may be asked again after a lost answer.
 *
 * @throws ZenodoError, CancelledError
 */
export async function reserveStep(
  context: IContext,
  entry: IJournalEntry
): Promise<IJournalEntry> {
  const { client, observer, signal } = context;
  const draft = entry.draft;
  if (!draft) {
    throw new Error('A DOI is reserved for a draft that exists');
  }
  observer.step('reserve', 'now', '');
  let doi = draft.doi;
  if (!doi) {
    doi = await client.reserveDoi(draft.id, signal);
  }
  const stored = await journal(context, entry, {
    draft: { ...draft, doi },
    step: 'reserve',
    status: 'done'
  });
  observer.step('reserve', 'done', doi);
  return stored;
}
