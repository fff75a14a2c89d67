import * as React from 'react';
import type { Section } from '../core/finding';
import type { ISetAside } from '../session/state';
import { FindingFacts, SeverityIcon } from './FindingFacts';
import { Icon } from './Icon';
import { withoutMarks } from './Rich';
import { usePanel } from './context';
import { ASIDE, useFocusPlace, useMending } from './mending';
import { keyed } from './sectionFindings';
import { useUnfolding } from './useUnfolding';

/** The findings of a section that the user ignores or accepts, folded. */
export function SetAside({
  section
}: {
  section: Section;
}): JSX.Element | null {
  const { state } = usePanel();
  const aside = state.setAside.filter(
    ({ finding }) => finding.section === section
  );
  return aside.length === 0 ? null : <Folded aside={aside} />;
}

function Folded({ aside }: { aside: readonly ISetAside[] }): JSX.Element {
  const { trans } = usePanel();
  const { bringBack } = useMending();
  const { isOpen, id, button, toggle } = useUnfolding();
  useFocusPlace(ASIDE, button);
  const keys = keyed(aside.map(({ finding }) => finding));
  return (
    <div className="jp-ZenodoPublisher-aside">
      <button
        ref={button}
        type="button"
        className="jp-ZenodoPublisher-asideToggle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={toggle}
      >
        <Icon name="chevron" className="jp-ZenodoPublisher-chev" />
        {trans._n('%1 set aside', '%1 set aside', aside.length)}
      </button>
      {isOpen && (
        <ul
          id={id}
          className="jp-ZenodoPublisher-findings"
          aria-label={trans.__('Set aside')}
        >
          {aside.map(({ finding, reason }, index) => (
            <li key={keys[index].key} className="jp-ZenodoPublisher-finding">
              <SeverityIcon severity={finding.severity} />
              <div className="jp-ZenodoPublisher-findingText">
                <FindingFacts finding={finding} />
                {reason !== '' && (
                  <p className="jp-ZenodoPublisher-findingWhy">
                    {trans.__('Your reason: %1', reason)}
                  </p>
                )}
              </div>
              <div className="jp-ZenodoPublisher-findingDo">
                <button
                  type="button"
                  className="jp-ZenodoPublisher-link"
                  aria-label={trans.__(
                    'Show again: %1',
                    withoutMarks(finding.message)
                  )}
                  onClick={() => bringBack(finding)}
                >
                  {trans.__('Show again')}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
