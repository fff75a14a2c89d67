import { OpenElsewhereError } from '../core/publish/errors';
import { Journal } from '../core/publish/journal';
import type { ITranslator } from '../core/text';

/** A page that did not write for so long is taken for gone, in milliseconds. */
export const silence = 30_000;

/** Before the publication's id, in the name of its Web Lock. */
const lockPrefix = 'jupyterlab-zenodo-publisher:';

/** The publications on which some page of this browser works, by its Web Locks; empty where the page has none. */
export async function lockedPublications(): Promise<ReadonlySet<string>> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(
    held.flatMap(({ name }) =>
      name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : []
    )
  );
}

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
    readonly journal: Journal;
    readonly now: number;
    readonly trans: ITranslator;
  },
  work: () => Promise<T>
): Promise<T> {
  const { id, owner, journal, now, trans } = options;
  const elsewhere = () =>
    new OpenElsewhereError(
      trans.__('This publication goes on in another tab. It is not disturbed.')
    );
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (locks) {
    return locks.request(
      `${lockPrefix}${id}`,
      { ifAvailable: true },
      async lock => {
        if (!lock) {
          throw elsewhere();
        }
        return work();
      }
    );
  }
  const entry = await journal.read(id);
  if (entry && entry.owner !== owner && now - entry.heartbeat < silence) {
    throw elsewhere();
  }
  // A beat that is lost is made up for by the next; the steps write as well.
  const beat = (isGoing: boolean) =>
    journal.beat(id, owner, isGoing).catch(() => undefined);
  const timer = setInterval(() => void beat(true), silence / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await beat(false);
  }
}
