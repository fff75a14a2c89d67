import * as React from 'react';
import { useEffect, useRef } from 'react';
import { ExternalLink } from './ExternalLink';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { Section } from './Section';
import { SignInThere } from './SignInThere';
import { TokenForm } from './TokenForm';
import { usePanel } from './context';
import { useTarget } from './form';
import { tokenPageUrl } from '../core/zenodo/sites';
import { hostOf } from './format';

/** Where it goes, and who is signed in there. */
export function AccountSection(): JSX.Element {
  const { session, state, trans, prefix, locked } = usePanel();
  const { sites, site, status, problems, signIn } = state.account;
  const signedIn = status === 'signed-in';
  const button = useRef<HTMLButtonElement>(null);
  useTarget('account', 'token', button);
  const help = `${prefix}-site-help`;
  return (
    <Section name="account" summary={<Summary />} toDo={!signedIn}>
      {problems.map(problem => (
        <p key={problem} className="jp-ZenodoPublisher-note">
          <Icon name="warn" tone="warn" />
          <span>{problem}</span>
        </p>
      ))}
      <div className="jp-ZenodoPublisher-account">
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${prefix}-site`}>{trans.__('Site')}</label>
          <select
            className="jp-mod-styled"
            id={`${prefix}-site`}
            value={site.id}
            disabled={locked}
            aria-describedby={help}
            onChange={event => session.account.setSite(event.target.value)}
          >
            {sites.map(one => (
              <option key={one.id} value={one.id}>
                {one.test ? trans.__('%1 (for tests)', one.name) : one.name}
              </option>
            ))}
          </select>
          <p className="jp-ZenodoPublisher-help" id={help}>
            {site.citableDoi
              ? trans.__('%1. Real DOIs, kept for good', hostOf(site.url))
              : trans.__('%1. Test DOIs, not citable', hostOf(site.url))}
          </p>
        </div>
        {!signedIn && (
          <div>
            <SignInThere
              {...{ site, signIn }}
              actions={session.account.there}
              button={button}
            />
            <TokenForm key={site.id} />
          </div>
        )}
      </div>
      {signedIn ? (
        <SignedIn />
      ) : (
        <div className="jp-ZenodoPublisher-howto">
          <p>
            <Rich
              text={trans.__(
                '**No token yet?** [Make one on %1]: tick `deposit:write` and `deposit:actions`, press Create, copy the token and paste it here. A token is like a password: never put it into a notebook.',
                site.name
              )}
              link={words => (
                <ExternalLink href={tokenPageUrl(site)}>{words}</ExternalLink>
              )}
            />
          </p>
        </div>
      )}
    </Section>
  );
}

function Summary(): JSX.Element {
  const { state, trans } = usePanel();
  const { site, status } = state.account;
  return (
    <>
      {status === 'signed-in'
        ? trans.__('signed in to %1', site.name)
        : status === 'checking'
          ? trans.__('asking %1', site.name)
          : trans.__('not signed in')}
    </>
  );
}

function SignedIn(): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { site, signIn } = state.account;
  const words = useRef<HTMLParagraphElement>(null);
  // The form that had the focus is gone: hand the focus on.
  useEffect(() => {
    if (document.activeElement === document.body) {
      words.current?.focus();
    }
  }, []);
  return (
    <p ref={words} tabIndex={-1} className="jp-ZenodoPublisher-signed">
      <Icon name="ok" tone="ok" />
      <span>
        <Rich
          text={
            signIn.keeper === 'page'
              ? trans.__(
                  'Signed in to **%1**. The token is kept in memory until you close or reload this page.',
                  site.name
                )
              : trans.__(
                  'Signed in to **%1**. The token is kept by the secrets manager of this Jupyter.',
                  site.name
                )
          }
        />{' '}
        {!locked && (
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => session.account.signOut()}
          >
            {trans.__('Sign out')}
          </button>
        )}
      </span>
    </p>
  );
}
