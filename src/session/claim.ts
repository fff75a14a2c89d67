import type { IClock } from '../core/clock';
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

/** So often a page at work says so, in milliseconds. */
const pulse = 10_000;

/** How to work on a publication alone. */
export interface IClaim {
  readonly id: string;
  /** Names this page. */
  readonly owner: string;
  readonly journal: Journal;
  readonly clock: IClock;
  readonly trans: ITranslator;
  /** The user wants it here, whatever another page does. */
  readonly takeOver: boolean;
  /** Another page has taken it over: stop. */
  readonly onLost: () => void;
}

/** The publications that sessions of this very page work on. */
const atWork = new Map<string, Pick<IClaim, 'owner' | 'onLost'>>();

/**
 * Work on a publication alone: under a Web Lock where the page has them (not
 * on plain `http://host`), which speaks for one browser, and always by the
 * journal's owner and heartbeat, which speak for all.
 *
 * @throws OpenElsewhereError, and what `work` throws
 */
export async function alone<T>(
  claim: IClaim,
  work: () => Promise<T>
): Promise<T> {
  const { id, trans, takeOver, onLost } = claim;
  if (atWork.has(id) && !takeOver) {
    throw elsewhere(trans);
  }
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks) {
    return owning(claim, work);
  }
  try {
    return await locks.request(
      `${lockPrefix}${id}`,
      takeOver ? { steal: true } : { ifAvailable: true },
      async lock => {
        if (!lock) {
          throw elsewhere(trans);
        }
        return owning(claim, work);
      }
    );
  } catch (error) {
    // A lock that was stolen ends the request for it at once, not the work.
    if (error instanceof DOMException && error.name === 'AbortError') {
      onLost();
      throw takenOver(trans);
    }
    throw error;
  }
}

async function owning<T>(claim: IClaim, work: () => Promise<T>): Promise<T> {
  const { id, owner, journal, trans, takeOver, onLost } = claim;
  if (!takeOver && (await isAlive(claim))) {
    throw elsewhere(trans);
  }
  await journal.claim(id, owner);
  let isLost = false;
  const lose = () => {
    isLost = true;
    onLost();
  };
  // A beat that is lost is made up for by the next; the steps write as well.
  const beat = async (isGoing: boolean) => {
    const isOurs = await journal.beat(id, owner, isGoing).catch(() => true);
    if (!isOurs && !isLost) {
      lose();
    }
  };
  const timer = setInterval(() => void beat(true), pulse);
  atWork.get(id)?.onLost();
  atWork.set(id, { owner, onLost: lose });
  try {
    return await work();
  } catch (error) {
    throw isLost ? takenOver(trans) : error;
  } finally {
    clearInterval(timer);
    if (atWork.get(id)?.owner === owner) {
      atWork.delete(id);
    }
    await beat(false);
  }
}

/**
 * Whether another page works on it. A page that was reloaded looks like one at
 * work for a while, so its pulse is waited for.
 */
async function isAlive(claim: IClaim): Promise<boolean> {
  const { id, owner, journal, clock } = claim;
  const found = await journal.read(id);
  const isRecent = (heartbeat: number) => clock.now() - heartbeat < silence;
  if (!found || found.owner === owner || !isRecent(found.heartbeat)) {
    return false;
  }
  for (let waited = 0; waited <= pulse; waited += pulse / 5) {
    await clock.sleep(pulse / 5);
    const present = await journal.read(id);
    if (!present || present.heartbeat === 0) {
      return false;
    }
    if (present.heartbeat !== found.heartbeat) {
      return true;
    }
  }
  return false;
}

function elsewhere(trans: ITranslator): OpenElsewhereError {
  return new OpenElsewhereError(
    trans.__('This publication goes on in another tab. It is not disturbed.')
  );
}

function takenOver(trans: ITranslator): OpenElsewhereError {
  return new OpenElsewhereError(
    trans.__(
      'Another tab or browser has taken this publication over. It goes on there.'
    )
  );
}
