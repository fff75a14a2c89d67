/** What in a text is never the same twice. */
import type { ITextContext, ReasonCode } from './comparison';
import { isSamePlace, PATHS } from './pathRule';
import { timeRules } from './timeRules';

/**
 * A kind of passage. Where both texts have as many of them, those that differ
 * are taken for equal, two by two. Patterns take time in proportion to the text:
 * their repetitions are bounded.
 */
export interface ITextRule {
  readonly reason: ReasonCode;
  readonly pattern: RegExp;
  /** Only in cells that read a clock. */
  readonly onlyWithClock?: true;
  /** Whether two that stand in the same place are alike; by itself always. */
  readonly isAlike?: (a: string, b: string, context: ITextContext) => boolean;
}

/* RFC 9562. */
export const UUID =
  /(?<![0-9a-zA-Z])[0-9a-f]{8}([-_])[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}(?![0-9a-zA-Z])/gi;

const rules: readonly ITextRule[] = [
  {
    // tqdm's `[00:01<00:02, 22.3it/s]`, and without a known end `[00:01, 22.3it/s]`.
    reason: 'progress',
    pattern: /\[\d{1,4}:\d\d(?::\d\d)?(?:<|, )[^\]\n]{0,80}\]/g
  },
  {
    // Keras: `0s 3ms/step`.
    reason: 'progress',
    pattern:
      /(?:\b\d{1,6}s )?\b\d{1,6}(?:ns|us|µs|μs|ms|s)\/(?:step|epoch|sample)\b/g
  },
  // Python's `<… at 0x7f…>` (nbdime compares short texts without it, too), R's and Julia's.
  { reason: 'address', pattern: /\bat 0x[0-9a-f]{4,16}\b/gi },
  {
    reason: 'address',
    pattern:
      /<(?:environment|bytecode|pointer): 0x[0-9a-f]{4,16}>|@0x[0-9a-f]{4,16}\b/gi
  },
  { reason: 'id', pattern: UUID },
  { reason: 'path', pattern: PATHS, isAlike: isSamePlace },
  ...timeRules
];

/** Two lines after the rules, and the reasons of those that took something out. */
export interface IMaskedPair {
  readonly a: string;
  readonly b: string;
  readonly reasons: readonly ReasonCode[];
}

/** Take out of two lines what never is the same twice. */
export function maskedPair(
  a: string,
  b: string,
  context: ITextContext
): IMaskedPair {
  const reasons: ReasonCode[] = [];
  for (const { reason, pattern, onlyWithClock, isAlike } of rules) {
    if (a === b) {
      break;
    }
    if (onlyWithClock && !context.readsClock) {
      continue;
    }
    const left = a.match(pattern);
    const right = b.match(pattern);
    if (!left || !right || left.length !== right.length) {
      continue;
    }
    const isOut = left.map(
      (one, index) =>
        one !== right[index] && (isAlike?.(one, right[index], context) ?? true)
    );
    if (isOut.includes(true)) {
      reasons.push(reason);
      a = without(a, pattern, isOut);
      b = without(b, pattern, isOut);
    }
  }
  return { a, b, reasons };
}

function without(
  text: string,
  pattern: RegExp,
  isOut: readonly boolean[]
): string {
  let index = 0;
  return text.replace(pattern, one => (isOut[index++] ? '‹›' : one));
}

/* What IPython adds to times where it thinks it worth while. */
const ASIDE =
  /^(?:Compiler(?: time)?\s*: .{0,80}|The slowest run took .{0,200} being cached\. ?|Parser\s*: .{0,80})$/;

/** Whether a line stands in some runs only, whatever they compute. */
export function isAside(line: string): boolean {
  return ASIDE.test(line);
}
