/** Times, dates and durations of a run, not those in data. */
import type { ITextContext } from './comparison';
import type { ITextRule } from './textRules';

/**
 * Milliseconds around the re-run within which a date is that of the run: a day,
 * as clocks stand in other zones, and half a day that a run may take.
 */
const AROUND = 36 * 3_600_000;

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const CLOCK = '\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?';
const SPAN = '\\d{1,12}(?:\\.\\d{1,17})?(?:e-?\\d{1,3})?';
const UNIT =
  '(?:ns|us|µs|μs|ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)';

/** What words in front of it make a number a duration of the program, whatever it is about. */
const TAKEN =
  'took|elapsed|run ?time|wall[- ]?(?:clock )?time|cpu time|execution time|(?:training|fitting|fit|processing|computing|computation|loading) time|(?:done|finished|completed|executed|loaded) in';

/**
 * The rules for times. A date counts only where one of the two is about that of
 * the re-run: days of measurements stay what they are. Numbers with a unit of
 * time count in cells that read a clock, or behind words that say so: half-lives
 * and periods are results.
 */
export const timeRules: readonly ITextRule[] = [
  // IPython's %time and %timeit.
  { reason: 'time', pattern: /(?:CPU times|Wall time): [^\n]{1,200}/g },
  {
    reason: 'time',
    pattern: new RegExp(
      `${SPAN} ${UNIT}(?: ${SPAN} ${UNIT}){0,2} (?:±|\\+-) ${SPAN} ${UNIT}(?: ${SPAN} ${UNIT}){0,2} per loop \\([^)\\n]{1,100}\\)`,
      'g'
    )
  },
  dates(
    new RegExp(
      `\\b(\\d{4})[-/](\\d\\d)[-/](\\d\\d)(?:[T ]${CLOCK}(?:Z| ?[+-]\\d\\d:?\\d\\d)?)?(?!\\d)`,
      'g'
    ),
    ([, year, month, day]) => [Date.UTC(+year, +month - 1, +day)]
  ),
  dates(
    /\bdatetime\.(?:datetime|date)\((\d{4}), (\d{1,2}), (\d{1,2})[^)\n]{0,80}\)/g,
    ([, year, month, day]) => [Date.UTC(+year, +month - 1, +day)]
  ),
  // C's ctime and the like: `Sun Nov 22 09:22:39 2026`, `November 22, 2026`.
  dates(
    new RegExp(
      `\\b(?:[MTWFS][a-z]{2,8},? )?(${MONTHS})[a-z]{0,6} {1,2}(\\d{1,2}),? (?:${CLOCK} )?(?:[A-Z]{3,4} )?(\\d{4})\\b`,
      'g'
    ),
    ([, month, day, year]) => [Date.UTC(+year, monthOf(month), +day)]
  ),
  // RFC 5322: `Sun, 22 Nov 2026 09:22:39`.
  dates(
    new RegExp(
      `\\b(?:[MTWFS][a-z]{2,8},? )?(\\d{1,2}) (${MONTHS})[a-z]{0,6} (\\d{4})(?:,? ${CLOCK})?`,
      'g'
    ),
    ([, day, month, year]) => [Date.UTC(+year, monthOf(month), +day)]
  ),
  // Day and month, or month and day.
  dates(
    new RegExp(`\\b(\\d\\d?)[./](\\d\\d?)[./](\\d{4})(?:,? ${CLOCK})?`, 'g'),
    ([, one, other, year]) => [
      Date.UTC(+year, +one - 1, +other),
      Date.UTC(+year, +other - 1, +one)
    ]
  ),
  // Seconds or milliseconds since 1970.
  dates(/(?<![\w.])(\d{10})(\d{3})?(?:\.\d{1,9})?(?![\w.])/g, ([, seconds]) => [
    +seconds * 1000
  ]),
  // Of logs, and of tables as statsmodels prints them.
  {
    reason: 'time',
    pattern:
      /(?:\[|^|\bTime:\s{1,40})\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?=\]|\s{2}|\s?$| (?:DEBUG|INFO|WARN|ERROR|CRITICAL))/gm
  },
  {
    reason: 'time',
    pattern: new RegExp(
      `\\b(?:${TAKEN})\\b[^\\d\\n]{0,20}(?:\\d{1,4}:\\d\\d(?::\\d\\d)?(?:\\.\\d{1,9})?|${SPAN}(?: ?${UNIT}\\b)?)`,
      'gi'
    )
  },
  {
    reason: 'time',
    onlyWithClock: true,
    pattern: new RegExp(
      `(?<![\\w.])(?:${SPAN} ?${UNIT}\\b|\\d{1,4}:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)`,
      'g'
    )
  },
  {
    reason: 'time',
    onlyWithClock: true,
    pattern: new RegExp(
      `\\b(?:time|seconds|duration)\\b[^\\d\\n]{0,20}${SPAN}`,
      'gi'
    )
  }
];

/* Python, R, Julia, JavaScript; IPython's magics. */
const READS_CLOCK =
  /%%?time(?:it)?\b|\btime\s*\.\s*(?:time|perf_counter|monotonic|process_time|strftime|asctime|ctime)|\b(?:perf_counter|default_timer|time_ns|monotonic)\b|\bnow\s*\(|\btoday\s*\(|\butcnow\b|\bSys\.(?:time|Date)\b|\bproc\.time\b|\bsystem\.time\b|\btictoc\b|@(?:time|elapsed|btime)\b|\btimeit\b|from time import|\bDate\.now\b/;

/** Whether code reads a clock. */
export function readsClock(source: string): boolean {
  return READS_CLOCK.test(source);
}

function dates(
  pattern: RegExp,
  read: (match: RegExpExecArray) => number[]
): ITextRule {
  const isNow = (text: string, { ran }: ITextContext) => {
    const match = new RegExp(
      pattern.source,
      pattern.flags.replace('g', '')
    ).exec(text);
    return (
      match !== null &&
      read(match).some(
        // A day's date stands for its beginning.
        time => time > ran - AROUND && time < ran + AROUND
      )
    );
  };
  return {
    reason: 'time',
    pattern,
    isAlike: (a, b, context) => isNow(a, context) || isNow(b, context)
  };
}

function monthOf(name: string): number {
  return MONTHS.split('|').indexOf(name);
}
