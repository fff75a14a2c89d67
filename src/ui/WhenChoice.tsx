import * as React from 'react';
import { usePanel } from './context';
import { RadioChoices } from './RadioChoices';

/** Ask for the confirmation after the upload, or before it. */
export function WhenChoice(): JSX.Element {
  const { session, state, trans } = usePanel();
  return (
    <RadioChoices
      name="when"
      legend={trans.__('When to publish')}
      value={state.publish.when}
      onChoose={when => session.publication.setWhen(when)}
      choices={[
        {
          value: 'after-upload',
          label: trans.__('Ask me after the upload'),
          help: trans.__(
            'You can look at the finished draft on %1 first.',
            state.account.site.name
          )
        },
        {
          value: 'now',
          label: trans.__('Ask me now, then publish by itself'),
          help: trans.__('Good for big uploads: you need not wait.')
        }
      ]}
    />
  );
}
