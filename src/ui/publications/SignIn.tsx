import * as React from 'react';
import { useId, useRef, useState } from 'react';
import { tokenPageUrl } from '../../core/zenodo/sites';
import type { IPublicationsSession } from '../../session/publications/state';
import { ExternalLink } from '../ExternalLink';
import { Rich } from '../Rich';
import { SignInThere } from '../SignInThere';
import { TokenField } from '../TokenField';
import { useTrans } from '../context';

/**
 * The token of the site that is shown; of any site while nobody is signed in
 * anywhere. Null where that is done.
 */
export function SignIn({
  session
}: {
  session: IPublicationsSession;
}): JSX.Element | null {
  const { sites, siteId, defaultSiteId } = session.state;
  const trans = useTrans();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(defaultSiteId);
  const isSomewhere = sites.some(({ status }) => status === 'signed-in');
  const view =
    sites.find(({ site }) => site.id === (siteId ?? chosen)) ?? sites[0];
  if (!view || view.status === 'signed-in' || (!siteId && isSomewhere)) {
    return null;
  }
  const { site, status, refused, otherSite, signIn } = view;
  return (
    <div className="jp-ZenodoPublisher-sideSign">
      <p>{trans.__('Sign in to see your records.')}</p>
      {siteId === null && sites.length > 1 && (
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${id}-site`}>{trans.__('Site')}</label>
          <select
            className="jp-mod-styled"
            id={`${id}-site`}
            value={site.id}
            onChange={event => setChosen(event.target.value)}
          >
            {sites.map(one => (
              <option key={one.site.id} value={one.site.id}>
                {one.site.test
                  ? trans.__('%1 (for tests)', one.site.name)
                  : one.site.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <SignInThere {...{ site, signIn }} actions={session.signInThere(site)} />
      <TokenField
        key={site.id}
        id={`${id}-token`}
        checking={status === 'checking'}
        isSecond={signIn.offered}
        keeper={signIn.keeper}
        onSignIn={token => void session.signIn(site.id, token)}
        onTryOther={() => void session.tryOtherSite(site.id)}
        {...{ site, refused, otherSite, input }}
      />
      <p className="jp-ZenodoPublisher-help">
        <Rich
          text={trans.__('No token yet? [Make one on %1].', site.name)}
          link={words => (
            <ExternalLink href={tokenPageUrl(site)}>{words}</ExternalLink>
          )}
        />
      </p>
    </div>
  );
}
