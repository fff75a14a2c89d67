import * as React from 'react';
import type { Route } from '../core/transfer/jupyterServer';
import { usePanel } from './context';

/** How the files travel; nothing where there is no choice. */
export function RouteChoice(): JSX.Element | null {
  const { session, state, trans, prefix } = usePanel();
  const { offered, by, unseen } = state.publish.route;
  if (!offered) {
    return null;
  }
  const choice = (value: Route, label: string, help: string) => (
    <label>
      <input
        type="radio"
        name={`${prefix}-route`}
        checked={by === value}
        onChange={() => session.route.choose(value)}
      />
      <span>
        {label}
        <span className="jp-ZenodoPublisher-help">{help}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="jp-ZenodoPublisher-choices">
      <legend>{trans.__('How the files travel')}</legend>
      {choice(
        'server',
        trans.__('Straight from Jupyter’s server'),
        trans.__(
          'Nothing passes through your computer. The upload goes on when this tab is closed, and the server holds your token in memory until it has ended. Publishing waits for you.'
        )
      )}
      {choice(
        'browser',
        trans.__('Through this browser'),
        trans.__('This tab has to stay open until the upload has ended.')
      )}
      {by === 'server' && unseen > 0 && (
        <p className="jp-ZenodoPublisher-help">
          {trans._n(
            '%1 file of more than 5 MB stays on the server and is not looked through for passwords and keys.',
            '%1 files of more than 5 MB stay on the server and are not looked through for passwords and keys.',
            unseen
          )}
        </p>
      )}
    </fieldset>
  );
}
