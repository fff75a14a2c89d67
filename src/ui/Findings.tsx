import * as React from 'react';
import { useRef, useState } from 'react';
import type { IFinding, Section, Severity } from '../core/finding';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { usePanel, useTarget } from './context';
import { listedFindings, placeLabel, sectionLabel } from './problems';

/** More of one kind than this are folded. */
const SHOWN = 5;

interface IFindingsProps {
  section: Section;
}

/** What the checks found in a section, the worst first. */
export function Findings({ section }: IFindingsProps): JSX.Element | null {
  const { state, trans } = usePanel();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useTarget(section, 'findings', list);
  const findings = listedFindings(state, section);
  const seen: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown = findings.filter(
    ({ severity }) => (seen[severity] += 1) <= SHOWN || all
  );
  const rest = findings.length - shown.length;
  if (findings.length === 0) {
    return null;
  }
  return (
    <ul
      ref={list}
      tabIndex={-1}
      className="jp-ZenodoPublisher-findings"
      aria-label={trans.__('Findings in %1', sectionLabel(section, trans))}
    >
      {shown.map((finding, index) => (
        <Finding key={`${finding.id}-${index}`} finding={finding} />
      ))}
      {rest > 0 && (
        <li className="jp-ZenodoPublisher-finding">
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            onClick={() => {
              setAll(true);
              list.current?.focus();
            }}
          >
            {trans._n('and %1 more', 'and %1 more', rest)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Finding({ finding }: { finding: IFinding }): JSX.Element {
  const { session, trans } = usePanel();
  const { severity, message, place } = finding;
  const where = placeLabel(place, trans);
  const error = severity === 'error';
  return (
    <li
      className={
        error
          ? 'jp-ZenodoPublisher-finding jp-ZenodoPublisher-findingError'
          : 'jp-ZenodoPublisher-finding'
      }
    >
      {error ? (
        <Icon name="stop" tone="error" />
      ) : severity === 'warning' ? (
        <Icon name="warn" tone="warn" />
      ) : (
        <Icon name="info" tone="info" />
      )}
      <div className="jp-ZenodoPublisher-findingText">
        <p>
          <b>
            {error
              ? trans.__('To fix:')
              : severity === 'warning'
                ? trans.__('To check:')
                : trans.__('Note:')}
          </b>{' '}
          <Rich text={message} />
        </p>
        {where !== null && place?.path !== undefined && (
          <p className="jp-ZenodoPublisher-small">
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              onClick={() => session.contents.open(place.path ?? '')}
            >
              <span className="jp-ZenodoPublisher-hidden">
                {trans.__('Show')}{' '}
              </span>
              {where}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}
