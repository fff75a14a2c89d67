import * as React from 'react';
import { useState } from 'react';
import { usePanel } from './context';

/** Keep what the form says in the project, for the next time and for other programs. */
export function SaveDetails(): JSX.Element {
  const { session, trans } = usePanel();
  const [busy, setBusy] = useState(false);
  const save = (kind: 'cff' | 'zenodo' | 'codemeta', name: string) => (
    <button
      type="button"
      className="jp-mod-styled jp-ZenodoPublisher-btn"
      disabled={busy}
      onClick={() => {
        setBusy(true);
        void session.metadata.writeFile(kind).finally(() => setBusy(false));
      }}
    >
      {trans.__('Save as %1', name)}
    </button>
  );
  return (
    <section className="jp-ZenodoPublisher-group">
      <h3>{trans.__('Keep these details with your files')}</h3>
      <p className="jp-ZenodoPublisher-help">
        {trans.__(
          'The next publication, and other programs that read such files, are then filled in by themselves. What else stands in the file stays.'
        )}
      </p>
      <p className="jp-ZenodoPublisher-options">
        {save('cff', 'CITATION.cff')}
        {save('zenodo', '.zenodo.json')}
        {save('codemeta', 'codemeta.json')}
      </p>
    </section>
  );
}
