import type { StartSums } from '../bundle/sums/sums';
import type { ISecretScanner } from '../checks/secrets/secretScanner';
import type { IClock } from '../clock';
import type { IFiles } from '../files';
import type { ITranslator } from '../text';
import type { WaitListener } from '../zenodo/retry';
import type { ZenodoClient } from '../zenodo/client';
import { Journal } from './journal';
import type { IJournalEntry } from './journalEntry';
import type { IStepObserver } from './observer';
import type { IPublicationRequest } from './request';
import type { ITransferRoute } from './transferStep';

/** What every step of a publication works with. */
export interface IContext {
  readonly client: ZenodoClient;
  readonly files: IFiles;
  readonly journal: Journal;
  readonly clock: IClock;
  readonly trans: ITranslator;
  readonly observer: IStepObserver;
  readonly request: IPublicationRequest;
  readonly scanner: ISecretScanner;
  /** Starts what computes the sums of an archive; without it, the page does. */
  readonly startSums?: StartSums;
  /** Jupyter's server sends the files; null = this page does. */
  readonly route?: ITransferRoute | null;
  /** Told of the waits that a server or the network forces on us. */
  readonly onWait: WaitListener;
  readonly signal: AbortSignal;
}

/** Store an entry and tell the observer. Resolved when it is on the server. */
export async function journal(
  context: IContext,
  entry: IJournalEntry,
  change: Partial<IJournalEntry>
): Promise<IJournalEntry> {
  const stored = await context.journal.write({ ...entry, ...change });
  context.observer.journalled(stored);
  return stored;
}
