/** Whether bytes are text, and how it is written. */
import { Form } from './textPiece';

/** How a text file is to be read. */
export interface ITextEncoding {
  /** A name for `TextDecoder`. */
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly form: Form;
  /** Bytes of the byte order mark. */
  readonly mark: number;
}

/** Bytes by which a file is told to be text or not. */
export const HEAD = 8192;

const utf8: ITextEncoding = { charset: 'utf-8', form: 'utf8', mark: 0 };

/** Archives and documents that may begin without a zero byte. */
const SIGNATURES = [
  'PK\u0003\u0004',
  '\u001f\u008b',
  '%PDF-',
  'BZh',
  '\u00fd7zXZ'
];

/**
 * How a file is written, by its first bytes.
 *
 * @param head - at least `HEAD` bytes, or the whole file.
 * @returns null for what is no text: pictures, archives, numbers in binary.
 */
export function textEncoding(head: Uint8Array): ITextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { ...utf8, mark: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) {
    return { charset: 'utf-16le', form: 'utf16le', mark: 2 };
  }
  if (head[0] === 0xfe && head[1] === 0xff) {
    return { charset: 'utf-16be', form: 'utf16be', mark: 2 };
  }
  const length = Math.min(head.length, HEAD);
  const start = String.fromCharCode(...head.subarray(0, 6));
  if (SIGNATURES.some(signature => start.startsWith(signature))) {
    return null;
  }
  const begun = head.subarray(0, length);
  if (begun.indexOf(0) === -1) {
    return controlsIn(begun) * 10 > length ? null : utf8;
  }
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) {
    zeros[i % 2] += begun[i] === 0 ? 1 : 0;
  }
  /* Western text in UTF-16 without a mark: every other byte is zero. */
  const most = length / 2;
  if (zeros[1] > 0.6 * most && zeros[0] < 0.05 * most) {
    return { charset: 'utf-16le', form: 'utf16le', mark: 0 };
  }
  if (zeros[0] > 0.6 * most && zeros[1] < 0.05 * most) {
    return { charset: 'utf-16be', form: 'utf16be', mark: 0 };
  }
  return null;
}

/** Control characters that no text has. */
function controlsIn(bytes: Uint8Array): number {
  let controls = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte < 0x20 && (byte < 0x08 || byte > 0x0d) && byte !== 0x1b) {
      controls++;
    }
  }
  return controls;
}

/**
 * The text of a whole file. What claims to be UTF-8 and is not is read as
 * Windows' Western alphabet, one byte a character: tokens are ASCII in both.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding: ITextEncoding
): { text: string; encoding: ITextEncoding } {
  const body = bytes.subarray(encoding.mark);
  try {
    const decoder = new TextDecoder(encoding.charset, {
      fatal: encoding.form === 'utf8',
      ignoreBOM: true
    });
    return { text: decoder.decode(body), encoding };
  } catch {
    const single: ITextEncoding = {
      charset: 'windows-1252',
      form: 'single',
      mark: 0
    };
    return {
      text: new TextDecoder(single.charset).decode(bytes),
      encoding: single
    };
  }
}
