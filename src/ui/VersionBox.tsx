import * as React from 'react';
import type { ITranslator } from '../core/text';
import { undoDays } from '../core/zenodo/limits';
import type { ILastVersion, PublishAs } from '../session/versionState';
import { ExternalLink } from './ExternalLink';
import { usePanel } from './context';
import { formatDate } from './format';
import { changesText } from './versionWords';

/** The record that the notebooks belong to, and what becomes of it. */
export function VersionBox(): JSX.Element | null {
  const { state, trans } = usePanel();
  const { last, as } = state.version;
  if (!last || state.phase === 'published') {
    return null;
  }
  const title = last.title || last.doi;
  return (
    <section
      className="jp-ZenodoPublisher-version"
      aria-label={trans.__('New version')}
    >
      <h2>
        {last.isOwn === false
          ? trans.__('These notebooks come from “%1”', title)
          : as === 'new-version'
            ? trans.__('New version of “%1”', title)
            : as === 'replace-files'
              ? trans.__('Other files for “%1”', title)
              : trans.__('Published before as “%1”', title)}
      </h2>
      {last.isOwn === false ? <Foreign last={last} /> : <Own last={last} />}
    </section>
  );
}

/** Somebody else's record: ours is linked with it. */
function Foreign({ last }: { last: ILastVersion }): JSX.Element {
  const { trans } = usePanel();
  return (
    <p>
      {trans.__('That record is not yours:')} <Doi last={last} />.{' '}
      {trans.__(
        'Yours becomes a record of its own, which says that it is derived from that one.'
      )}
    </p>
  );
}

function Own({ last }: { last: ILastVersion }): JSX.Element {
  const { session, state, trans, prefix, locked } = usePanel();
  const { as, records, changes, details } = state.version;
  // A draft is one or the other, once it is there.
  const fixed = locked || state.publish.draft !== null;
  const choice = (value: PublishAs, label: string) => (
    <label>
      <input
        type="radio"
        name={`${prefix}-version`}
        checked={as === value}
        disabled={fixed}
        onChange={() => session.version.publishAs(value)}
      />{' '}
      <span>{label}</span>
    </label>
  );
  return (
    <>
      <p>
        {whenText(last, trans)} <Doi last={last} />. {meaningOf(as, trans)}
      </p>
      {records.length > 1 && (
        <p className="jp-ZenodoPublisher-field">
          <label htmlFor={`${prefix}-version-record`}>
            {trans.__('The notebooks belong to several records. Which one?')}
          </label>
          <select
            className="jp-mod-styled"
            id={`${prefix}-version-record`}
            value={last.recordId}
            disabled={fixed}
            onChange={event => session.version.chooseRecord(event.target.value)}
          >
            {records.map(({ recordId, title, doi }) => (
              <option key={recordId} value={recordId}>
                {title ? trans.__('%1 (%2)', title, doi) : doi}
              </option>
            ))}
          </select>
        </p>
      )}
      <fieldset className="jp-ZenodoPublisher-choices jp-ZenodoPublisher-choicesRow">
        <legend>{trans.__('Publish this as')}</legend>
        {choice('new-version', trans.__('A new version of that record'))}
        {choice('separate', trans.__('A separate, new record'))}
        {last.replaceUntil !== null &&
          choice(
            'replace-files',
            trans.__(
              'Other files for that record (until %1)',
              formatDate(new Date(last.replaceUntil))
            )
          )}
      </fieldset>
      {last.replaceUntil === null && (
        <p className="jp-ZenodoPublisher-help">
          {trans.__(
            'Its files cannot be replaced any more: %1 allows that for %2 days after publishing. A new version is the way.',
            state.account.site.name,
            undoDays
          )}
        </p>
      )}
      {as === 'new-version' && details === 'taken' && (
        <p className="jp-ZenodoPublisher-help">
          {trans.__(
            'Its details are filled in under Metadata, but for its number and date, what you changed, and what your metadata files say since.'
          )}
        </p>
      )}
      {as !== 'separate' && changes && (
        <p className="jp-ZenodoPublisher-help">
          {trans.__('Since then: %1.', changesText(changes, trans))}
        </p>
      )}
    </>
  );
}

/** What becomes of the record, and of the others who have it. */
function meaningOf(as: PublishAs, trans: ITranslator): string {
  switch (as) {
    case 'new-version':
      return trans.__(
        'The new version gets a DOI of its own, and that one stays as it is. The DOI for all versions will lead to the new one.'
      );
    case 'separate':
      return trans.__('A separate record has nothing to do with that one.');
    case 'replace-files':
      return trans.__(
        'The DOI stays the same and leads to the new files. Whoever downloaded the old ones keeps those, and Binder may go on opening the old ones, as it keeps what it built for a DOI. Its details stay as they are.'
      );
  }
}

function Doi({ last }: { last: ILastVersion }): JSX.Element {
  return (
    <ExternalLink href={last.doiUrl} className="jp-ZenodoPublisher-doi">
      {last.doi}
    </ExternalLink>
  );
}

/** When it was published, as far as is known. */
function whenText(
  { version, publishedAt }: ILastVersion,
  trans: ITranslator
): string {
  const time = publishedAt ? new Date(publishedAt) : null;
  const date = time && !Number.isNaN(time.getTime()) ? formatDate(time) : '';
  if (version && date) {
    return trans.__('Version %1 was published on %2 as', version, date);
  }
  return date
    ? trans.__('It was published on %1 as', date)
    : trans.__('It was published as');
}
