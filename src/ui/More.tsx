import * as React from 'react';
import { useState } from 'react';
import { Icon } from './Icon';
import { usePanel } from './context';

interface IMoreProps {
  /** Unlike any other in the panel. */
  id: string;
  title: string;
  /** What is inside, in one line. */
  summary: React.ReactNode;
  children: React.ReactNode;
}

/** A part of a section that few need: folded, with a line of what is inside. */
export function More({
  id,
  title,
  summary,
  children
}: IMoreProps): JSX.Element {
  const { prefix } = usePanel();
  const [open, setOpen] = useState(false);
  const body = `${prefix}-${id}`;
  const words = `${prefix}-${id}-summary`;
  return (
    <div className="jp-ZenodoPublisher-more">
      <div className="jp-ZenodoPublisher-moreHead">
        <h3>
          <button
            type="button"
            className="jp-ZenodoPublisher-toggle"
            aria-expanded={open}
            aria-controls={body}
            aria-describedby={words}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron" className="jp-ZenodoPublisher-chev" />
            {title}
          </button>
        </h3>
        <p className="jp-ZenodoPublisher-sum" id={words}>
          {summary}
        </p>
      </div>
      <div className="jp-ZenodoPublisher-moreBody" id={body} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
