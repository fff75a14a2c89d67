import * as React from 'react';
import { useRef } from 'react';
import { tokenPageUrl } from '../../core/zenodo/sites';
import type { IEditSession } from '../../session/editing/editState';
import { ExternalLink } from '../ExternalLink';
import { Rich } from '../Rich';
import { SignInThere } from '../SignInThere';
import { TokenField } from '../TokenField';
import { useForm } from '../form';

/** The token of the record's site. */
export function EditSignIn({
  session
}: {
  session: IEditSession;
}): JSX.Element {
  const { trans, prefix } = useForm();
  const { site, status, refused, signIn } = session.state.account;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="jp-ZenodoPublisher-group">
      <p>{trans.__('Sign in to %1 to change the details.', site.name)}</p>
      <SignInThere {...{ site, signIn }} actions={session.account.there} />
      <TokenField
        id={`${prefix}-token`}
        checking={status === 'checking'}
        isSecond={signIn.offered}
        keeper={signIn.keeper}
        // A token of another site is of no use for this record.
        otherSite={null}
        onSignIn={token => void session.account.signIn(token)}
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
