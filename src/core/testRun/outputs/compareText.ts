/** Compares plain texts: streams, text data, what is left of HTML without its tags. */
import {
  IComparison,
  ITextContext,
  ReasonCode,
  alike,
  different,
  same,
  together
} from './comparison';
import { compareTokens } from './numbers';
import { areReordered, withSortedBraces } from './order';
import { isAside, maskedPair } from './textRules';

/** Characters of the lines that differ, of both texts, up to which rules are tried. */
const LONGEST = 4_000_000;

/** Compare two texts, line by line where they have as many, else word by word. */
export function compareText(
  a: string,
  b: string,
  context: ITextContext
): IComparison {
  if (a === b) {
    return same;
  }
  const left = linesOf(a);
  const right = linesOf(b);
  const aside: ReasonCode[] = left.omitted || right.omitted ? ['time'] : [];
  const pairs = unequal(left.lines, right.lines);
  if (pairs === null) {
    return compareWhole(left.lines, right.lines, context);
  }
  if (pairs.length === 0) {
    return alike(aside.length ? aside : ['layout']);
  }
  if (sizeOf(pairs) > LONGEST) {
    return different('uncompared');
  }
  const found = pairs.map(([x, y]) => compareLine(x, y, context));
  const whole = together(found.map(({ comparison }) => comparison));
  if (whole.verdict !== 'different') {
    return alike([...aside, ...whole.reasons]);
  }
  const open = found.filter(
    ({ comparison }) => comparison.verdict === 'different'
  );
  const isReordered = areReordered(
    open.map(({ a: line }) => line),
    open.map(({ b: line }) => line)
  );
  if (isReordered) {
    return alike(['order']);
  }
  const tokens = compareTokens(
    open.map(({ a: line }) => line).join('\n'),
    open.map(({ b: line }) => line).join('\n')
  );
  return tokens.verdict === 'different'
    ? tokens
    : alike([
        ...found.flatMap(({ comparison }) =>
          comparison.verdict === 'alike' ? comparison.reasons : []
        ),
        ...tokens.reasons
      ]);
}

interface IComparedLine {
  readonly a: string;
  readonly b: string;
  readonly comparison: IComparison;
}

function compareLine(
  x: string,
  y: string,
  context: ITextContext
): IComparedLine {
  const { a, b, reasons } = maskedPair(x, y, context);
  const of = (comparison: IComparison) => ({ a, b, comparison });
  if (a === b) {
    return of(alike(reasons));
  }
  if (withSortedBraces(a) === withSortedBraces(b)) {
    return of(alike([...reasons, 'order']));
  }
  const tokens = compareTokens(a, b);
  return of(
    tokens.verdict === 'alike' ? alike([...reasons, ...tokens.reasons]) : tokens
  );
}

/** Texts with other numbers of lines: they may be wrapped in other places. */
function compareWhole(
  left: readonly string[],
  right: readonly string[],
  context: ITextContext
): IComparison {
  const [a, b] = [left.join('\n'), right.join('\n')];
  if (a.length + b.length > LONGEST) {
    return different('uncompared');
  }
  const masked = maskedPair(a, b, context);
  const tokens = compareTokens(masked.a, masked.b);
  return tokens.verdict === 'alike'
    ? alike([...masked.reasons, ...tokens.reasons])
    : tokens;
}

/** Lines without blanks at their ends and asides; empty ones at the end are none. */
function linesOf(text: string): { lines: string[]; omitted: boolean } {
  const all = text.split('\n').map(line => line.trimEnd());
  while (all[all.length - 1] === '') {
    all.pop();
  }
  const lines = all.filter(line => !isAside(line));
  return { lines, omitted: lines.length < all.length };
}

/** The pairs of lines that are not equal; null where there are more of one text. */
function unequal(
  left: readonly string[],
  right: readonly string[]
): [string, string][] | null {
  return left.length !== right.length
    ? null
    : left
        .map((line, index): [string, string] => [line, right[index]])
        .filter(([line, other]) => line !== other);
}

function sizeOf(pairs: readonly [string, string][]): number {
  return pairs.reduce((sum, [a, b]) => sum + a.length + b.length, 0);
}
