import * as React from 'react';
import { usePanel } from './context';

/** Ask for the confirmation after the upload, or before it. */
export function WhenChoice(): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const choice = (
    value: 'after-upload' | 'now',
    label: string,
    help: string
  ) => (
    <label>
      <input
        type="radio"
        name={`${prefix}-when`}
        checked={state.publish.when === value}
        onChange={() => session.publication.setWhen(value)}
      />
      <span>
        {label}
        <span className="jp-ZenodoPublisher-help">{help}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="jp-ZenodoPublisher-choices">
      <legend>{trans.__('When to publish')}</legend>
      {choice(
        'after-upload',
        trans.__('Ask me after the upload'),
        trans.__(
          'You can look at the finished draft on %1 first.',
          state.account.site.name
        )
      )}
      {choice(
        'now',
        trans.__('Ask me now, then publish by itself'),
        trans.__('Good for big uploads: you need not wait.')
      )}
    </fieldset>
  );
}
