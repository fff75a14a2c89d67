/** Ids that libraries make by chance, in HTML and SVG. */
import { UUID } from './textRules';

/* Where ids are given: pandas' Styler, plotly, matplotlib, and Bokeh's and Vega's in scripts. */
const GIVEN =
  /\s(?:id|data-root-id|data-vid)\s{0,9}=\s{0,9}["']([^"'\s]{1,200})["']|["'](?:id|docid|elementid|root_id|roots)["']\s{0,9}:\s{0,9}(?:\{\s{0,9})?["']([^"'\s]{1,200})["']/gi;

const HEXADECIMAL = /(?<![\w-])[0-9a-f]{32}(?![\w-])/gi;

const WORD = /[\w-]{3,200}/g;

/**
 * Give two texts the same names for ids that differ: those that stand at the
 * same turn and that the other text does not know. One id keeps one name, so
 * that an element which is pointed to is still that one.
 */
export function withSameIds(a: string, b: string): [string, string] {
  const left = idsOf(a);
  const right = idsOf(b);
  if (left.length !== right.length) {
    return [a, b];
  }
  const ofA = new Set(left);
  const ofB = new Set(right);
  const names = [new Map<string, string>(), new Map<string, string>()];
  left.forEach((id, index) => {
    const other = right[index];
    if (id !== other && !ofB.has(id) && !ofA.has(other)) {
      names[0].set(id, `id-${index}`);
      names[1].set(other, `id-${index}`);
    }
  });
  return [renamed(a, names[0]), renamed(b, names[1])];
}

/** All ids, each once, in the order in which they come first. */
function idsOf(text: string): string[] {
  const found: [number, string][] = [];
  for (const pattern of [UUID, HEXADECIMAL]) {
    for (const match of text.matchAll(pattern)) {
      found.push([match.index, match[0]]);
    }
  }
  for (const match of text.matchAll(GIVEN)) {
    const id = match[1] ?? match[2];
    found.push([match.index + match[0].indexOf(id), id]);
  }
  found.sort(([x], [y]) => x - y);
  return [...new Set(found.map(([, id]) => id))];
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return names.size
    ? text.replace(WORD, word => names.get(word) ?? word)
    : text;
}
