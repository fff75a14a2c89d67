/** A cell of `docs/faults.md` that a real browser goes through as well. */
export interface IBrowserRow {
  /** As the section is headed. */
  readonly step: string;
  /** As the row is named. */
  readonly fault: string;
  readonly times: 'once' | 'each time';
}

const row = (
  step: string,
  fault: string,
  times: IBrowserRow['times'] = 'once'
): IBrowserRow => ({ step, fault, times });

/**
 * Each kind of fault at a step where it hurts, for `ui-tests/tests/faults.spec.ts`.
 * What has to come of it is what the page says. The one that tells of limits is
 * last: from then on a page counts its requests.
 */
export const browserRows: readonly IBrowserRow[] = [
  row('Publish', '429, does not say'),
  row('Announce a file', '429, does not say', 'each time'),
  row('Announce a file', '500'),
  row('Complete the file', '500', 'each time'),
  row('Send the content', '502, a page'),
  row('Reserve the DOI', '503, a page', 'each time'),
  row('Send the last details', '504, a page'),
  row('Create the draft', '504, but it was done'),
  row('Publish', '504, but it was done'),
  row('Complete the file', 'connection refused', 'each time'),
  row('Reserve the DOI', 'connection refused'),
  row('Send the content', 'dropped at 0 % of the body'),
  row('Send the content', 'dropped at 50 % of the body'),
  row('Send the content', 'dropped at 100 % of the body'),
  row('Send the content', 'dropped at 50 % of the body', 'each time'),
  row('Publish', 'answer lost'),
  row('Send the last details', 'answer lost'),
  row('Send the last details', 'answer after 60 s'),
  row('Send the content', 'wrong checksum'),
  row('Send the content', 'content is lost'),
  row('Reserve the DOI', 'answer without body'),
  row('Publish', 'answer without body'),
  row('Create the draft', 'answer is no JSON'),
  row('Complete the file', 'answer is no JSON'),
  row('Send the content', '403'),
  row('Announce a file', '403, the token has ended'),
  row('Send the last details', '404, the draft is gone'),
  row('Reserve the DOI', '404, though it is there'),
  row('Send the last details', '412'),
  row('Send the content', '413'),
  row('Announce a file', 'quota exceeded'),
  row('Create the draft', '429, says until when')
];
