import type { IJournalEntry } from '../core/publish/journal';
import { OpenElsewhereError } from '../core/publish/errors';
import type { ITranslator } from '../core/text';

/** A page that did not write for so long is taken for gone, in milliseconds. */
const silence = 30_000;

/**
 * Work on a publication alone: under a Web Lock where the page has them (not
 * on plain `http://host`), else by the journal's owner and heartbeat.
 *
 * @throws OpenElsewhereError, and what `work` throws
 */
export async function alone<T>(
  options: {
    readonly id: string;
    readonly owner: string;
    readonly entry: IJournalEntry | null;
    readonly now: number;
    readonly trans: ITranslator;
  },
  work: () => Promise<T>
): Promise<T> {
  const { id, owner, entry, now, trans } = options;
  const elsewhere = () =>
    new OpenElsewhereError(
      trans.__('This publication goes on in another tab. It is not disturbed.')
    );
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks) {
    const isBusy =
      entry !== null &&
      entry.owner !== owner &&
      entry.status === 'begun' &&
      now - entry.heartbeat < silence;
    if (isBusy) {
      throw elsewhere();
    }
    return work();
  }
  return locks.request(
    `jupyterlab-zenodo-publisher:${id}`,
    { ifAvailable: true },
    async lock => {
      if (!lock) {
        throw elsewhere();
      }
      return work();
    }
  );
}
