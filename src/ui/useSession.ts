import type { ISignal } from '@lumino/signaling';
import { useCallback, useSyncExternalStore } from 'react';

/** A session's state; renders again whenever it changes. */
export function useSession<T, S>(session: {
  readonly state: S;
  readonly stateChanged: ISignal<T, void>;
}): S {
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
