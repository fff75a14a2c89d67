import * as React from 'react';
import { useId, useMemo, useState } from 'react';
import type { ITranslator } from '../../core/text';
import type { IEditSession, IEditState } from '../../session/editing/editState';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { SiteStatus } from '../SiteStatus';
import { ITarget, TransProvider } from '../context';
import { DetailsForm } from '../fields/DetailsForm';
import { FormProvider } from '../form';
import { useSession } from '../useSession';
import { EditBar } from './EditBar';
import { EditNews } from './EditNews';
import { EditSignIn } from './EditSignIn';

export interface IEditPanelProps {
  session: IEditSession;
  trans: ITranslator;
}

/** The panel "Edit metadata": the form of one published record. */
export default function EditPanel({
  session,
  trans
}: IEditPanelProps): JSX.Element {
  const state = useSession(session);
  const prefix = useId();
  const [target, setTarget] = useState<ITarget | null>(null);
  const form = useMemo(
    () => ({ session, state, trans, prefix, target }),
    [session, state, trans, prefix, target]
  );
  const go = (field: string) =>
    setTarget({ section: 'metadata', field, reached: false });
  const isShown = state.phase === 'editing' || state.phase === 'saving';
  return (
    <TransProvider value={trans}>
      <FormProvider value={form}>
        <section
          className="jp-ZenodoPublisher"
          role="region"
          aria-label={trans.__('Edit metadata')}
        >
          <Top state={state} trans={trans} />
          <div className="jp-ZenodoPublisher-scroll" tabIndex={-1}>
            <div className="jp-ZenodoPublisher-col jp-ZenodoPublisher-editCol">
              <EditNews session={session} onGo={go} />
              {state.phase === 'signed-out' && <EditSignIn session={session} />}
              {state.phase === 'loading' && (
                <p>{trans.__('Asking %1…', state.account.site.name)}</p>
              )}
              {isShown && (
                <fieldset
                  className="jp-ZenodoPublisher-body jp-ZenodoPublisher-bodyPlain"
                  aria-labelledby={`${prefix}-details`}
                  disabled={state.phase === 'saving'}
                >
                  <h2 id={`${prefix}-details`}>{trans.__('Metadata')}</h2>
                  <DetailsForm communities={false} />
                </fieldset>
              )}
            </div>
          </div>
          {isShown && <EditBar session={session} onGo={go} />}
        </section>
      </FormProvider>
    </TransProvider>
  );
}

/** Which record it is, and where. */
function Top({
  state,
  trans
}: {
  state: IEditState;
  trans: ITranslator;
}): JSX.Element {
  const { site, status } = state.account;
  const { record } = state;
  return (
    <header className="jp-ZenodoPublisher-top">
      <div className="jp-ZenodoPublisher-topIn">
        <Icon name="publish" className="jp-ZenodoPublisher-logo" />
        <div className="jp-ZenodoPublisher-topText">
          <h1>{trans.__('Edit metadata')}</h1>
          {record && (
            <p>
              {record.title}{' '}
              <ExternalLink href={record.doiUrl || record.pageUrl}>
                {record.doi || record.id}
              </ExternalLink>
            </p>
          )}
        </div>
        <SiteStatus site={site} status={status} />
      </div>
      {site.test && (
        <div className="jp-ZenodoPublisher-sandbox" role="note">
          <div className="jp-ZenodoPublisher-sandboxIn">
            <p>
              <Rich
                text={trans.__(
                  '**TEST ONLY.** This record is on %1, and cannot be cited.',
                  site.name
                )}
              />
            </p>
          </div>
        </div>
      )}
    </header>
  );
}
