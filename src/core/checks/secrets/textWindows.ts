/** A text that need not fit into memory, window by window. */
import { AROUND } from './envDump';
import { isJsonFile } from './filePieces';
import { HEAD, textEncoding } from './textEncoding';
import { unescapeJson } from './textPiece';
import { stripColours } from './terminalColours';

/** Characters that are new in a window. */
const NEW = 1 << 20;

/*
 * Characters before and after them that rules may look at: what surrounds a
 * keyword by 512 characters for most of them, by far more for private keys and
 * variables of the environment.
 */
const MARGIN = AROUND + 1024;

/** The longest escape or colour that can be cut in two. */
const CUT = 64;

/** A part of a text with what stands around it. */
export interface IWindow {
  readonly text: string;
  /** What is new: from here … */
  readonly from: number;
  /** … up to here. */
  readonly to: number;
  /** The one-based line of `from`. */
  readonly line: number;
}

/** Line ends from one place up to another. */
export function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (
    let at = text.indexOf('\n', from);
    at !== -1 && at < to;
    at = text.indexOf('\n', at + 1)
  ) {
    lines++;
  }
  return lines;
}

/** The windows of a text file; none of a binary one, of which only the head is read. */
export async function* textWindows(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): AsyncGenerator<IWindow> {
  let text = '';
  let from = 0;
  let line = 1;
  for await (const part of decoded(path, chunks)) {
    text += part;
    if (text.length >= from + NEW + MARGIN) {
      const to = text.length - MARGIN;
      yield { text, from, to, line };
      line += linesBetween(text, from, to);
      const start = Math.max(0, to - MARGIN);
      text = text.slice(start);
      from = to - start;
    }
  }
  yield { text, from, to: text.length, line };
}

/** The text in parts, without JSON's escapes in JSON and without colours. */
async function* decoded(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): AsyncGenerator<string> {
  const clean = isJsonFile(path)
    ? (text: string) => stripColours(unescapeJson(text))
    : stripColours;
  let carry = '';
  let decoder: TextDecoder | null = null;
  for await (const bytes of withHead(chunks)) {
    if (!decoder) {
      const encoding = textEncoding(bytes);
      if (!encoding) {
        return;
      }
      decoder = new TextDecoder(encoding.charset);
    }
    const text: string = carry + decoder.decode(bytes, { stream: true });
    /* What begins near the end may go on in the next part. */
    const near = Math.max(0, text.length - CUT);
    const cut = text.slice(near).search(/[\\\u001b]/);
    const end = cut === -1 ? text.length : near + cut;
    carry = text.slice(end);
    yield clean(text.slice(0, end));
  }
  yield clean(carry + (decoder?.decode() ?? ''));
}

/** The chunks, the first one long enough to tell what the file is. */
async function* withHead(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk;
      continue;
    }
    const joined: Uint8Array = new Uint8Array(head.length + chunk.length);
    joined.set(head);
    joined.set(chunk, head.length);
    head = joined;
    if (head.length >= HEAD) {
      yield head;
      head = null;
    }
  }
  if (head) {
    yield head;
  }
}
