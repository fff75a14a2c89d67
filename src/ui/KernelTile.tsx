import * as React from 'react';
import { useRef } from 'react';
import { Rich } from './Rich';
import { usePanel } from './context';
import { GeneratedFile } from './environment/GeneratedFile';
import { baseName } from './format';
import { useKeptFocus } from './useKeptFocus';

/** Environment files made from a notebook's kernel, to be read, changed and kept. */
export function KernelTile(): JSX.Element | null {
  const { state, trans } = usePanel();
  const { capture, generated, notebook } = state.environment;
  const heading = useRef<HTMLHeadingElement>(null);
  const watch = useKeptFocus(() => heading.current);
  const made = generated.length > 0;
  if (capture === 'not-possible' && !made) {
    return null;
  }
  return (
    <div className="jp-ZenodoPublisher-tile" {...watch}>
      <h3 ref={heading} tabIndex={-1}>
        {capture === 'not-possible'
          ? trans.__('Made for Binder')
          : trans.__('Environment from your kernel')}
      </h3>
      {made ? (
        <Made />
      ) : capture === 'read' ? (
        <p>
          {trans.__(
            'The kernel was read. Your own environment file stays as it is; what it lacks is listed above.'
          )}
        </p>
      ) : (
        <p>
          <Rich
            text={
              notebook === null
                ? trans.__(
                    'Lists what is really used in the kernel, with versions. You see the text here.'
                  )
                : trans.__(
                    'Lists what is really used in the kernel of `%1`, with versions. You see the text here.',
                    baseName(notebook)
                  )
            }
          />
        </p>
      )}
      <Buttons />
      <p aria-live="polite">
        {capture === 'reading' && trans.__('Reading the kernel.')}
      </p>
    </div>
  );
}

/** The files, and where they are. */
function Made(): JSX.Element {
  const { state, trans } = usePanel();
  const { generated } = state.environment;
  return (
    <>
      <p aria-live="polite">
        {generated.every(({ saved }) => saved)
          ? trans.__('These files are in your folder, too.')
          : trans.__(
              'These files are made here and go into the bundle. You can change them.'
            )}
      </p>
      {generated.map(file => (
        <GeneratedFile key={file.path} file={file} />
      ))}
    </>
  );
}

function Buttons(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { capture, generated } = state.environment;
  const made = generated.length > 0;
  const reading = capture === 'reading';
  const saved = generated.every(file => file.saved);
  return (
    <div className="jp-ZenodoPublisher-options">
      {made && !saved && (
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.environment.save()}
        >
          {trans.__('Save in my folder')}
        </button>
      )}
      {capture !== 'not-possible' && (
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          aria-disabled={reading || undefined}
          onClick={() => {
            if (!reading) {
              void session.environment.capture();
            }
          }}
        >
          {made || capture === 'read'
            ? trans.__('Read the kernel again')
            : trans.__('Read the kernel…')}
        </button>
      )}
      {made && (
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.environment.drop()}
        >
          {trans.__('Leave them out')}
        </button>
      )}
    </div>
  );
}
