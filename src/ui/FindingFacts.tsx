import * as React from 'react';
import type { IFinding, IPlace, Severity } from '../core/finding';
import type { ITranslator } from '../core/text';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { usePanel } from './context';
import { placeLabel } from './problems';

/** How much a finding matters, as a shape; the word beside it says it too. */
export function SeverityIcon({
  severity
}: {
  severity: Severity;
}): JSX.Element {
  switch (severity) {
    case 'error':
      return <Icon name="stop" tone="error" />;
    case 'warning':
      return <Icon name="warn" tone="warn" />;
    case 'info':
      return <Icon name="info" tone="info" />;
  }
}

function severityWord(severity: Severity, trans: ITranslator): string {
  switch (severity) {
    case 'error':
      return trans.__('To fix:');
    case 'warning':
      return trans.__('To check:');
    case 'info':
      return trans.__('Note:');
  }
}

interface IFindingFactsProps {
  finding: IFinding;
  /** Id of the message, where something refers to it. */
  id?: string;
  /** Leave out the word before the message. */
  plain?: boolean;
}

/** What was found, as it stands there, and where. */
export function FindingFacts({
  finding,
  id,
  plain = false
}: IFindingFactsProps): JSX.Element {
  const { trans } = usePanel();
  const { severity, message, place, excerpt } = finding;
  return (
    <>
      <p id={id}>
        {!plain && <b>{severityWord(severity, trans)} </b>}
        <Rich text={message} />
      </p>
      {excerpt && !message.includes(excerpt) && (
        <p className="jp-ZenodoPublisher-small">
          <code>{excerpt}</code>
        </p>
      )}
      <PlaceLink place={place} />
    </>
  );
}

/** Where it was found: opens the file, a notebook at its cell. */
function PlaceLink({ place }: { place?: IPlace }): JSX.Element | null {
  const { session, trans } = usePanel();
  const path = place?.path;
  const where = placeLabel(place, trans);
  if (path === undefined || where === null) {
    return null;
  }
  return (
    <p className="jp-ZenodoPublisher-small">
      <button
        type="button"
        className="jp-ZenodoPublisher-link"
        onClick={() => session.contents.open(path, place?.cell)}
      >
        <span className="jp-ZenodoPublisher-hidden">{trans.__('Show')} </span>
        {where}
      </button>
    </p>
  );
}
