import type { SourceFindings } from './sourceFindings';

/** Longer than this (UTF-16 units, or bytes) is no metadata file that somebody wrote. */
export const LONGEST_SOURCE = 1_000_000;

/** Whether a text is too long to be read, which is told then. */
export function isTooLong(text: string, findings: SourceFindings): boolean {
  if (text.length <= LONGEST_SOURCE) {
    return false;
  }
  tellTooLong(findings);
  return true;
}

export function tellTooLong(findings: SourceFindings): void {
  const { path, trans } = findings;
  findings.add(
    'too-long',
    'warning',
    trans.__(
      '%1 was not used: it is larger than 1 MB, which no file of this kind is.',
      path
    )
  );
}
