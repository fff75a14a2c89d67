/** The one-based line in which a text stands first; 1 where it does not. */
export function lineOf(text: string, part: string): number {
  const end = text.indexOf(part);
  let line = 1;
  for (
    let at = text.indexOf('\n');
    at !== -1 && at < end;
    at = text.indexOf('\n', at + 1)
  ) {
    line++;
  }
  return line;
}
