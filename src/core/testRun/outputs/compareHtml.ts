/** Compares HTML: by what a reader sees, and by its scripts. Nothing of it is run. */
import {
  IComparison,
  ITextContext,
  alike,
  different,
  same,
  together
} from './comparison';
import { compareText } from './compareText';
import { htmlParts } from './htmlParts';
import { withSameIds } from './ids';
import { comparePictures } from './pictures';

/** Compare two pieces of HTML. */
export async function compareHtml(
  x: string,
  y: string,
  context: ITextContext
): Promise<IComparison> {
  if (x === y) {
    return same;
  }
  const [a, b] = withSameIds(x, y);
  const ids = a === x ? [] : (['id'] as const);
  if (a === b) {
    return alike(ids);
  }
  const left = htmlParts(a);
  const right = htmlParts(b);
  const parts = [
    compareText(left.text, right.text, context),
    compareScripts(left.scripts, right.scripts, context),
    await compareSources(left.sources, right.sources)
  ];
  const whole = together(parts);
  return whole.verdict === 'different'
    ? whole
    : whole.verdict === 'same'
      ? alike([...ids, 'markup'])
      : alike([...ids, ...whole.reasons], whole.share);
}

function compareScripts(
  a: readonly string[],
  b: readonly string[],
  context: ITextContext
): IComparison {
  const found = compareText(a.join('\n'), b.join('\n'), context);
  return found.verdict === 'different' ? different('data') : found;
}

async function compareSources(
  a: readonly string[],
  b: readonly string[]
): Promise<IComparison> {
  if (a.length !== b.length) {
    return different('picture');
  }
  const found: IComparison[] = [];
  for (const [index, source] of a.entries()) {
    const other = b[index];
    const [left, right] = [source, other].map(dataOf);
    found.push(
      source === other
        ? same
        : left && right && left.mime === right.mime
          ? await comparePictures(left.mime, left.base64, right.base64)
          : different('picture')
    );
  }
  return together(found);
}

function dataOf(address: string): { mime: string; base64: string } | null {
  const head = /^data:(image\/[a-z+.-]{1,20});base64,/i.exec(address);
  return head
    ? { mime: head[1].toLowerCase(), base64: address.slice(head[0].length) }
    : null;
}
