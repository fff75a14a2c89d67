/** Takes secrets out of a file's copy. */
import { systemClock } from '../../clock';
import { PublisherError } from '../../error';
import { applyEdits, IByteEdit } from '../../notebook/jsonEdits';
import { ITranslator, plainEnglish } from '../../text';

import { filePieces, isJsonFile } from './filePieces';
import { IScanRun, MASKABLE } from './fileScan';
import { foundValue, MOST_VALUES } from './hitCollector';
import { ISpan } from './rule';
import { secretRules } from './rules';
import { IScanOptions } from './secretHit';
import { ISecretKeys, SecretKeys } from './secretKeys';
import { IFound, TextMatcher, withoutOverlaps } from './textMatcher';
import { bytesOfSpans, Form, ITextPiece } from './textPiece';

/** What stands in the place of a secret. */
export const REMOVED = '***REMOVED***';

/** A file is too large to be changed in memory. */
export class TooLargeToMaskError extends PublisherError {}

/**
 * Characters from which on a value is taken out wherever it stands, also where
 * no rule finds it: printed, say, in an output. Shorter ones may be words.
 */
const ANYWHERE = 12;

/** A removed value can bring another to light; that soon comes to an end. */
const MOST_ROUNDS = 5;

/**
 * Put `***REMOVED***` in the place of secrets. All other bytes stay; JSON
 * stays JSON.
 *
 * @param keys - the keys of the findings, made with the same salt.
 * @throws TooLargeToMaskError
 */
export async function maskBytes(
  path: string,
  bytes: Uint8Array,
  keys: readonly string[],
  options: IScanOptions,
  run: IScanRun = {},
  trans: ITranslator = plainEnglish
): Promise<Uint8Array> {
  if (bytes.length > MASKABLE) {
    throw new TooLargeToMaskError(
      trans.__(
        '%1 is too large to remove something from its copy. Leave the file out, or remove it there yourself.',
        path
      )
    );
  }
  const masker = new Masker(path, new Set(keys), options, run);
  let masked = bytes;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = await masker.edits(masked);
    if (edits.length === 0) {
      break;
    }
    masked = applyEdits(masked, edits);
  }
  return masked;
}

class Masker {
  constructor(
    private readonly _path: string,
    private readonly _wanted: ReadonlySet<string>,
    options: IScanOptions,
    run: IScanRun
  ) {
    this._now = (run.clock ?? systemClock).now();
    this._matcher = run.matcher ?? new TextMatcher(secretRules(options.token));
    this._keys = run.keys ?? new SecretKeys(options.salt);
  }

  private readonly _now: number;
  private readonly _matcher: TextMatcher;
  private readonly _keys: ISecretKeys;
  /** What was looked at in this round: as many values as a scan tells of. */
  private readonly _seen = new Set<string>();

  async edits(bytes: Uint8Array): Promise<IByteEdit[]> {
    this._seen.clear();
    const found: ISpan[][] = [];
    const values = new Set<string>();
    for (const piece of filePieces(this._path, bytes)) {
      const spans: ISpan[] = [];
      for (const find of await this._wantedIn(piece)) {
        spans.push(...(find.parts ?? [find]));
        if (!find.parts && find.end - find.start >= ANYWHERE) {
          values.add(piece.text.slice(find.start, find.end));
        }
      }
      found.push(spans);
    }
    const edits: IByteEdit[] = [];
    if (found.some(spans => spans.length)) {
      let nth = 0;
      for (const piece of filePieces(this._path, bytes)) {
        const spans = [...found[nth++], ...placesOf(values, piece.text)];
        edits.push(...editsOf(bytes, piece, merged(spans), this._isJson));
      }
    }
    return edits;
  }

  private get _isJson(): boolean {
    return isJsonFile(this._path);
  }

  private async _wantedIn(piece: ITextPiece): Promise<IFound[]> {
    const { text, web } = piece;
    const context = { now: this._now, web };
    const wanted: IFound[] = [];
    const all = this._matcher.match(text, 0, text.length, context, () => {
      /* The scan has told of it: the file counts as not checked. */
    });
    for (const find of withoutOverlaps(all)) {
      const value = foundValue(text, find);
      const id = `${find.rule.id}\n${value}`;
      if (!this._seen.has(id) && this._seen.size >= MOST_VALUES) {
        continue;
      }
      this._seen.add(id);
      const key = await this._keys.key(find.rule, value);
      if (this._wanted.has(key)) {
        wanted.push(find);
      }
    }
    return wanted;
  }
}

function placesOf(values: ReadonlySet<string>, text: string): ISpan[] {
  const spans: ISpan[] = [];
  for (const value of values) {
    for (
      let start = text.indexOf(value);
      start !== -1;
      start = text.indexOf(value, start + value.length)
    ) {
      spans.push({ start, end: start + value.length });
    }
  }
  return spans;
}

/** Spans in their order, overlapping ones made one. */
function merged(spans: readonly ISpan[]): ISpan[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
    } else {
      result.push({ start, end });
    }
  }
  return result;
}

function editsOf(
  bytes: Uint8Array,
  piece: ITextPiece,
  spans: readonly ISpan[],
  isJson: boolean
): IByteEdit[] {
  if (spans.length === 0) {
    return [];
  }
  return bytesOfSpans(bytes, piece.segments(), spans).flatMap(
    ({ bytes: range, form, first }) => {
      const inStrings =
        isJson && form === 'json'
          ? withinStrings(bytes, range.start, range.end)
          : [range];
      return inStrings.map((part, i) => ({
        ...part,
        text: first && i === 0 ? written(REMOVED, form) : ''
      }));
    }
  );
}

/**
 * The parts of a range of JSON that stand within strings. The range begins in
 * one; quotes that end and begin strings stay.
 */
function withinStrings(
  bytes: Uint8Array,
  start: number,
  end: number
): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let inside = true;
  let from = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] === 0x5c) {
      at++;
    } else if (bytes[at] === 0x22) {
      if (inside) {
        parts.push({ start: from, end: at });
      }
      inside = !inside;
      from = at + 1;
    }
  }
  if (inside && from < end) {
    parts.push({ start: from, end });
  }
  return parts;
}

/* ASCII in UTF-16 is the same bytes as ASCII and zeros in UTF-8, in which edits are written. */
function written(text: string, form: Form): string {
  if (form === 'utf16le') {
    return text.replace(/./g, '$&\0');
  }
  return form === 'utf16be' ? text.replace(/./g, '\0$&') : text;
}
