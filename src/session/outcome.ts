import { badgeMarkdown } from '../core/notebook/badge';
import { badgeFor } from '../core/publish/badges';
import type { IJournalEntry } from '../core/publish/journalEntry';
import type { IPublicationRequest } from '../core/publish/request';
import { undoUntil } from '../core/publish/replaceFiles';
import { stepNames } from '../core/publish/steps';
import { CancelledError } from '../core/error';
import { doiUrl, recordPageUrl } from '../core/zenodo/sites';
import type { AccountPart } from './accountPart';
import type { ISessionPorts } from './ports';
import type { IPublished } from './publisher';
import type { IOutcome, IStepView } from './state';
import type { PublicationStore } from './store';

/** What a finished publication shows. */
export function outcomeOf(
  { entry, writtenBack, proposals, badgesOffered }: IPublished,
  request: IPublicationRequest,
  now: number
): IOutcome {
  const record = entry.record;
  if (!record) {
    throw new Error('Only a record has an outcome');
  }
  const { site, notebooks, binderReady } = request;
  const badge = badgeFor(site, record.doi, notebooks[0], binderReady);
  const { data } = entry;
  return {
    isReplacement: entry.replaces !== undefined,
    undoUntil: undoUntil(record.publishedAt, now),
    data: data
      ? {
          doi: data.doi,
          doiUrl: doiUrl(site, data.doi),
          recordUrl: recordPageUrl(site, data.id)
        }
      : null,
    doi: record.doi,
    doiUrl: doiUrl(site, record.doi),
    recordUrl: recordPageUrl(site, record.id),
    launchUrl: badge.launchUrl ?? null,
    launchPath: notebooks[0] ?? '',
    doiResolves: null,
    badgeMarkdown: badgeMarkdown(badge),
    publishedAt: record.publishedAt,
    writtenBack,
    proposals,
    badgesOffered
  };
}

/** The steps as the journal knows them: all before the one it names are done. */
export function doneSteps(entry: IJournalEntry): IStepView[] {
  const at = stepNames.indexOf(entry.step);
  return stepNames.map((name, index) => ({
    name,
    status:
      entry.record || index < at || (index === at && entry.status === 'done')
        ? 'done'
        : index === at
          ? 'stopped'
          : 'to-come',
    detail: name === 'reserve' && index <= at ? (entry.draft?.doi ?? '') : ''
  }));
}

/** How often a new DOI is asked for, in milliseconds, and for how long. */
const every = 5000;
const atMost = 120;

/** Ask until the DOI leads somewhere; test sites never register theirs. */
export async function watchDoi(
  store: PublicationStore,
  ports: ISessionPorts,
  account: AccountPart,
  signal: AbortSignal
): Promise<void> {
  const { site, client } = account;
  const doi = store.state.publish.outcome?.doi;
  if (!doi || site.test) {
    return;
  }
  try {
    for (let attempt = 0; attempt < atMost; attempt++) {
      const doiResolves = await client.doiResolves(doi, signal);
      const { outcome } = store.state.publish;
      if (outcome?.doi !== doi) {
        return;
      }
      store.update('publish', { outcome: { ...outcome, doiResolves } });
      if (doiResolves) {
        return;
      }
      await ports.clock.sleep(every, signal);
    }
  } catch (error) {
    // The panel was closed. Anything else means only that nothing is known yet.
    if (!(error instanceof CancelledError)) {
      return;
    }
  }
}
