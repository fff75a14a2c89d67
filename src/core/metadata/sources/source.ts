import type { IFinding } from '../../finding';
import type { IMetadata } from '../model';

/** What a source of metadata gives. */
export interface ISource {
  /** Only the fields of which it says something. */
  readonly values: Partial<IMetadata>;
  /**
   * What it says that may be meant for something else, as the date of an
   * earlier release: to be chosen, never filled in by itself.
   */
  readonly offers?: Partial<IMetadata>;
  readonly findings: readonly IFinding[];
}

/** Says nothing. */
export const nothing: ISource = { values: {}, findings: [] };
