import * as React from 'react';
import { useState } from 'react';
import type { DataLicense } from '../../session/dataState';
import { Icon } from '../Icon';
import { usePanel } from '../context';
import { formatSize } from '../format';
import { PathList } from './PathList';

/** The record that the data get, beside that of the notebooks. */
export function DataRecord(): JSX.Element | null {
  const { session, state, trans, prefix } = usePanel();
  const { paths, bytes, title, defaultTitle, license } = state.data;
  const own = `${prefix}-data`;
  if (paths.length === 0) {
    return null;
  }
  return (
    <section
      className="jp-ZenodoPublisher-dataRecord"
      aria-labelledby={`${own}-heading`}
    >
      <header className="jp-ZenodoPublisher-dataHead">
        <Icon name="info" tone="info" />
        <h3 id={`${own}-heading`}>
          {trans.__('The data get a record of their own')}
        </h3>
        <button
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => void session.data.join()}
        >
          {trans.__('Put the data back')}
        </button>
      </header>
      <p>
        {trans._n(
          '%1 file, %2, is published in a second record, before the notebooks:',
          '%1 files, %2, are published in a second record, before the notebooks:',
          paths.length,
          formatSize(bytes)
        )}{' '}
        <PathList paths={paths} />
      </p>
      <div className="jp-ZenodoPublisher-two">
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${own}-title`}>
            {trans.__('Title of the data’s record')}
          </label>
          <input
            className="jp-mod-styled"
            id={`${own}-title`}
            autoComplete="off"
            value={title}
            placeholder={defaultTitle}
            aria-describedby={`${own}-title-help`}
            onChange={event => session.data.setTitle(event.target.value)}
          />
          <p className="jp-ZenodoPublisher-help" id={`${own}-title-help`}>
            {trans.__(
              'Left empty: %1. Creators, date, version and keywords are those of the notebooks.',
              defaultTitle
            )}
          </p>
        </div>
        <div className="jp-ZenodoPublisher-field">
          <label htmlFor={`${own}-license`}>
            {trans.__('Licence of the data')}
          </label>
          <select
            className="jp-mod-styled"
            id={`${own}-license`}
            value={license}
            onChange={event =>
              session.data.setLicense(event.target.value as DataLicense)
            }
          >
            <option value="cc-by-4.0">
              {trans.__('CC BY 4.0: everyone may use them and names you')}
            </option>
            <option value="cc0-1.0">
              {trans.__('CC0 1.0: everyone may use them in any way')}
            </option>
            <option value="same">{trans.__('the one of the notebooks')}</option>
          </select>
        </div>
      </div>
      <Cells />
      <p className="jp-ZenodoPublisher-help">
        {trans.__(
          'Both records link to each other. The files in your folder stay where they are.'
        )}
      </p>
    </section>
  );
}

/** Which notebooks get the cell that fetches the data, and how it looks. */
function Cells(): JSX.Element {
  const { session, state, trans, prefix } = usePanel();
  const { cells, foreign } = state.data;
  const [shown, setShown] = useState(false);
  const previewId = `${prefix}-data-preview`;
  return (
    <>
      {cells.length > 0 && (
        <fieldset className="jp-ZenodoPublisher-choices">
          <legend>{trans.__('A cell that fetches the data')}</legend>
          <p className="jp-ZenodoPublisher-help">
            {trans.__(
              'Only in the uploaded copies, in front of the first code. It puts the files where the notebook looks for them.'
            )}{' '}
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              aria-expanded={shown}
              aria-controls={previewId}
              onClick={() => setShown(!shown)}
            >
              {shown ? trans.__('Hide it') : trans.__('Show it')}
            </button>
          </p>
          <div id={previewId}>
            {shown && (
              <>
                <pre
                  className="jp-ZenodoPublisher-diffText"
                  tabIndex={0}
                  role="group"
                  aria-label={trans.__(
                    'Text of the cell that fetches the data'
                  )}
                >
                  {session.data.preview()}
                </pre>
                <p className="jp-ZenodoPublisher-help">
                  {trans.__(
                    'The real record and checksums take the place of these zeros.'
                  )}
                </p>
              </>
            )}
          </div>
          {cells.map(({ path, on }) => (
            <label key={path}>
              <input
                type="checkbox"
                checked={on}
                onChange={event =>
                  session.data.setCell(path, event.target.checked)
                }
              />{' '}
              <span>{path}</span>
            </label>
          ))}
        </fieldset>
      )}
      {foreign.length > 0 && (
        <p className="jp-ZenodoPublisher-note">
          <Icon name="warn" tone="warn" />
          <span>
            {trans._n(
              '%1 notebook is not in Python and gets no such cell. Tell its readers in the notebook where the data are:',
              '%1 notebooks are not in Python and get no such cell. Tell their readers in the notebooks where the data are:',
              foreign.length
            )}{' '}
            <PathList paths={foreign} />
          </span>
        </p>
      )}
    </>
  );
}
