import * as React from 'react';
import { useCallback, useId, useRef, useSyncExternalStore } from 'react';
import type { ITranslator } from '../../core/text';
import type {
  IOpenRecordSession,
  IOpenRecordState
} from '../../session/records/state';
import { TransProvider } from '../context';
import { useKeptFocus } from '../useKeptFocus';
import { AddressForm } from './AddressForm';
import { FoundRecord } from './FoundRecord';
import { OpenProgress } from './OpenProgress';
import { OpenResult } from './OpenResult';
import { OpenStopped } from './OpenStopped';

export interface IOpenRecordPanelProps {
  session: IOpenRecordSession;
  trans: ITranslator;
}

/** The panel "Open a Zenodo record": which one, what comes with it, and what became of it. */
export function OpenRecordPanel({
  session,
  trans
}: IOpenRecordPanelProps): JSX.Element {
  const state = useOpening(session);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed goes away with the step that it ends.
  const watch = useKeptFocus(() => title.current);
  const { phase } = state;
  return (
    <TransProvider value={trans}>
      <section
        className="jp-ZenodoPublisher jp-ZenodoPublisher-open"
        role="region"
        aria-labelledby={`${id}-title`}
        {...watch}
      >
        <div className="jp-ZenodoPublisher-openIn">
          <h1 id={`${id}-title`} ref={title} tabIndex={-1}>
            {trans.__('Open a Zenodo record')}
          </h1>
          {(phase === 'asking' || phase === 'looking' || phase === 'found') && (
            <AddressForm session={session} state={state} />
          )}
          {phase === 'found' && <FoundRecord session={session} state={state} />}
          {phase === 'running' && (
            <OpenProgress session={session} state={state} />
          )}
          <div role="status">
            {phase === 'done' && <OpenResult session={session} state={state} />}
          </div>
          <div role="alert">
            {phase === 'stopped' && (
              <OpenStopped session={session} state={state} />
            )}
          </div>
        </div>
      </section>
    </TransProvider>
  );
}

export default OpenRecordPanel;

/** What each part of the panel gets. */
export interface IOpenPartProps {
  session: IOpenRecordSession;
  state: IOpenRecordState;
}

/** The state of the session; renders again whenever it changes. */
function useOpening(session: IOpenRecordSession): IOpenRecordState {
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
