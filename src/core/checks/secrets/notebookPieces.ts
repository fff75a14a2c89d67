/** The texts of a notebook: all of its JSON but pictures, other binary data and numbering. */
import { IMember, IRange, JsonOffsets } from '../../notebook/jsonOffsets';

import { withoutColours } from './terminalColours';
import { ISegment, ITextPiece, unescapeJson, Where } from './textPiece';

/** Members that hold no words of the user's. */
const SKIPPED = new Set([
  'cell_type',
  'execution_count',
  'id',
  'nbformat',
  'nbformat_minor',
  'output_type'
]);

/**
 * Members that are there all the time, and often hold nothing, and bytes of a
 * value below which that is so: no rule finds fewer than eight characters.
 */
const USUAL = new Set(['metadata', 'name']);
const LEAST = 10;

/** Kinds of data that are read; SVG is text that programs write. */
const TEXTUAL = /^text\/|[/+]json\b|javascript|xml\b/i;

const WEB = /html|javascript|xml/i;

/** Where the texts of one cell, or of the notebook itself, stand. */
interface IPlaceOf {
  readonly where: Where;
  readonly cell?: number;
}

/**
 * The texts of a notebook, in its order.
 *
 * @throws NotebookSyntaxError before the first text, if the bytes are not JSON.
 */
export function* notebookPieces(bytes: Uint8Array): Generator<ITextPiece> {
  const reader = new PieceReader(new JsonOffsets(bytes));
  for (const piece of reader.notebook()) {
    yield withoutColours(piece, bytes);
  }
}

class PieceReader {
  constructor(private readonly _json: JsonOffsets) {}

  private _is(range: IRange, kind: ReturnType<JsonOffsets['kind']>): boolean {
    return this._json.kind(range) === kind;
  }

  private _members(range: IRange): readonly IMember[] {
    return this._json.members(range).items;
  }

  *notebook(): Generator<ITextPiece> {
    const { root } = this._json;
    if (!this._is(root, 'object')) {
      yield this._raw(root, { where: 'metadata' });
      return;
    }
    for (const { key, value } of this._members(root)) {
      if (key === 'cells' && this._is(value, 'array')) {
        const cells = this._json.elements(value).items;
        for (let cell = 0; cell < cells.length; cell++) {
          const pieces: ITextPiece[] = [];
          this._cell(cells[cell], cell, pieces);
          yield* pieces;
        }
      } else if (mayTell(key, value)) {
        yield this._raw(value, { where: 'metadata' }, key);
      }
    }
  }

  private _cell(range: IRange, cell: number, pieces: ITextPiece[]): void {
    if (!this._is(range, 'object')) {
      pieces.push(this._raw(range, { where: 'source', cell }));
      return;
    }
    for (const { key, value } of this._members(range)) {
      if (key === 'source') {
        pieces.push(this._joined(value, { where: 'source', cell }));
      } else if (key === 'outputs' && this._is(value, 'array')) {
        for (const output of this._json.elements(value).items) {
          this._output(output, cell, pieces);
        }
      } else if (key === 'attachments' && this._is(value, 'object')) {
        for (const attachment of this._members(value)) {
          const place: IPlaceOf = { where: 'attachment', cell };
          pieces.push(this._key(attachment, place));
          this._data(attachment.value, place, pieces);
        }
      } else if (mayTell(key, value)) {
        pieces.push(this._raw(value, { where: 'metadata', cell }, key));
      }
    }
  }

  private _output(range: IRange, cell: number, pieces: ITextPiece[]): void {
    const place: IPlaceOf = { where: 'output', cell };
    if (!this._is(range, 'object')) {
      pieces.push(this._raw(range, place));
      return;
    }
    for (const { key, value } of this._members(range)) {
      if (key === 'data') {
        this._data(value, place, pieces);
      } else if (key === 'traceback' || key === 'text') {
        const between = key === 'traceback' ? '\n' : '';
        pieces.push(this._joined(value, place, between));
      } else if (mayTell(key, value)) {
        pieces.push(this._raw(value, place, key));
      }
    }
  }

  /** A bundle of one thing in several kinds of data. */
  private _data(range: IRange, place: IPlaceOf, pieces: ITextPiece[]): void {
    if (!this._is(range, 'object')) {
      pieces.push(this._raw(range, place));
      return;
    }
    for (const { key, value } of this._members(range)) {
      if (TEXTUAL.test(key)) {
        const isText = !/json/i.test(key);
        const piece = isText
          ? this._joined(value, place)
          : this._raw(value, place);
        pieces.push({ ...piece, web: WEB.test(key) });
      }
    }
  }

  /** A string, or the strings of a list joined. */
  private _joined(range: IRange, place: IPlaceOf, between = ''): ITextPiece {
    const value = this._is(range, 'object') ? null : this._json.value(range);
    if (typeof value === 'string') {
      return {
        where: place.where,
        cell: place.cell,
        text: value,
        web: false,
        segments: () => [stringSegment(range, 0, value.length)]
      };
    }
    if (!isTexts(value)) {
      return this._raw(range, place);
    }
    return {
      where: place.where,
      cell: place.cell,
      text: value.join(between),
      web: false,
      segments: () => {
        let start = 0;
        return this._json.elements(range).items.map((item, i) => {
          const segment = stringSegment(item, start, start + value[i].length);
          start = segment.end + between.length;
          return segment;
        });
      }
    };
  }

  /** Any JSON, as it is written but for its escapes. */
  private _raw(range: IRange, place: IPlaceOf, key?: string): ITextPiece {
    /* A name before a value can tell what it is: `"password": "…"`. */
    const lead = key === undefined ? '' : `"${key}": `;
    const text = lead + unescapeJson(this._json.text(range));
    return {
      where: place.where,
      cell: place.cell,
      text,
      web: false,
      segments: () => [
        { start: lead.length, end: text.length, bytes: range, form: 'json' }
      ]
    };
  }

  /** The name of a member. */
  private _key(member: IMember, place: IPlaceOf): ITextPiece {
    const { key, start } = member;
    /* The segment may be longer than the key: nothing in it is behind the key. */
    const segment = stringSegment(member, 0, key.length);
    return {
      where: place.where,
      cell: place.cell,
      text: key,
      web: false,
      segments: () => [
        { ...segment, bytes: { start: start + 1, end: member.end } }
      ]
    };
  }
}

/** Whether a member may hold words of the user's. */
function mayTell(key: string, { start, end }: IRange): boolean {
  return !SKIPPED.has(key) && (!USUAL.has(key) || end - start >= LEAST);
}

function stringSegment(range: IRange, start: number, end: number): ISegment {
  const bytes = { start: range.start + 1, end: range.end - 1 };
  return { start, end, bytes, form: 'json' };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
