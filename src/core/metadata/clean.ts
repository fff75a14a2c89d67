/* Control characters but tab and line feed; zero-width space; byte order mark. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\ufeff]/g;

/**
 * Text of several lines as the server keeps it: line feeds only, no control
 * characters, trimmed. Source: marshmallow-utils, `SanitizedUnicode`.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim();
}

/** Text of one line as the server keeps it. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** Length as the server counts it: characters, not halves of emoji nor accents alone. */
export function lengthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
