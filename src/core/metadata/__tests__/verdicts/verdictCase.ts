import type { IMetadata } from '../../model';

/** A form, and which of its fields are refused. */
export interface IVerdictCase {
  readonly name: string;
  /** What differs from a form that can be sent as it is. */
  readonly change: Partial<IMetadata>;
  /** The form's fields that are refused; none = it can be published. */
  readonly refused: readonly string[];
  /** Refused here alone: the server does not look at this. */
  readonly stricter?: true;
}

type Row = readonly [
  name: string,
  change: Partial<IMetadata>,
  refused?: string | readonly string[],
  stricter?: 'stricter'
];

/** Cases out of rows; a row without fields is accepted. */
export function cases(section: string, rows: readonly Row[]): IVerdictCase[] {
  return rows.map(([name, change, refused = [], stricter]) => ({
    name: `${section}: ${name}`,
    change,
    refused: typeof refused === 'string' ? [refused] : refused,
    ...(stricter && { stricter: true })
  }));
}
