/** The text in outputs, in pieces: an output may be larger than the memory for a copy of it. */
import { IJsonObject, isJsonObject } from '../notebook/notebook';

import { withoutColours } from './excerpt';

/** Characters of a piece. */
export const PIECE = 65_536;

/** Characters at the end of a piece with which the next one begins. */
const OVERLAP = 512;

/** JSON values that are looked at in one step. */
const NODES = 5_000;

/** A piece of the text of an output. */
export interface ITextPiece {
  /** The kind of data: `text/html`; streams and tracebacks are `text/plain`. */
  readonly mime: string;
  /** Without a terminal's colours. */
  readonly text: string;
}

/**
 * The text of an output, piece by piece; null where a while went by without
 * text. Pictures and other binary data are passed over.
 */
export function* outputPieces(
  output: IJsonObject
): Generator<ITextPiece | null> {
  if (output.output_type === 'stream') {
    yield* plain(output.text);
  } else if (output.output_type === 'error') {
    const { evalue, traceback } = output;
    yield* plain(evalue);
    const lines = Array.isArray(traceback) ? traceback : [traceback];
    yield* plain(lines.flatMap(line => [line, '\n']));
  } else if (isJsonObject(output.data)) {
    for (const [mime, value] of Object.entries(output.data)) {
      if (isTextual(mime)) {
        const isText = typeof value === 'string' || Array.isArray(value);
        const pieces =
          isText && !/json/.test(mime)
            ? textPieces(value)
            : textPieces(stringsIn(value));
        for (const text of pieces) {
          yield text === null ? null : { mime, text };
        }
      }
    }
  }
}

function* plain(value: unknown): Generator<ITextPiece | null> {
  for (const text of textPieces(value)) {
    yield text === null ? null : { mime: 'text/plain', text };
  }
}

function isTextual(mime: string): boolean {
  return /^text\/|json|xml|javascript/i.test(mime);
}

/**
 * Cut a multi-line text of a notebook (a string, or its lines) into pieces
 * that overlap. A null among the lines comes through.
 */
export function* textPieces(value: unknown): Generator<string | null> {
  const lines: Iterable<unknown> =
    typeof value === 'string' ? [value] : isIterable(value) ? value : [];
  let piece = '';
  let isNew = false;
  for (const line of lines) {
    if (line === null) {
      yield null;
    }
    if (typeof line !== 'string') {
      continue;
    }
    for (let at = 0; at < line.length;) {
      const end = at + PIECE - piece.length;
      piece += line.slice(at, end);
      isNew = true;
      at = end;
      if (piece.length >= PIECE) {
        const cut = cutOf(piece);
        yield withoutColours(piece.slice(0, cut));
        piece = piece.slice(cut - OVERLAP);
        isNew = piece.length > OVERLAP;
      }
    }
  }
  if (isNew) {
    yield withoutColours(piece);
  }
}

/** Where a piece ends: at a blank near its end if there is one, so that no word is cut. */
function cutOf(piece: string): number {
  const end = piece.slice(-OVERLAP);
  const blank = Math.max(end.lastIndexOf(' '), end.lastIndexOf('\n'));
  return blank === -1 ? piece.length : piece.length - OVERLAP + blank + 1;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' && value !== null && Symbol.iterator in value
  );
}

/** The strings and keys in a JSON value, each followed by a line end; null now and then. */
function* stringsIn(value: unknown): Generator<string | null> {
  let nodes = 0;
  for (const node of jsonNodes(value)) {
    if (typeof node === 'string') {
      yield node;
      yield '\n';
    }
    if (++nodes % NODES === 0) {
      yield null;
    }
  }
}

/**
 * About how many bytes a JSON value takes in a file: exactly so for plain
 * text, and for numbers what they take on average. Gives null now and then, and
 * returns the number.
 */
export function* jsonSize(value: unknown): Generator<null, number> {
  let bytes = 0;
  let nodes = 0;
  for (const node of jsonNodes(value)) {
    bytes += typeof node === 'string' ? node.length + 4 : 10;
    if (++nodes % NODES === 0) {
      yield null;
    }
  }
  return bytes;
}

/** The keys and values in a JSON value, without recursion: nesting may be deep. */
function* jsonNodes(value: unknown): Generator<unknown> {
  const open: Iterator<unknown>[] = [[value][Symbol.iterator]()];
  while (open.length) {
    const next = open[open.length - 1].next();
    if (next.done) {
      open.pop();
      continue;
    }
    yield next.value;
    if (Array.isArray(next.value)) {
      open.push(next.value[Symbol.iterator]());
    } else if (isJsonObject(next.value)) {
      open.push(Object.entries(next.value).flat()[Symbol.iterator]());
    }
  }
}
