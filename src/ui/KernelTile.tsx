import * as React from 'react';
import { Rich } from './Rich';
import { usePanel } from './context';
import { baseName } from './format';

/** Environment files made from a notebook's kernel, and their text. */
export function KernelTile(): JSX.Element | null {
  const { session, state, trans } = usePanel();
  const { capture, generated, notebook } = state.environment;
  if (capture === 'not-possible') {
    return null;
  }
  return (
    <div className="jp-ZenodoPublisher-tile">
      <h3>{trans.__('Environment from your kernel')}</h3>
      {capture === 'added' ? (
        <>
          <p>
            {trans.__(
              'These files are made here and go into the bundle. Your folder stays as it is.'
            )}
          </p>
          {generated.map(({ path: name, text }) => (
            <figure key={name} className="jp-ZenodoPublisher-made">
              <figcaption>
                <code>{name}</code>
              </figcaption>
              <pre
                className="jp-ZenodoPublisher-diffText"
                tabIndex={0}
                role="group"
                aria-label={trans.__('Text of %1', name)}
              >
                {text}
              </pre>
            </figure>
          ))}
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            onClick={() => void session.environment.drop()}
          >
            {trans.__('Leave them out')}
          </button>
        </>
      ) : (
        <>
          <p>
            <Rich
              text={trans.__(
                'Lists what is really used in the kernel of `%1`, with versions. You see the text here.',
                notebook === null ? '' : baseName(notebook)
              )}
            />
          </p>
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            aria-disabled={capture === 'reading' || undefined}
            onClick={() => {
              if (capture === 'possible') {
                void session.environment.capture();
              }
            }}
          >
            {trans.__('Read the kernel…')}
          </button>
          <p aria-live="polite">
            {capture === 'reading' && trans.__('Reading the kernel.')}
          </p>
        </>
      )}
    </div>
  );
}
