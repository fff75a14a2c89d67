import { useEffect, useState } from 'react';
import type { ILicense } from '../../core/metadata/model';
import type { IPublicationSession } from '../../session/publicationSession';

/** What a look-up knows. */
export interface ILookUp {
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly found: readonly ILicense[];
}

const IDLE: ILookUp = { status: 'idle', found: [] };

/** So long does nobody type before the site is asked. */
const PAUSE = 250;

/** Ask the site for licences; `query` null = the list is closed. */
export function useLicenseSearch(
  session: IPublicationSession,
  siteId: string,
  query: string | null
): ILookUp {
  const [lookUp, setLookUp] = useState<ILookUp>(IDLE);
  useEffect(() => {
    if (query === null) {
      setLookUp(IDLE);
      return;
    }
    const outdated = new AbortController();
    setLookUp(before => ({ status: 'searching', found: before.found }));
    const timer = setTimeout(() => {
      session.metadata.searchLicenses(query, outdated.signal).then(
        found => {
          if (!outdated.signal.aborted) {
            setLookUp({ status: 'found', found });
          }
        },
        () => {
          if (!outdated.signal.aborted) {
            setLookUp({ status: 'failed', found: [] });
          }
        }
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      outdated.abort();
    };
  }, [session, siteId, query]);
  return lookUp;
}
