import * as React from 'react';
import { useId } from 'react';
import { plainText } from '../../core/zenodo/errors';
import { doiUrl } from '../../core/zenodo/sites';
import { ExternalLink } from '../ExternalLink';
import { Icon } from '../Icon';
import { Rich } from '../Rich';
import { useTrans } from '../context';
import { formatSize } from '../format';
import type { IOpenPartProps } from './OpenRecordPanel';

/** So many files are named; a record has up to a hundred. */
const NAMED = 5;

/** What comes with the record, and where it goes. Nothing is downloaded before it is pressed. */
export function FoundRecord({
  session,
  state
}: IOpenPartProps): JSX.Element | null {
  const { record, parent, name, nameProblem } = state;
  const trans = useTrans();
  const id = useId();
  if (!record) {
    return null;
  }
  const { site, files, doi, version, published, isLatest } = record;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    void session.open();
  };
  return (
    <form className="jp-ZenodoPublisher-openFound" onSubmit={submit}>
      <h2>{record.title || trans.__('Without a title')}</h2>
      <dl className="jp-ZenodoPublisher-facts">
        <div>
          <dt>{trans.__('Site')}</dt>
          <dd>{site.name}</dd>
        </div>
        {doi && (
          <div>
            <dt>{trans.__('DOI')}</dt>
            <dd>
              <ExternalLink href={doiUrl(site, doi)}>{doi}</ExternalLink>
            </dd>
          </div>
        )}
        <div>
          <dt>{trans.__('Version')}</dt>
          <dd>
            {[version, published].filter(Boolean).join(', ') ||
              trans.__('without a number')}
            {!isLatest && <> {trans.__('(there is a newer one)')}</>}
          </dd>
        </div>
        <div>
          <dt>{trans.__('Files')}</dt>
          <dd>
            {trans._n(
              '%1 file, %2',
              '%1 files, %2',
              files.length,
              formatSize(record.totalBytes)
            )}
            <ul className="jp-ZenodoPublisher-openFiles">
              {files.slice(0, NAMED).map(({ key }) => (
                <li key={key}>
                  <code>{plainText(key, 120)}</code>
                </li>
              ))}
              {files.length > NAMED && (
                <li>
                  {trans._n('and %1 more', 'and %1 more', files.length - NAMED)}
                </li>
              )}
            </ul>
          </dd>
        </div>
      </dl>
      <div className="jp-ZenodoPublisher-field">
        <label htmlFor={id}>{trans.__('New folder')}</label>
        <input
          className="jp-mod-styled"
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={name}
          aria-invalid={nameProblem ? true : undefined}
          aria-describedby={`${id}-error ${id}-help`}
          onChange={event => session.setName(event.target.value)}
        />
        <div id={`${id}-error`} aria-live="polite">
          {nameProblem && (
            <p className="jp-ZenodoPublisher-fieldError">
              <Icon name="stop" tone="error" />
              <span>{nameProblem}</span>
            </p>
          )}
        </div>
        <p className="jp-ZenodoPublisher-help" id={`${id}-help`}>
          <Rich
            text={
              parent
                ? trans.__(
                    'Made in `%1`. Where there is a folder of this name, it gets another one.',
                    parent
                  )
                : trans.__(
                    'Made in the top folder. Where there is a folder of this name, it gets another one.'
                  )
            }
          />
        </p>
      </div>
      <p className="jp-ZenodoPublisher-note">
        <Icon name="info" tone="info" />
        <span>
          {trans.__(
            'Notebooks are code of other people. They come without trust, and run only when you run them.'
          )}
        </span>
      </p>
      <div>
        <button
          type="submit"
          className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn"
          aria-disabled={nameProblem ? true : undefined}
        >
          {trans.__('Open here')}
        </button>
      </div>
    </form>
  );
}
