import * as React from 'react';
import { useUnfolding } from '../useUnfolding';

interface IUnfoldProps {
  /** The button's words; and while it is unfolded. */
  label: string;
  hide: string;
  /** What it is about, for those who do not see where it stands. */
  of?: string;
  /** It stays in view, as something in it wants to be seen. */
  isHeld?: boolean;
  children: React.ReactNode;
}

/** Something to be looked at on request. */
export function Unfold({
  label,
  hide,
  of,
  isHeld = false,
  children
}: IUnfoldProps): JSX.Element {
  const { isOpen, id, button, toggle, onKeyDown } = useUnfolding(isHeld);
  return (
    <div
      className="jp-ZenodoPublisher-testRunMore"
      onKeyDown={isHeld ? undefined : onKeyDown}
    >
      <button
        ref={button}
        type="button"
        className="jp-ZenodoPublisher-link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-disabled={isHeld || undefined}
        onClick={() => {
          if (!isHeld) {
            toggle();
          }
        }}
      >
        <span>
          {isOpen ? hide : label}
          {of && <span className="jp-ZenodoPublisher-hidden"> {of}</span>}
        </span>
      </button>
      {isOpen && <div id={id}>{children}</div>}
    </div>
  );
}
