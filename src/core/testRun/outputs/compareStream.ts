/** Compares what programs print: as it stays on the screen. */
import { IComparison, ITextContext, alike, same } from './comparison';
import { compareText } from './compareText';
import { onScreen, withoutEscapes } from './terminalText';

/** Compare two streams, or other texts with a terminal's signs in them. */
export function compareStream(
  a: string,
  b: string,
  context: ITextContext
): IComparison {
  if (a === b) {
    return same;
  }
  const plain = [withoutEscapes(a), withoutEscapes(b)];
  if (plain[0] === plain[1]) {
    return alike(['style']);
  }
  const [left, right] = plain.map(onScreen);
  if (left === right) {
    return alike(['progress']);
  }
  const found = compareText(left, right, context);
  // Also the speeds in a progress bar are its progress.
  return found.verdict === 'alike' && plain[0] !== left && plain[1] !== right
    ? alike([...found.reasons, 'progress'])
    : found;
}
