/** The port to look for secrets. Adapters: in this thread; in a worker. */
import { IClock, systemClock } from '../../clock';

import { Breather } from './breather';
import { maskBytes } from './mask';
import { secretRules } from './rules';
import { IScanRun, scanBytes, scanStream } from './scanner';
import { IScanOptions, ISecretHit } from './secretHit';
import { SecretKeys } from './secretKeys';
import { TextMatcher } from './textMatcher';

/** A file to be looked through. */
export interface IScanItem {
  /** Relative to the bundle's root. */
  readonly path: string;
  /**
   * Exactly the bytes that will be archived; asked for when it is the file's turn.
   *
   * @throws what the port to read files throws
   */
  open(): Promise<Uint8Array | ReadableStream<Uint8Array>>;
}

/** Looks for secrets, and takes them out of copies. */
export interface ISecretScanner {
  /**
   * The secrets in files, in the files' order.
   *
   * @throws CancelledError, and what reading a file throws
   */
  scan(
    items: Iterable<IScanItem> | AsyncIterable<IScanItem>,
    signal?: AbortSignal
  ): Promise<ISecretHit[]>;

  /**
   * The bytes with `***REMOVED***` in the place of what has one of the keys.
   *
   * @throws TooLargeToMaskError
   */
  mask(
    path: string,
    bytes: Uint8Array,
    keys: readonly string[]
  ): Promise<Uint8Array>;
}

/** Looks for secrets in the thread in which it is called, pausing often. */
export class InThreadScanner implements ISecretScanner {
  private readonly _keys: SecretKeys;
  private readonly _matcher: TextMatcher;

  constructor(
    private readonly _options: IScanOptions,
    private readonly _clock?: IClock
  ) {
    this._keys = new SecretKeys(_options.salt);
    this._matcher = new TextMatcher(secretRules(_options.token));
  }

  async scan(
    items: Iterable<IScanItem> | AsyncIterable<IScanItem>,
    signal?: AbortSignal
  ): Promise<ISecretHit[]> {
    const run = { ...this._run, signal };
    // Many small files take long, too; within a file, its own scan pauses.
    const breather = new Breather(this._clock ?? systemClock, signal);
    const hits: ISecretHit[][] = [];
    for await (const item of items) {
      const { path } = item;
      const content = await item.open();
      hits.push(
        content instanceof Uint8Array
          ? await scanBytes(path, content, this._options, run)
          : await scanStream(path, content, this._options, run)
      );
      if (breather.isDue) {
        await breather.breathe();
      }
    }
    return hits.flat();
  }

  private get _run(): IScanRun {
    return { clock: this._clock, keys: this._keys, matcher: this._matcher };
  }

  mask(
    path: string,
    bytes: Uint8Array,
    keys: readonly string[]
  ): Promise<Uint8Array> {
    return maskBytes(path, bytes, keys, this._options, this._run);
  }
}
