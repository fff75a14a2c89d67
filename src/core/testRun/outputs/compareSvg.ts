/** Compares drawings: their elements, without ids and without what they say of their making. */
import {
  IComparison,
  ITextContext,
  ReasonCode,
  alike,
  different,
  same
} from './comparison';
import { compareText } from './compareText';
import { withSameIds } from './ids';

/** Compare two SVG documents. */
export function compareSvg(
  x: string,
  y: string,
  context: ITextContext
): IComparison {
  if (x === y) {
    return same;
  }
  const left = drawingOf(x);
  const right = drawingOf(y);
  const reasons: ReasonCode[] = left.about === right.about ? [] : ['time'];
  const [a, b] = withSameIds(left.drawing, right.drawing);
  if (left.drawing !== right.drawing && a !== left.drawing) {
    reasons.push('id');
  }
  const found = compareText(oneTagALine(a), oneTagALine(b), context);
  return found.verdict === 'different'
    ? different('picture')
    : alike(
        reasons.length + found.reasons.length
          ? [...reasons, ...found.reasons]
          : ['markup']
      );
}

/** A drawing without its head (metadata, comments, the document's type), and that. */
function drawingOf(svg: string): { drawing: string; about: string } {
  const drawing: string[] = [];
  const about: string[] = [];
  let at = 0;
  for (const match of svg.matchAll(/<metadata[\s>]|<!--|<!DOCTYPE|<\?xml/gi)) {
    if (match.index < at) {
      continue;
    }
    const end = /^<meta/i.test(match[0])
      ? '</metadata>'
      : match[0] === '<!--'
        ? '-->'
        : '>';
    const close = svg.indexOf(end, match.index);
    if (close === -1) {
      break;
    }
    drawing.push(svg.slice(at, match.index));
    at = close + end.length;
    about.push(svg.slice(match.index, at));
  }
  drawing.push(svg.slice(at));
  return { drawing: drawing.join(''), about: about.join('\n') };
}

/** Tags on lines of their own, so that lines can be compared. */
function oneTagALine(svg: string): string {
  return svg.replace(/></g, '>\n<');
}
