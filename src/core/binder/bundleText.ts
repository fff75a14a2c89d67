/** Text files of a bundle, and how they are encoded. */

/** A text file. */
export interface IBundleText {
  /** The text, read as UTF-8 with a byte order mark dropped; as `readText` reads it. */
  readonly text: string;
  /** The text as it was meant, in whichever encoding. */
  readonly meant: string;
  /** It begins with a byte order mark of UTF-8, which not every program takes. */
  readonly hasMark: boolean;
  /** It is UTF-8. */
  readonly isUtf8: boolean;
}

/** Decode a text file. */
export function decodeText(source: string | Uint8Array): IBundleText {
  if (typeof source === 'string') {
    const hasMark = source.startsWith('\ufeff');
    const text = hasMark ? source.slice(1) : source;
    return { text, meant: text, hasMark, isUtf8: true };
  }
  const text = new TextDecoder().decode(source);
  const hasMark =
    source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
  const isUtf8 = isValidUtf8(source);
  const meant = isUtf8 ? text : otherEncoding(source);
  return { text, meant, hasMark, isUtf8 };
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Windows writes UTF-16 with its mark, or the code page of Western Europe. */
function otherEncoding(bytes: Uint8Array): string {
  const mark = bytes[0] * 256 + bytes[1];
  const name =
    mark === 0xfffe
      ? 'utf-16le'
      : mark === 0xfeff
        ? 'utf-16be'
        : 'windows-1252';
  return new TextDecoder(name).decode(bytes);
}

/** The line end that a text uses: the first one; LF where there is none. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
