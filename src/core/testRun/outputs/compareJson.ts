/** Compares JSON data: of charts, and any other. */
import { isJsonObject } from '../../notebook/notebook';
import {
  IComparison,
  ITextContext,
  ReasonCode,
  alike,
  different,
  same
} from './comparison';
import { compareText } from './compareText';
import { areClose } from './numbers';

/** Pairs of values that are compared; of larger data, equal text only. */
const MOST_VALUES = 5_000_000;

/** Strings that are compared by the rules of texts. */
const MOST_TEXTS = 10_000;

/** plotly.js tells traces apart by `uid`; `uirevision` keeps what a user zoomed. */
const PLOTLY_IDS = new Set(['uid', 'uirevision']);

/** What is left out, by the type of the data. */
interface IJsonRules {
  /** Keys whose values are made by chance. */
  readonly ids: ReadonlySet<string>;
  /** Keys whose values are how it looks. */
  readonly styles: ReadonlySet<string>;
}

const noRules: IJsonRules = { ids: new Set(), styles: new Set() };
const plotlyRules: IJsonRules = {
  ids: PLOTLY_IDS,
  // plotly.py puts its theme of the day into each chart.
  styles: new Set(['template'])
};

/** Compare two JSON values of a type. */
export function compareJson(
  mime: string,
  x: unknown,
  y: unknown,
  context: ITextContext
): IComparison {
  const rules = /^application\/vnd\.plotly\./.test(mime)
    ? plotlyRules
    : noRules;
  const reasons = new Set<ReasonCode>();
  // Nesting may be deep, so there is no recursion.
  const open: [unknown, unknown][] = [[x, y]];
  let values = 0;
  let texts = 0;
  for (let pair = open.pop(); pair; pair = open.pop()) {
    if (++values > MOST_VALUES) {
      return different('uncompared');
    }
    const [a, b] = pair.map(withoutPacking);
    if (a === b) {
      continue;
    }
    if (typeof a === 'number' && typeof b === 'number') {
      if (!areClose(a, b)) {
        return different('data');
      }
      reasons.add('rounding');
    } else if (typeof a === 'string' && typeof b === 'string') {
      const found =
        ++texts > MOST_TEXTS ? different('data') : compareText(a, b, context);
      if (found.verdict === 'different') {
        return different('data');
      }
      found.reasons.forEach(reason => reasons.add(reason));
    } else if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) {
        return different('data');
      }
      a.forEach((one, index) => open.push([one, b[index]]));
    } else if (isJsonObject(a) && isJsonObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
        const special = rules.ids.has(key)
          ? 'id'
          : rules.styles.has(key)
            ? 'style'
            : null;
        if (!special) {
          if (!(key in a && key in b)) {
            return different('data');
          }
          open.push([a[key], b[key]]);
        } else if (JSON.stringify(a[key]) !== JSON.stringify(b[key])) {
          reasons.add(special);
        }
      }
    } else {
      return different('data');
    }
  }
  return reasons.size ? alike(reasons) : same;
}

const PACKED = {
  i1: Int8Array,
  u1: Uint8Array,
  i2: Int16Array,
  u2: Uint16Array,
  i4: Int32Array,
  u4: Uint32Array,
  f4: Float32Array,
  f8: Float64Array
};

/**
 * The numbers that plotly.py 6 packs as `{dtype, bdata}` (in the order of bytes
 * of all current processors), as a list; all else as it is. Rows of a table
 * (`shape`) stay in one list, as both sides have them.
 */
function withoutPacking(value: unknown): unknown {
  if (
    !isJsonObject(value) ||
    typeof value.bdata !== 'string' ||
    typeof value.dtype !== 'string' ||
    value.shape !== undefined
  ) {
    return value;
  }
  const Numbers = PACKED[value.dtype as keyof typeof PACKED];
  if (!Numbers) {
    return value;
  }
  try {
    const bytes = Uint8Array.from(atob(value.bdata), one => one.charCodeAt(0));
    return Array.from(new Numbers(bytes.buffer));
  } catch {
    // No base64, or no whole number of numbers: it is compared as it is.
    return value;
  }
}
