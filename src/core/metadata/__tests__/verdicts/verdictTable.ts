import { dates } from './dates';
import { people } from './people';
import { rights } from './rights';
import { special } from './special';
import { texts } from './texts';
import type { IVerdictCase } from './verdictCase';
import { works } from './works';

export { unknownIds } from './unknownIds';

/** Forms, good and bad, with the fields that are refused. */
export const verdictTable: readonly IVerdictCase[] = [
  ...texts,
  ...people,
  ...dates,
  ...rights,
  ...works,
  ...special
];
