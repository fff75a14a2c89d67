/** Compares two outputs of the same kind. */
import { IJsonObject } from '../../notebook/notebook';
import { ComparedOutput, textOf } from './cellOutputs';
import {
  IComparison,
  ITextContext,
  alike,
  different,
  same
} from './comparison';
import { compareHtml } from './compareHtml';
import { compareJson } from './compareJson';
import { compareStream } from './compareStream';
import { compareSvg } from './compareSvg';
import { comparePictures } from './pictures';

/** Types of data that are looked into, those that say most of what is shown first. */
const RANKS: readonly RegExp[] = [
  /^application\/vnd\.jupyter\.widget-view\+json$/,
  /^application\/vnd\.plotly\.v\d+\+json$/,
  /^application\/vnd\.vega(?:lite)?\.v\d+(?:\.\d+)*\+json$/,
  /^application\/(?:geo\+json|vnd\.dataresource\+json)$/,
  /^application\/json$/,
  /^image\/svg\+xml$/,
  /^image\/(?:png|jpeg|gif|webp|bmp)$/,
  /^application\/pdf$/,
  /^text\/html$/,
  /^text\/latex$/,
  /^text\/markdown$/,
  /^text\/plain$/
];

/** The type of data that says most; '' = there is none. */
export function richestMime(mimes: readonly string[]): string {
  for (const rank of RANKS) {
    const mime = mimes.find(one => rank.test(one));
    if (mime !== undefined) {
      return mime;
    }
  }
  return [...mimes].sort()[0] ?? '';
}

/** Compare two outputs; those of different kinds are different. */
export async function compareOutput(
  a: ComparedOutput,
  b: ComparedOutput,
  context: ITextContext
): Promise<IComparison> {
  if (a.kind === 'stream' && b.kind === 'stream' && a.name === b.name) {
    return compareStream(a.text, b.text, context);
  }
  if (a.kind === 'data' && b.kind === 'data') {
    return compareData(a.data, b.data, context);
  }
  if (a.kind === 'error' && b.kind === 'error') {
    const value = compareStream(
      `${a.name}: ${a.value}`,
      `${b.name}: ${b.value}`,
      context
    );
    return value.verdict === 'different'
      ? different('error')
      : a.traceback === b.traceback
        ? value
        : alike([...value.reasons, 'traceback']);
  }
  return different(b.kind === 'error' ? 'error' : 'kind');
}

/**
 * Compare two bundles of data by the type that says most of those that both
 * have. The others are the same in other words (nbval compares them all, which
 * finds no more).
 */
async function compareData(
  a: IJsonObject,
  b: IJsonObject,
  context: ITextContext
): Promise<IComparison> {
  const common = Object.keys(a).filter(mime => mime in b);
  if (common.length === 0) {
    return Object.keys(a).length + Object.keys(b).length
      ? different('kind')
      : same;
  }
  const mime = richestMime(common);
  const found = await compareMime(mime, a, b, context);
  const richest = [a, b].map(data => richestMime(Object.keys(data)));
  return found.verdict === 'same' && richest.some(one => one !== mime)
    ? alike(['formats'])
    : found;
}

async function compareMime(
  mime: string,
  a: IJsonObject,
  b: IJsonObject,
  context: ITextContext
): Promise<IComparison> {
  const [x, y] = [a[mime], b[mime]];
  if (/widget-view\+json$/.test(mime)) {
    // A model's id is made by chance; the text says what the widget is.
    const text = compareStream(
      textOf(a['text/plain']),
      textOf(b['text/plain']),
      context
    );
    return text.verdict === 'different'
      ? text
      : compareJson(mime, x, y, context).verdict === 'same'
        ? text
        : alike([...text.reasons, 'widget']);
  }
  if (/[/+]json$/.test(mime)) {
    return compareJson(mime, x, y, context);
  }
  const [left, right] = [textOf(x), textOf(y)];
  if (left === right) {
    return same;
  }
  if (mime === 'image/svg+xml') {
    return compareSvg(left, right, context);
  }
  if (mime === 'text/html') {
    return compareHtml(left, right, context);
  }
  if (/^image\//.test(mime)) {
    return comparePictures(mime, left, right);
  }
  return /^text\//.test(mime)
    ? compareStream(left, right, context)
    : different('uncompared');
}
