import type { SourceFindings } from './sourceFindings';

/** Longer than this (UTF-16 units, or bytes) is no metadata file that somebody wrote. */
export const LONGEST_SOURCE = 1_000_000;

/** The same for YAML, of which a broken file takes a reader fifty times as long as JSON. */
export const LONGEST_YAML = 250_000;

/** Whether a text is too long to be read, which is told then. */
export function isTooLong(
  text: string,
  findings: SourceFindings,
  longest = LONGEST_SOURCE
): boolean {
  if (text.length <= longest) {
    return false;
  }
  tellTooLong(findings, longest);
  return true;
}

export function tellTooLong(
  findings: SourceFindings,
  longest = LONGEST_SOURCE
): void {
  const { path, trans } = findings;
  findings.add(
    'too-long',
    'warning',
    trans.__(
      '%1 was not used: it is larger than %2 kB, which no file of this kind is.',
      path,
      longest / 1000
    )
  );
}
