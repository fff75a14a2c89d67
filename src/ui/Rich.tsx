import * as React from 'react';

/** `**bold**` and `` `code` ``. */
const MARKS = /\*\*(.+?)\*\*|`([^`]+)`/g;

/** A sentence for where there is no emphasis, as in the name of a button. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '$1$2');
}

interface IRichProps {
  /** A translated sentence with `**bold**`, `` `code` `` and `[link]`. */
  text: string;
  /** Makes the link; without it, brackets are ordinary characters. */
  link?: (words: string) => JSX.Element;
}

/**
 * A sentence with emphasis in it, so that translators get it in one piece.
 * Whatever else is in it (names of files, words of a server) is plain text.
 */
export function Rich({ text, link }: IRichProps): JSX.Element {
  const pattern = link ? /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]/g : MARKS;
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index));
    const [whole, bold, code, words] = match;
    if (bold !== undefined) {
      parts.push(<b>{bold}</b>);
    } else if (code !== undefined) {
      parts.push(<code>{code}</code>);
    } else if (words !== undefined && link) {
      parts.push(link(words));
    }
    end = (match.index ?? 0) + whole.length;
  }
  parts.push(text.slice(end));
  return <>{React.Children.toArray(parts)}</>;
}
