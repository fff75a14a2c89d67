import * as React from 'react';
import { useRef, useState } from 'react';
import type { Section, Severity } from '../core/finding';
import { Finding } from './Finding';
import { Icon } from './Icon';
import { Rich } from './Rich';
import { SetAside } from './SetAside';
import { usePanel } from './context';
import { useTarget } from './form';
import { LIST, useFocusPlace, useMending } from './mending';
import { sectionLabel } from './problems';
import { sectionFindings } from './sectionFindings';
import type { IKeyedFinding } from './sectionFindings';

/** More of one kind than this are folded. */
const SHOWN = 5;

interface IFindingsProps {
  section: Section;
}

/** What the checks found in a section, the worst first, and what was set aside. */
export function Findings({ section }: IFindingsProps): JSX.Element {
  const { state } = usePanel();
  const { told } = useMending();
  const { list } = sectionFindings(state, section);
  return (
    <>
      {list.length > 0 && <List section={section} findings={list} />}
      <SetAside section={section} />
      <p className="jp-ZenodoPublisher-told" aria-live="polite">
        {told !== '' && (
          <>
            <Icon name="info" tone="info" />
            <span>
              <Rich text={told} />
            </span>
          </>
        )}
      </p>
    </>
  );
}

interface IListProps extends IFindingsProps {
  findings: readonly IKeyedFinding[];
}

function List({ section, findings }: IListProps): JSX.Element {
  const { trans } = usePanel();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useFocusPlace(LIST, list);
  useTarget(section, 'findings', list);
  const seen: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown = findings.filter(
    ({ finding }) => (seen[finding.severity] += 1) <= SHOWN || all
  );
  const rest = findings.length - shown.length;
  return (
    <ul
      ref={list}
      tabIndex={-1}
      className="jp-ZenodoPublisher-findings"
      aria-label={trans.__('Findings in %1', sectionLabel(section, trans))}
    >
      {shown.map(one => (
        <Finding key={one.key} one={one} />
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
