import { IClock, systemClock } from '../../clock';
import { CancelledError } from '../../error';

import { Breather } from './breather';
import { ByteSource, inChunks } from './byteSource';
import { isSecretFile } from './fileNames';
import { filePieces, isNotebook, isWebFile } from './filePieces';
import { HitCollector } from './hitCollector';
import { RuleId } from './rule';
import { secretRules } from './rules';
import { IScanOptions, ISecretHit } from './secretHit';
import { ISecretKeys, SecretKeys } from './secretKeys';
import { IFound, TextMatcher, withoutOverlaps } from './textMatcher';
import { ITextPiece } from './textPiece';
import { linesBetween, textWindows } from './textWindows';

/** Characters that are looked through between two looks at the clock. */
const CHUNK = 1 << 18;

/** Characters of texts that are looked through at once. */
const SHORT = 1 << 15;

/** Finds after which they are sorted out, so that they do not fill the memory. */
const MANY = 20_000;

/** Bytes up to which a text file is held in memory as a whole. */
export const WHOLE_FILE = 5 * 1024 * 1024;

/** Bytes up to which `maskBytes` is offered: it needs the text as a whole. */
export const MASKABLE = 128 * 1024 * 1024;

/** With what a scan runs. */
export interface IScanRun {
  readonly signal?: AbortSignal;
  /** The real one by default. */
  readonly clock?: IClock;
  /** To find the same keys for several files without computing them again. */
  readonly keys?: ISecretKeys;
  /** All rules by default; made once for several files, it saves time. */
  readonly matcher?: TextMatcher;
}

/** What of a text a scan looks at. */
type ILooked = Pick<ITextPiece, 'text' | 'where' | 'web' | 'cell'>;

/** The scan of one file. */
export class FileScan {
  constructor(
    private readonly _path: string,
    options: IScanOptions,
    run: IScanRun
  ) {
    this._clock = run.clock ?? systemClock;
    this._matcher = run.matcher ?? new TextMatcher(secretRules(options.token));
    this._breather = new Breather(this._clock, run.signal);
    const keys = run.keys ?? new SecretKeys(options.salt);
    this._collector = new HitCollector(_path, keys);
  }

  private readonly _clock: IClock;
  private readonly _matcher: TextMatcher;
  private readonly _breather: Breather;
  private readonly _collector: HitCollector;
  private readonly _broken = new Set<RuleId>();

  /** Look through a file that is in memory. */
  bytes(bytes: Uint8Array): Promise<ISecretHit[]> {
    const { length } = bytes;
    return this._guarded(length <= MASKABLE, () =>
      length > WHOLE_FILE && !isNotebook(this._path)
        ? this._windows(inChunks(bytes))
        : this._whole(bytes)
    );
  }

  /** Look through a text file that need not fit into memory. */
  stream(
    source: AsyncIterable<Uint8Array>,
    broken: () => ByteSource['failure']
  ): Promise<ISecretHit[]> {
    return this._guarded(false, () => this._windows(source), broken);
  }

  /** Whatever breaks is told without its reason, which may quote the file. */
  private async _guarded(
    canMask: boolean,
    look: () => Promise<void>,
    broken: () => ByteSource['failure'] = () => null
  ): Promise<ISecretHit[]> {
    let isRead = true;
    try {
      await look();
    } catch (error) {
      const failure = broken();
      if (failure) {
        throw failure.reason;
      }
      if (error instanceof CancelledError) {
        throw error;
      }
      isRead = false;
    }
    const hits = await this._collector.hits(canMask);
    if (!isRead || this._broken.size > 0) {
      hits.unshift(await this._collector.about('unread'));
    }
    if (isSecretFile(this._path)) {
      hits.unshift(await this._collector.about('dotfile'));
    }
    return hits;
  }

  private async _whole(bytes: Uint8Array): Promise<void> {
    let short: ITextPiece[] = [];
    let size = 0;
    for (const piece of filePieces(this._path, bytes)) {
      const { length } = piece.text;
      if (length <= SHORT) {
        short.push(piece);
        size += length;
      }
      if (length > SHORT || size > SHORT) {
        this._shortTexts(short);
        short = [];
        size = 0;
        await this._breather.breathe();
      }
      if (length > SHORT) {
        await this._text(piece, 0, length, 1);
      }
    }
    this._shortTexts(short);
    await this._breather.breathe();
  }

  private _shortTexts(pieces: readonly ITextPiece[]): void {
    const found = this._matcher.matchEach(pieces, this._clock.now(), rule =>
      this._broken.add(rule)
    );
    found.forEach((finds, i) => {
      if (finds.length > 0) {
        const piece = pieces[i];
        this._collect(piece, finds, new LineCounter(piece.text, 0, 1));
      }
    });
  }

  private async _windows(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  ): Promise<void> {
    const web = isWebFile(this._path);
    for await (const window of textWindows(this._path, chunks)) {
      const { text, from, to, line } = window;
      await this._text({ text, where: 'file', web }, from, to, line);
    }
  }

  private async _text(
    piece: ILooked,
    from: number,
    to: number,
    firstLine: number
  ): Promise<void> {
    const lines = new LineCounter(piece.text, from, firstLine);
    let found: IFound[] = [];
    for (let at = from; at < to; at += CHUNK) {
      const end = Math.min(to, at + CHUNK);
      const more = this._match(piece, at, end);
      found = found.length ? found.concat(more) : more;
      if (end === to || found.length > MANY) {
        this._collect(piece, found, lines);
        found = [];
      }
      await this._breather.breathe();
    }
  }

  private _match({ text, web }: ILooked, from: number, to: number): IFound[] {
    const context = { now: this._clock.now(), web };
    return this._matcher.match(text, from, to, context, rule =>
      this._broken.add(rule)
    );
  }

  private _collect(
    piece: ILooked,
    found: readonly IFound[],
    lines: LineCounter
  ): void {
    const { text, where, cell } = piece;
    for (const find of withoutOverlaps(found)) {
      const place =
        where === 'file' ? { line: lines.lineOf(find.start) } : { cell };
      this._collector.add(text, find, where, place);
    }
  }
}

/** Counts lines on the way through a text. */
class LineCounter {
  constructor(
    private readonly _text: string,
    private _at: number,
    private _line: number
  ) {}

  /** The line of a place, which stands behind the one before. */
  lineOf(at: number): number {
    this._line += linesBetween(this._text, this._at, at);
    this._at = Math.max(this._at, at);
    return this._line;
  }
}
