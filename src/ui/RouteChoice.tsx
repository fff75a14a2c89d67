import * as React from 'react';
import { usePanel } from './context';
import { RadioChoices } from './RadioChoices';

/** How the files travel; nothing where there is no choice. */
export function RouteChoice(): JSX.Element | null {
  const { session, state, trans } = usePanel();
  const { offered, by, unseen } = state.publish.route;
  return offered ? (
    <RadioChoices
      name="route"
      legend={trans.__('How the files travel')}
      value={by}
      onChoose={route => session.route.choose(route)}
      choices={[
        {
          value: 'server',
          label: trans.__('Straight from Jupyter’s server'),
          help: trans.__(
            'Nothing passes through your computer. The upload goes on when this tab is closed, and the server holds your token in memory until it has ended. Publishing waits for you.'
          )
        },
        {
          value: 'browser',
          label: trans.__('Through this browser'),
          help: trans.__(
            'This tab has to stay open until the upload has ended.'
          )
        }
      ]}
    >
      {by === 'server' && unseen > 0 && (
        <p className="jp-ZenodoPublisher-help">
          {trans._n(
            '%1 file of more than 5 MB stays on the server and is not looked through for passwords and keys.',
            '%1 files of more than 5 MB stay on the server and are not looked through for passwords and keys.',
            unseen
          )}
        </p>
      )}
    </RadioChoices>
  ) : null;
}
