import { KeyboardEvent, RefObject, useId, useRef, useState } from 'react';

/** A part that a button unfolds below it. */
export interface IUnfolding {
  readonly isOpen: boolean;
  /** The id of the unfolded part. */
  readonly id: string;
  readonly button: RefObject<HTMLButtonElement>;
  toggle(): void;
  /** Fold it, with the focus back on its button. */
  close(): void;
  /** Escape folds it. */
  onKeyDown(event: KeyboardEvent): void;
}

/** Unfolds a part, and folds it again. @param startsOpen - it is unfolded at first */
export function useUnfolding(startsOpen = false): IUnfolding {
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return {
    isOpen,
    id,
    button,
    toggle: () => setOpen(!isOpen),
    close,
    onKeyDown: event => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        close();
      }
    }
  };
}
