/** Texts without a terminal's colours, which can stand in the middle of words. */
import { ISpan } from './rule';
import { bytesOfSpans, ISegment, ITextPiece } from './textPiece';

const ANSI = /\u001b\[[0-9;?]{0,40}[A-Za-z]/g;

/** A text without colours. */
export function stripColours(text: string): string {
  return text.includes('\u001b') ? text.replace(ANSI, '') : text;
}

/** A piece without colours. */
export function withoutColours(
  piece: ITextPiece,
  bytes: Uint8Array
): ITextPiece {
  return piece.text.includes('\u001b')
    ? {
        ...piece,
        text: stripColours(piece.text),
        segments: () => cutSegments(piece, bytes)
      }
    : piece;
}

/** What stays of the segments, counted in the text that stays. */
function cutSegments(piece: ITextPiece, bytes: Uint8Array): ISegment[] {
  const kept: ISpan[] = [];
  const moved: number[] = [];
  let from = 0;
  let removed = 0;
  const keep = (to: number, next: number) => {
    if (to > from) {
      kept.push({ start: from, end: to });
      moved.push(removed);
    }
    removed += next - to;
    from = next;
  };
  for (const { 0: code, index } of piece.text.matchAll(ANSI)) {
    keep(index, index + code.length);
  }
  keep(piece.text.length, piece.text.length);
  let at = 0;
  return bytesOfSpans(bytes, piece.segments(), kept).map(part => {
    while (kept[at].end <= part.start) {
      at++;
    }
    return {
      start: part.start - moved[at],
      end: part.end - moved[at],
      bytes: part.bytes,
      form: part.form
    };
  });
}
