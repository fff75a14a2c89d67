import { useEffect, useRef, useState } from 'react';

/** Asks the site; rejects where it can't be reached. */
export type Search<T> = (
  text: string,
  signal: AbortSignal
) => Promise<readonly T[]>;

/** What a look-up knows. */
export interface ILookUp<T> {
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly found: readonly T[];
}

/** So many milliseconds does nobody type before the site is asked. */
const PAUSE = 250;

/**
 * Ask while the user types: after a pause, and for the last text only.
 *
 * @param text - null = the list is closed
 * @param scope - what else the answer depends on, as the site
 */
export function useLookUp<T>(
  search: Search<T>,
  text: string | null,
  scope: string
): ILookUp<T> {
  const [lookUp, setLookUp] = useState<ILookUp<T>>({
    status: 'idle',
    found: []
  });
  // A new function with each drawing, which is no new question.
  const ask = useRef(search);
  ask.current = search;
  useEffect(() => {
    if (text === null) {
      setLookUp({ status: 'idle', found: [] });
      return;
    }
    const outdated = new AbortController();
    const tell = (next: ILookUp<T>) => {
      if (!outdated.signal.aborted) {
        setLookUp(next);
      }
    };
    setLookUp(before => ({ status: 'searching', found: before.found }));
    const timer = setTimeout(() => {
      ask.current(text, outdated.signal).then(
        found => tell({ status: 'found', found }),
        () => tell({ status: 'failed', found: [] })
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      outdated.abort();
    };
  }, [text, scope]);
  return lookUp;
}
