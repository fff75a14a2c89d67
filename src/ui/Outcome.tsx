import * as React from 'react';
import { Badges } from './Badges';
import { CopyButton } from './CopyButton';
import { ExternalLink } from './ExternalLink';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { usePanel } from './context';
import { BadgeOffer } from './review/BadgeOffer';
import { OutcomeRequests } from './review/OutcomeRequests';
import { baseName } from './format';

/** The DOI, and what can be done with it. */
export function Outcome(): JSX.Element | null {
  const { session, state, trans, prefix } = usePanel();
  const { outcome } = state.publish;
  const { site } = state.account;
  const { title, version } = state.metadata.values;
  if (state.phase !== 'published' || !outcome) {
    return null;
  }
  const { launchUrl } = outcome;
  const launchHelp = `${prefix}-launch-help`;
  const notCited = trans.__(
    '%1 does not give the citation now. Try again in a moment.',
    site.name
  );
  return (
    <div className="jp-ZenodoPublisher-outcome">
      <div className="jp-ZenodoPublisher-outcomeHead">
        {site.test ? (
          <Icon name="flask" tone="warn" big />
        ) : (
          <Icon name="ok" tone="ok" big />
        )}
        <div>
          <h2>
            {site.test
              ? trans.__('Test published. Its DOI cannot be cited')
              : outcome.isReplacement
                ? trans.__('The files were replaced. The DOI is the same')
                : trans.__('Published. Your notebooks have a DOI')}
          </h2>
          <p>
            {outcome.isReplacement
              ? // Its details are those of the site, not those of the form.
                (state.version.last?.title ?? '')
              : version
                ? trans.__('%1, version %2', title, version)
                : title}
          </p>
        </div>
      </div>
      <div className="jp-ZenodoPublisher-doiRow">
        <ExternalLink
          href={outcome.doiUrl}
          className="jp-ZenodoPublisher-doi jp-ZenodoPublisher-doiBig"
        >
          {outcome.doi}
        </ExternalLink>
        <CopyButton onCopy={() => session.copy.doi()}>
          {trans.__('Copy DOI')}
        </CopyButton>
      </div>
      <BadgeOffer />
      {outcome.data && (
        <p>
          {trans.__('Your data have a DOI of their own:')}{' '}
          <ExternalLink
            href={outcome.data.doiUrl}
            className="jp-ZenodoPublisher-doi"
          >
            {trans.__('DOI %1', outcome.data.doi)}
          </ExternalLink>
        </p>
      )}
      <Proposals />
      <OutcomeRequests />
      {outcome.isReplacement && launchUrl !== null && (
        <p>
          {trans.__(
            'Binder may go on opening the old files, as it keeps what it built for a DOI.'
          )}
        </p>
      )}
      {outcome.doiResolves === false && (
        <p>
          <Rich
            text={trans.__(
              'doi.org does not know the DOI yet; this can take some minutes. **Launch Binder** works when this line is gone; try it any time.'
            )}
          />
        </p>
      )}
      {launchUrl !== null && (
        <div className="jp-ZenodoPublisher-launchRow">
          <button
            type="button"
            className="jp-mod-styled jp-mod-accept jp-ZenodoPublisher-btn jp-ZenodoPublisher-btnBig"
            aria-describedby={launchHelp}
            onClick={() =>
              window.open(launchUrl, '_blank', 'noopener,noreferrer')
            }
          >
            {trans.__('Launch Binder')}
          </button>
          <p id={launchHelp}>
            <Rich
              text={trans.__(
                'Opens `%1` for anyone, in a browser, with nothing to install. The first start builds the environment and can take several minutes.',
                baseName(outcome.launchPath)
              )}
            />
          </p>
        </div>
      )}
      {outcome.badgeMarkdown && (
        <div className="jp-ZenodoPublisher-badgeRow">
          <Badges doi={outcome.doi} binder={launchUrl !== null} />
          <CopyButton onCopy={() => session.copy.badge()}>
            {trans.__('Copy as Markdown')}
          </CopyButton>
        </div>
      )}
      <p className="jp-ZenodoPublisher-badgeRow">
        <CopyButton
          onCopy={() => session.copy.citation('text')}
          failed={notCited}
        >
          {trans.__('Copy citation')}
        </CopyButton>
        <CopyButton
          onCopy={() => session.copy.citation('bibtex')}
          failed={notCited}
        >
          {trans.__('Copy as BibTeX')}
        </CopyButton>
        <CopyButton onCopy={() => session.copy.citation('cff')}>
          {trans.__('Copy as CITATION.cff')}
        </CopyButton>
      </p>
      <WrittenBack />
    </div>
  );
}

/** To which communities the record was proposed. */
function Proposals(): JSX.Element | null {
  const { state, trans } = usePanel();
  const proposals = state.publish.outcome?.proposals ?? [];
  if (proposals.length === 0) {
    return null;
  }
  return (
    <ul className="jp-ZenodoPublisher-written">
      {proposals.map(({ title, note, isIn }) => (
        <li key={title}>
          {note ? (
            <Icon name="warn" tone="warn" />
          ) : (
            <Icon name="ok" tone="ok" />
          )}
          <span>
            {note
              ? trans.__('Not proposed to “%1”. %2', title, note)
              : isIn
                ? trans.__('It is in “%1”.', title)
                : trans.__(
                    'Proposed to “%1”. Its curators decide; the DOI is good today.',
                    title
                  )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Into which of the user's own files the badge went, and where it could not. */
function WrittenBack(): JSX.Element | null {
  const { state, trans } = usePanel();
  const written = state.publish.outcome?.writtenBack ?? [];
  if (written.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{trans.__('Your files')}</h3>
      <ul className="jp-ZenodoPublisher-written">
        {written.map(({ path, done, note }) => (
          <li key={path}>
            {done ? (
              <Icon name="ok" tone="ok" />
            ) : (
              <Icon name="warn" tone="warn" />
            )}
            <span>
              <Rich
                text={
                  done
                    ? trans.__('`%1` has the badge.', path)
                    : trans.__('`%1` has no badge.', path)
                }
              />
              {note && <> {note}</>}
            </span>
          </li>
        ))}
      </ul>
      {written.some(({ done }) => !done) && (
        <p>
          <Rich
            text={trans.__(
              'The published copies have it. For your own, **Copy as Markdown** gives the badge: paste it into a Markdown cell where you may write.'
            )}
          />
        </p>
      )}
    </>
  );
}
