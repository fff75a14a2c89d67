import * as React from 'react';
import type { Section as SectionName } from '../core/finding';
import { Chips } from './Chips';
import { Icon } from './Icon';
import { usePanel } from './context';
import { Mending } from './mending';
import { sectionLabel } from './problems';

interface ISectionProps {
  name: SectionName;
  /** One sentence that says how things stand. */
  summary: React.ReactNode;
  /** Something is to be done first; no error yet. */
  toDo?: boolean;
  children: React.ReactNode;
}

/** A section that can be folded: its heading is a line of overview. */
export function Section({
  name,
  summary,
  toDo = false,
  children
}: ISectionProps): JSX.Element {
  const { open, toggle, prefix, trans, locked } = usePanel();
  const isOpen = open.has(name);
  const heading = `${prefix}-heading-${name}`;
  const body = `${prefix}-body-${name}`;
  const words = `${prefix}-summary-${name}`;
  return (
    <section className="jp-ZenodoPublisher-sec" aria-labelledby={heading}>
      <div className="jp-ZenodoPublisher-head">
        <h2 id={heading}>
          <button
            type="button"
            className="jp-ZenodoPublisher-toggle"
            aria-expanded={isOpen}
            aria-controls={body}
            aria-describedby={words}
            onClick={() => toggle(name)}
          >
            <Icon name="chevron" className="jp-ZenodoPublisher-chev" />
            {sectionLabel(name, trans)}
          </button>
        </h2>
        <p className="jp-ZenodoPublisher-sum" id={words}>
          {summary}
        </p>
        <Chips section={name} toDo={toDo} />
      </div>
      {/* Disabled as a whole while nothing may be changed. */}
      <fieldset
        className="jp-ZenodoPublisher-body"
        role="presentation"
        id={body}
        hidden={!isOpen}
        disabled={locked && name !== 'account'}
      >
        <Mending section={name}>{children}</Mending>
      </fieldset>
    </section>
  );
}
