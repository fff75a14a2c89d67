import { useCallback, useSyncExternalStore } from 'react';
import type { IPublicationSession } from '../session/publicationSession';
import type { IPublicationState } from '../session/state';

/** The session's state; renders again whenever it changes. */
export function useSession(session: IPublicationSession): IPublicationState {
  const subscribe = useCallback(
    (changed: () => void) => {
      session.stateChanged.connect(changed);
      return () => {
        session.stateChanged.disconnect(changed);
      };
    },
    [session]
  );
  return useSyncExternalStore(subscribe, () => session.state);
}
