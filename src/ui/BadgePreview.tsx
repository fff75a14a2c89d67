import * as React from 'react';
import { Badges } from './Badges';
import { Rich } from './Rich';
import { usePanel } from './context';

/** The badge cell as it will be, with a placeholder where the DOI goes. */
export function BadgePreview(): JSX.Element {
  const { session, state, trans } = usePanel();
  const source = session.badges.preview();
  const readme = session.badges.readmePreview();
  const { site } = state.account;
  // Drawn with the site's own kind of DOI; the text below is the exact cell.
  const doi = /10\.\d{4,9}\/[\w.-]*\w/.exec(source)?.[0];
  return (
    <div className="jp-ZenodoPublisher-preview">
      {doi && <Badges doi={doi} binder={site.binder !== null} />}
      <pre
        className="jp-ZenodoPublisher-diffText"
        tabIndex={0}
        role="group"
        aria-label={trans.__('Text of the badge cell')}
      >
        {source}
      </pre>
      {readme && (
        <>
          <p>
            <Rich text={trans.__('In the copy of `%1`:', readme.path)} />
          </p>
          <pre
            className="jp-ZenodoPublisher-diffText"
            tabIndex={0}
            role="group"
            aria-label={trans.__('Text put into %1', readme.path)}
          >
            {readme.text}
          </pre>
        </>
      )}
      <p className="jp-ZenodoPublisher-help">
        <Rich
          text={trans.__(
            'The metadata of the copies say, too, where they were published (`zenodo_publisher`).'
          )}
        />
      </p>
      <p className="jp-ZenodoPublisher-help">
        {trans.__('The real DOI takes the place of this one.')}
      </p>
    </div>
  );
}
