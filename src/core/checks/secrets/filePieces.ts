/** The texts of a file. */
import { NotebookSyntaxError } from '../../notebook/jsonScanner';

import { notebookPieces } from './notebookPieces';
import { withoutColours } from './terminalColours';
import { decodeText, ITextEncoding, textEncoding } from './textEncoding';
import { ITextPiece, unescapeJson } from './textPiece';

const JSON_FILE =
  /\.(?:ipynb|json|jsonl|ndjson|geojson|topojson|har|vl|webmanifest)$/i;

const WEB_FILE = /\.(?:html?|m?js|css|svg)$/i;

/** Whether a file is a notebook, by its name. */
export function isNotebook(path: string): boolean {
  return /\.ipynb$/i.test(path);
}

/** Whether a file's strings are written with JSON's escapes. */
export function isJsonFile(path: string): boolean {
  return JSON_FILE.test(path);
}

/** Whether a file may hold minified libraries. */
export function isWebFile(path: string): boolean {
  return WEB_FILE.test(path);
}

/**
 * The texts of a file, one after the other: a notebook's cell by cell, any
 * other text file's in one piece, none of a binary file.
 */
export function* filePieces(
  path: string,
  bytes: Uint8Array
): Generator<ITextPiece> {
  if (isNotebook(path)) {
    try {
      // JSON is text; whether other bytes are is asked of them only.
      yield* notebookPieces(bytes);
      return;
    } catch (error) {
      if (!(error instanceof NotebookSyntaxError)) {
        throw error;
      }
      /* Broken: nothing has come of it yet. Its text still can be read. */
    }
  }
  const encoding = textEncoding(bytes);
  if (!encoding) {
    return;
  }
  yield withoutColours(wholeText(path, bytes, encoding), bytes);
}

function wholeText(
  path: string,
  bytes: Uint8Array,
  guess: ITextEncoding
): ITextPiece {
  const { text: raw, encoding } = decodeText(bytes, guess);
  const isJson = isJsonFile(path) && encoding.form === 'utf8';
  const text = isJson ? unescapeJson(raw) : raw;
  return {
    text,
    where: 'file',
    web: isWebFile(path),
    segments: () => [
      {
        start: 0,
        end: text.length,
        bytes: { start: encoding.mark, end: bytes.length },
        form: isJson ? 'json' : encoding.form
      }
    ]
  };
}
