import * as React from 'react';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { SandboxBand } from './SandboxBand';
import { SiteStatus } from './SiteStatus';
import { usePanel } from './context';
import { baseName } from './format';

/** What is being published, and where. */
export function Header(): JSX.Element {
  const { state, trans } = usePanel();
  const { site, status } = state.account;
  return (
    <header className="jp-ZenodoPublisher-top">
      <div className="jp-ZenodoPublisher-topIn">
        <Icon name="publish" className="jp-ZenodoPublisher-logo" />
        <div className="jp-ZenodoPublisher-topText">
          <h1>{trans.__('Publish to Zenodo')}</h1>
          <Selection />
        </div>
        <SiteStatus site={site} status={status} />
      </div>
      {site.test && <SandboxBand />}
    </header>
  );
}

/** The selection in words: `2 notebooks from soil-moisture`. */
function Selection(): JSX.Element {
  const { state, trans } = usePanel();
  const { selection, contents } = state;
  const count = selection.length;
  const folder = baseName(contents.root);
  const notebooks = selection.every(path => path.endsWith('.ipynb'));
  if (!notebooks && count === 1) {
    return (
      <p>
        <code>{baseName(selection[0]) || '/'}</code>
      </p>
    );
  }
  const text =
    folder === ''
      ? notebooks
        ? trans._n('%1 notebook', '%1 notebooks', count)
        : trans._n('%1 thing', '%1 files and folders', count)
      : notebooks
        ? trans._n(
            '%1 notebook from `%2`',
            '%1 notebooks from `%2`',
            count,
            folder
          )
        : trans._n(
            '%1 thing from `%2`',
            '%1 files and folders from `%2`',
            count,
            folder
          );
  return (
    <p>
      <Rich text={text} />
    </p>
  );
}
