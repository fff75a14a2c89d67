import * as React from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { tokenPageUrl } from '../../core/zenodo/sites';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { SignInThere } from '../SignInThere';
import { TokenField } from '../TokenField';
import { useTrans } from '../context';
import type { IOpenPartProps } from './OpenRecordPanel';

/** A DOI as they look; the same in each language. */
const EXAMPLE = '10.5281/zenodo.1234567';

/** Which record; and what signing in would help. */
export function AddressForm({ session, state }: IOpenPartProps): JSX.Element {
  const { address, problem, phase, sites, siteId } = state;
  const trans = useTrans();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(address);
  // Another one was asked for from elsewhere, as from the list of publications.
  useEffect(() => setTyped(address), [address]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    void session.lookUp(typed);
  };
  return (
    <>
      <form className="jp-ZenodoPublisher-field" onSubmit={submit}>
        <label htmlFor={id}>{trans.__('DOI or address of the record')}</label>
        <div className="jp-ZenodoPublisher-joined">
          <input
            ref={input}
            className="jp-mod-styled"
            id={id}
            type="text"
            autoComplete="off"
            spellCheck={false}
            placeholder={EXAMPLE}
            value={typed}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`${id}-error ${id}-help`}
            onChange={event => setTyped(event.target.value)}
          />
          <button
            type="submit"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            aria-disabled={phase === 'looking' || undefined}
          >
            {trans.__('Look up')}
          </button>
        </div>
        <div id={`${id}-error`} aria-live="polite">
          {phase === 'looking' && trans.__('Looking it up.')}
          {problem && (
            <p className="jp-ZenodoPublisher-fieldError">
              <Icon name="stop" tone="error" />
              <span>{problem}</span>
            </p>
          )}
        </div>
        <p className="jp-ZenodoPublisher-help" id={`${id}-help`}>
          {trans.__(
            'Its files are downloaded into a new folder, ready to run. Published records need no account.'
          )}
        </p>
      </form>
      {sites.length > 1 && (
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${id}-site`}>{trans.__('Site')}</label>
          <select
            className="jp-mod-styled"
            id={`${id}-site`}
            value={siteId ?? ''}
            aria-describedby={`${id}-siteHelp`}
            onChange={event => void session.chooseSite(event.target.value)}
          >
            {sites.map(site => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </select>
          <p className="jp-ZenodoPublisher-help" id={`${id}-siteHelp`}>
            {trans.__('This DOI can be of several sites.')}
          </p>
        </div>
      )}
      <SignIn session={session} state={state} />
    </>
  );
}

/** For the files of a record that only some may read. */
function SignIn({ session, state }: IOpenPartProps): JSX.Element | null {
  const trans = useTrans();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  if (!state.signIn) {
    return null;
  }
  const { site, status, refused, signIn } = state.signIn;
  return (
    <div className="jp-ZenodoPublisher-openSign">
      <SignInThere {...{ site, signIn }} actions={session.signInThere(site)} />
      <TokenField
        key={site.id}
        id={id}
        checking={status === 'checking'}
        isSecond={signIn.offered}
        keeper={signIn.keeper}
        otherSite={null}
        onSignIn={token => void session.signIn(token)}
        onTryOther={() => undefined}
        {...{ site, refused, input }}
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
