/** A text that is looked through, and where it stands in a file's bytes. */
import { IRange } from '../../notebook/jsonOffsets';

import { ISpan } from './rule';

/** How characters are written in bytes; `json`: UTF-8 with JSON's escapes. */
export type Form = 'utf8' | 'json' | 'single' | 'utf16le' | 'utf16be';

/** A part of a text that stands in one piece in the bytes. */
export interface ISegment extends ISpan {
  readonly bytes: IRange;
  readonly form: Form;
}

/** Where in a file a text stands, as far as people should know. */
export type Where =
  'source' | 'output' | 'metadata' | 'attachment' | 'file' | 'name';

/** A text of a file, decoded. */
export interface ITextPiece {
  readonly text: string;
  readonly where: Where;
  /** Zero-based index of the notebook's cell. */
  readonly cell?: number;
  /** HTML, styles or a script, which may hold minified libraries. */
  readonly web: boolean;
  /** Where the text stands; asked for only where something is to be changed. */
  segments(): readonly ISegment[];
}

const ESCAPE = /\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/g;

/*
 * An escaped line end is no line of the file: as a carriage return it ends a
 * line for the rules, and is not counted.
 */
const SHORT: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\r',
  r: '\r',
  t: '\t'
};

/** Undo JSON's escapes wherever they stand; what is none stays. */
export function unescapeJson(text: string): string {
  return text.includes('\\')
    ? text.replace(ESCAPE, escape =>
        escape[1] === 'u'
          ? String.fromCharCode(parseInt(escape.slice(2), 16))
          : (SHORT[escape[1]] ?? escape[1])
      )
    : text;
}

function isHex(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x66);
}

/** The bytes of the escape that begins here; 0 if none does. */
function escapeLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x5c) {
    return 0;
  }
  if (bytes[at + 1] !== 0x75) {
    return '"\\/bfnrt'.includes(String.fromCharCode(bytes[at + 1])) ? 2 : 0;
  }
  return [2, 3, 4, 5].every(i => isHex(bytes[at + i])) ? 6 : 0;
}

/** Bytes and UTF-16 units of the character that begins here. */
function step(bytes: Uint8Array, at: number, form: Form): [number, number] {
  if (form === 'single') {
    return [1, 1];
  }
  if (form === 'utf16le' || form === 'utf16be') {
    return [2, 1];
  }
  const escape = form === 'json' ? escapeLength(bytes, at) : 0;
  if (escape) {
    return [escape, 1];
  }
  const byte = bytes[at];
  if (byte < 0xc0) {
    return [1, 1];
  }
  return byte < 0xe0 ? [2, 1] : byte < 0xf0 ? [3, 1] : [4, 2];
}

/** The part of a span that stands in one segment. */
export interface ISpanBytes extends ISegment {
  /** Whether the span begins with this part. */
  readonly first: boolean;
}

/**
 * The bytes of spans of a text. A span that several segments share has several
 * parts.
 *
 * @param spans - in their order, without overlaps.
 */
export function bytesOfSpans(
  bytes: Uint8Array,
  segments: readonly ISegment[],
  spans: readonly ISpan[]
): ISpanBytes[] {
  const parts: ISpanBytes[] = [];
  let next = 0;
  for (const segment of segments) {
    const { form } = segment;
    while (next < spans.length && spans[next].end <= segment.start) {
      next++;
    }
    let unit = segment.start;
    let at = segment.bytes.start;
    const walkTo = (target: number) => {
      while (unit < target && at < segment.bytes.end) {
        const [size, units] = step(bytes, at, form);
        at += size;
        unit += units;
      }
      return at;
    };
    for (let i = next; i < spans.length; i++) {
      if (spans[i].start >= segment.end) {
        break;
      }
      const start = Math.max(segment.start, spans[i].start);
      const end = Math.min(segment.end, spans[i].end);
      const range = { start: walkTo(start), end: walkTo(end) };
      const first = spans[i].start >= segment.start;
      parts.push({ start, end, bytes: range, form, first });
    }
  }
  return parts;
}
