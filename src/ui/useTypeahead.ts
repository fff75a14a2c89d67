import { useMemo, useRef } from 'react';

/** After such a pause, in milliseconds, a letter begins a new word. */
const PAUSE = 700;

/** Letters typed one after the other, as the beginning of a name. */
export interface ITypeahead {
  /** Takes a letter; gives all that was typed without a pause. */
  add(letter: string): string;
  /** What is typed next begins a new word. */
  forget(): void;
}

/** The letters that are typed in one part of the page. */
export function useTypeahead(): ITypeahead {
  const typed = useRef({ text: '', at: 0 });
  return useMemo(
    () => ({
      add: letter => {
        const now = Date.now();
        const { text, at } = typed.current;
        const word = now - at > PAUSE ? letter : text + letter;
        typed.current = { text: word, at: now };
        return word;
      },
      forget: () => {
        typed.current = { text: '', at: 0 };
      }
    }),
    []
  );
}
