import * as React from 'react';
import type { ISite } from '../core/zenodo/sites';
import type {
  ISignInActions,
  ISignInState
} from '../session/signIn/signInState';
import { ExternalLink } from './ExternalLink';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { applicationsUrl } from '../core/zenodo/sites';
import { useTrans } from './context';

interface ISignInThereProps {
  site: ISite;
  signIn: ISignInState;
  actions: ISignInActions;
  button?: React.RefObject<HTMLButtonElement>;
}

/** Signing in on the site's own page, and how that goes. Null where it cannot be done. */
export function SignInThere(props: ISignInThereProps): JSX.Element | null {
  const { site, signIn, actions, button } = props;
  const trans = useTrans();
  const { offered, phase, problem, keeper } = signIn;
  if (!offered) {
    return <Left {...props} />;
  }
  const isIdle = phase === 'idle';
  return (
    <div className="jp-ZenodoPublisher-field jp-ZenodoPublisher-signThere">
      {(isIdle || phase === 'closed') && (
        <div>
          <button
            ref={button}
            type="button"
            className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
            onClick={actions.begin}
          >
            {trans.__('Sign in with %1', site.name)}
          </button>
        </div>
      )}
      <div aria-live="polite">
        <Progress {...props} />
        {isIdle && problem && (
          <p className="jp-ZenodoPublisher-fieldError">
            <Icon name="stop" tone="error" />
            <span>{problem}</span>
          </p>
        )}
      </div>
      {isIdle && (
        <p className="jp-ZenodoPublisher-help">
          {keeper === 'page'
            ? trans.__(
                'On %1’s own page, in a new window: your password stays there. What we get is kept in memory until you close or reload this page.',
                site.name
              )
            : trans.__(
                'On %1’s own page, in a new window: your password stays there. What we get is kept by the secrets manager of this Jupyter.',
                site.name
              )}
        </p>
      )}
      <Left {...props} />
    </div>
  );
}

function Progress({
  site,
  signIn: { phase },
  actions
}: ISignInThereProps): JSX.Element | null {
  const trans = useTrans();
  const cancel = (
    <button
      type="button"
      className="jp-ZenodoPublisher-link"
      onClick={actions.cancel}
    >
      {trans.__('Do not wait')}
    </button>
  );
  switch (phase) {
    case 'waiting':
      return (
        <p>
          {trans.__('Go on in the window of %1.', site.name)}{' '}
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={actions.show}
          >
            {trans.__('Show it')}
          </button>{' '}
          {cancel}
        </p>
      );
    case 'closed':
      return (
        <p>
          {trans.__(
            'It looks as if the window of %1 was closed before you were done. If it is still there, go on in it; else sign in anew.',
            site.name
          )}{' '}
          {cancel}
        </p>
      );
    case 'asking':
      return (
        <p>
          {trans.__('%1 let you in. One moment, we get the token.', site.name)}{' '}
          {cancel}
        </p>
      );
    default:
      return null;
  }
}

/** After signing out: what is left to do on the site. */
function Left({ site, signIn }: ISignInThereProps): JSX.Element | null {
  const trans = useTrans();
  return signIn.hasLeft ? (
    <p className="jp-ZenodoPublisher-help" role="status">
      <Rich
        text={
          signIn.keeper === 'stuck'
            ? trans.__(
                'You are signed out here, but the secrets manager of this Jupyter did not remove the token. To end it on %1, revoke it under [your applications].',
                site.name
              )
            : trans.__(
                'You are signed out here, and we forgot the token. To end it on %1 as well, revoke it under [your applications].',
                site.name
              )
        }
        link={words => (
          <ExternalLink href={applicationsUrl(site)}>{words}</ExternalLink>
        )}
      />
    </p>
  ) : null;
}
