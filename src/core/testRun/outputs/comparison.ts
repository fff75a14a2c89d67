/**
 * What comes of a comparison of outputs.
 *
 * `same`: nothing differs but what no reader sees (counts, metadata, how a
 * stream was cut into pieces). `alike`: only what never is the same twice.
 * `different`: all else, also what could not be compared.
 */
export type OutputVerdict = 'same' | 'alike' | 'different';

/** Why outputs that are not equal are alike. */
export const alikeReasons = [
  /** Times, dates and durations of the run. */
  'time',
  /** Addresses in memory. */
  'address',
  /** Ids that are made by chance. */
  'id',
  /** Where files, temporary ones and packages are on the machine. */
  'path',
  /** What has no order, as sets, came in another one. */
  'order',
  /** The last digits of computed numbers. */
  'rounding',
  /** A progress bar took other steps. */
  'progress',
  /** White space between the same words and numbers. */
  'layout',
  /** Colours of a terminal, or a library's theme. */
  'style',
  /** A picture of the same points in other bytes. */
  'picture-bytes',
  /** Few points of a picture, faintly, on edges only; `share` says how many. */
  'antialiasing',
  /** A widget: its model is a new one in each run. */
  'widget',
  /** The same error from other lines of a library. */
  'traceback',
  /** The same text in other tags. */
  'markup',
  /** One of them also has other forms of the same. */
  'formats'
] as const;

/** Why outputs are different. */
export const differentReasons = [
  /** Only numbers differ. */
  'number',
  'text',
  'picture',
  /** Its width or height. */
  'picture-size',
  /** Data of a chart, or other data. */
  'data',
  /** It is not there any more; it was not there. */
  'missing',
  'extra',
  /** The new one is an error, or another error. */
  'error',
  /** Another kind of output. */
  'kind',
  /** Not equal, and too large, or not of a kind, to be looked into. */
  'uncompared'
] as const;

export type ReasonCode =
  (typeof alikeReasons)[number] | (typeof differentReasons)[number];

/** What comes of comparing two outputs, or two parts of them. */
export interface IComparison {
  readonly verdict: OutputVerdict;
  /** Without those of `alike` parts where another part is `different`. */
  readonly reasons: readonly ReasonCode[];
  /** Share of a picture's points that differ, from 0 to 1; of several, the largest. */
  readonly share: number;
}

export const same: IComparison = { verdict: 'same', reasons: [], share: 0 };

export function alike(reasons: Iterable<ReasonCode>, share = 0): IComparison {
  return { verdict: 'alike', reasons: [...new Set(reasons)], share };
}

export function different(reason: ReasonCode, share = 0): IComparison {
  return { verdict: 'different', reasons: [reason], share };
}

const ranks = { same: 0, alike: 1, different: 2 };

/** The comparison of the whole: as its worst part, for the reasons of all such parts. */
export function together(parts: Iterable<IComparison>): IComparison {
  let worst = same;
  for (const part of parts) {
    const isAsBad = part.verdict === worst.verdict;
    if (isAsBad || ranks[part.verdict] > ranks[worst.verdict]) {
      worst = {
        verdict: part.verdict,
        reasons: isAsBad
          ? [...new Set([...worst.reasons, ...part.reasons])]
          : part.reasons,
        share: isAsBad ? Math.max(worst.share, part.share) : part.share
      };
    }
  }
  return worst;
}

/** What is known of the run whose outputs are compared. */
export interface ITextContext {
  /** When the re-run was, in milliseconds since 1970. */
  readonly ran: number;
  /** The cell's code reads a clock, so that times in its output are of the run. */
  readonly readsClock: boolean;
}
