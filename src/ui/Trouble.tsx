import * as React from 'react';
import { CopyButton } from './CopyButton';
import { ExternalLink } from './ExternalLink';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { usePanel } from './context';

/**
 * What went wrong, always in three lines. `Resume` and `Discard draft` stand
 * in the bar below, once, where the next button always is.
 */
export function Trouble(): JSX.Element | null {
  const { session, state, trans, go } = usePanel();
  const { trouble, draft } = state.publish;
  if (!trouble) {
    return null;
  }
  return (
    <div className="jp-ZenodoPublisher-trouble" tabIndex={-1}>
      <div className="jp-ZenodoPublisher-troubleHead">
        <Icon name="warn" tone="warn" big />
        <h2>
          {state.phase === 'published'
            ? trans.__('Published, but one thing is left to do')
            : trans.__('This stopped. Nothing you did is lost')}
        </h2>
      </div>
      <dl className="jp-ZenodoPublisher-what">
        <Line name={trans.__('What happened')} text={trouble.happened} />
        <Line name={trans.__('What was kept')} text={trouble.kept} />
        <Line name={trans.__('What to do')} text={trouble.next} />
      </dl>
      <p className="jp-ZenodoPublisher-links">
        {trouble.actions.includes('sign-in') && (
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => go('account', 'token')}
          >
            {state.account.signIn.offered
              ? trans.__('Go to Sign in')
              : trans.__('Go to the access token')}
          </button>
        )}
        {trouble.actions.includes('take-over') && (
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => void session.publication.takeOver()}
          >
            {trans.__('Go on here instead')}
          </button>
        )}
        {trouble.actions.includes('use-site') && (
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => void session.publication.useDetails('site')}
          >
            {trans.__('Use what is on %1', state.account.site.name)}
          </button>
        )}
        {trouble.actions.includes('use-mine') && (
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => void session.publication.useDetails('mine')}
          >
            {trans.__('Send the details of this form')}
          </button>
        )}
        {draft && (
          <ExternalLink href={draft.url}>
            {trans.__('Open the draft on %1', state.account.site.name)}
          </ExternalLink>
        )}
        {trouble.details && (
          <CopyButton plain onCopy={() => session.copy.details()}>
            {trans.__('Copy error details')}
          </CopyButton>
        )}
      </p>
    </div>
  );
}

function Line({ name, text }: { name: string; text: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Rich text={text} />
      </dd>
    </div>
  );
}
