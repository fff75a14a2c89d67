import { useEffect, useRef } from 'react';

/** Goes onto the element around a part. */
export interface IFocusWatch {
  onFocus(): void;
  onBlur(): void;
}

/**
 * Keep the focus in a part when what had it goes away or is moved, as a button
 * that has done its work. Else the keyboard starts again at the page's top.
 *
 * @param place - where the focus goes then.
 */
export function useKeptFocus(
  place: () => HTMLElement | null | undefined
): IFocusWatch {
  const inside = useRef(false);
  useEffect(() => {
    const { activeElement, body } = document;
    // What is removed gets no blur from React: the user has not left the part.
    if (inside.current && (activeElement === null || activeElement === body)) {
      place()?.focus();
    }
  });
  return {
    onFocus: () => {
      inside.current = true;
    },
    onBlur: () => {
      inside.current = false;
    }
  };
}
