import * as React from 'react';
import { useState } from 'react';
import { BadgePreview } from './BadgePreview';
import { usePanel } from './context';

/** Which notebooks get the badge cell. */
export function BadgeChoices(): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const { badges, readme } = state.publish;
  const { site } = state.account;
  const [preview, setPreview] = useState(false);
  const previewId = `${prefix}-badge-preview`;
  return (
    <fieldset className="jp-ZenodoPublisher-choices">
      <legend>{trans.__('Badges')}</legend>
      <p className="jp-ZenodoPublisher-help">
        {site.test
          ? trans.__(
              'Only in the uploaded copies, with the words “TEST, not citable”. Your notebooks are not changed.'
            )
          : site.binder
            ? trans.__(
                'A small cell at the top with the DOI and a link that opens the notebook in Binder.'
              )
            : trans.__('A small cell at the top with the DOI.')}{' '}
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          aria-expanded={preview}
          aria-controls={previewId}
          onClick={() => setPreview(!preview)}
        >
          {preview ? trans.__('Hide it') : trans.__('Show it')}
        </button>
      </p>
      <div id={previewId}>{preview && <BadgePreview />}</div>
      {badges.map(({ path, on }) => (
        <label key={path}>
          <input
            type="checkbox"
            checked={on}
            onChange={event => session.badges.set(path, event.target.checked)}
          />{' '}
          <span>{path}</span>
        </label>
      ))}
      {readme && !site.test && (
        <label>
          <input
            type="checkbox"
            checked={readme.inFolder}
            onChange={event =>
              session.badges.setReadmeInFolder(event.target.checked)
            }
          />{' '}
          <span>{trans.__('%1 in my folder', readme.path)}</span>
        </label>
      )}
    </fieldset>
  );
}
