/** The one-based line in which a text stands first; 1 where it does not. */
export function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  return text.slice(0, Math.max(at, 0)).split('\n').length;
}
