import * as React from 'react';
import { useUnfolding } from '../useUnfolding';

interface IUnfoldProps {
  /** The button's words; and while it is unfolded. */
  label: string;
  hide: string;
  /** What it is about, for those who do not see where it stands. */
  of: string;
  children: React.ReactNode;
}

/** Something to be looked at on request. */
export function Unfold({
  label,
  hide,
  of,
  children
}: IUnfoldProps): JSX.Element {
  const { isOpen, id, button, toggle, onKeyDown } = useUnfolding();
  return (
    <div className="jp-ZenodoPublisher-testRunMore" onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className="jp-ZenodoPublisher-link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={toggle}
      >
        <span>
          {isOpen ? hide : label}
          <span className="jp-ZenodoPublisher-hidden"> {of}</span>
        </span>
      </button>
      {isOpen && <div id={id}>{children}</div>}
    </div>
  );
}
