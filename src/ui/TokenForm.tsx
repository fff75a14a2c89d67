import * as React from 'react';
import { useRef } from 'react';
import { TokenField } from './TokenField';
import { usePanel } from './context';
import { useTarget } from './form';

/** The token of the chosen site. */
export function TokenForm(): JSX.Element {
  const { session, state, prefix } = usePanel();
  const { site, refused, otherSite, status, signIn } = state.account;
  const input = useRef<HTMLInputElement>(null);
  // Where there is a button above it, that is what one is sent to.
  useTarget('account', signIn.offered ? 'token field' : 'token', input);
  return (
    <TokenField
      id={`${prefix}-token`}
      checking={status === 'checking'}
      isSecond={signIn.offered}
      keeper={signIn.keeper}
      onSignIn={token => void session.account.signIn(token)}
      onTryOther={() => void session.account.tryOtherSite()}
      {...{ site, refused, otherSite, input }}
    />
  );
}
