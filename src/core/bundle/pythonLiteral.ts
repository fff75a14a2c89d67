/**
 * A text as a string literal of Python. JSON's escapes are Python's too, but
 * for half characters, which JSON writes in pairs: these stay as they are.
 * Characters that end a line for some programs, or that turn the direction of
 * the text around so that a reader sees other code than Python, are escaped.
 */
export function pythonLiteral(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}
