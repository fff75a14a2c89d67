import * as React from 'react';
import { useState } from 'react';
import type { ISite } from '../core/zenodo/sites';
import type { Keeper } from '../session/signIn/signInState';
import { Icon } from './Icon';
import { useTrans } from './context';
import { hostOf } from './format';

interface ITokenFieldProps {
  id: string;
  site: ISite;
  checking: boolean;
  /** Why the last token was not taken. */
  refused: string | null;
  /** The site that it may belong to. */
  otherSite: ISite | null;
  input: React.RefObject<HTMLInputElement>;
  /** There is a better way to sign in above it. */
  isSecond: boolean;
  /** Who will keep the token. */
  keeper: Keeper;
  onSignIn: (token: string) => void;
  onTryOther: () => void;
}

/**
 * A real password form, so that a browser's password manager can keep the
 * token. Here the token lives in this field only; it is never part of the state.
 */
export function TokenField(props: ITokenFieldProps): JSX.Element {
  const { id, site, checking, refused, otherSite, input, isSecond, keeper } =
    props;
  const trans = useTrans();
  const [empty, setEmpty] = useState(false);
  const error = empty ? trans.__('Paste your token here.') : refused;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const token = input.current?.value.trim() ?? '';
    setEmpty(token === '');
    if (token === '') {
      input.current?.focus();
    } else if (!checking) {
      props.onSignIn(token);
    }
  };
  return (
    <form
      className="jp-ZenodoPublisher-field jp-ZenodoPublisher-tokenField"
      onSubmit={submit}
    >
      <label htmlFor={id}>{trans.__('Access token')}</label>
      <input
        type="text"
        className="jp-ZenodoPublisher-hidden"
        autoComplete="username"
        value={hostOf(site.url)}
        tabIndex={-1}
        aria-hidden="true"
        readOnly
      />
      <div className="jp-ZenodoPublisher-joined">
        <input
          ref={input}
          className="jp-mod-styled"
          type="password"
          id={id}
          autoComplete="current-password"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error ${id}-help` : `${id}-help`}
        />
        <button
          type="submit"
          className={`jp-mod-styled jp-ZenodoPublisher-btn${isSecond ? '' : ' jp-mod-accept'}`}
          aria-disabled={checking || undefined}
        >
          {trans.__('Sign in')}
        </button>
      </div>
      <div id={`${id}-error`} aria-live="polite">
        {checking && trans.__('Asking %1 about this token.', site.name)}
        {!checking && error && (
          <p className="jp-ZenodoPublisher-fieldError">
            <Icon name="stop" tone="error" />
            <span>
              {error}{' '}
              {!empty && otherSite && (
                <button
                  type="button"
                  className="jp-ZenodoPublisher-link"
                  onClick={props.onTryOther}
                >
                  {trans.__('Try it on %1', otherSite.name)}
                </button>
              )}
            </span>
          </p>
        )}
      </div>
      <p className="jp-ZenodoPublisher-help" id={`${id}-help`}>
        {keeper === 'page'
          ? trans.__(
              'Sent to %1 only. Kept in memory until you close or reload this page.',
              hostOf(site.url)
            )
          : trans.__(
              'Used for %1 only. Kept by the secrets manager of this Jupyter.',
              hostOf(site.url)
            )}
      </p>
    </form>
  );
}
