/** What is summed: a file's SHA-256, the archive's MD5. */
export type SumKind = 'sha256' | 'md5';

/** A sum that is being computed, over bytes that come in pieces. */
export interface ISum {
  /**
   * Take the next bytes. They must stay as they are until the promise is
   * resolved, and none may follow before: it says that there is room for more.
   * Without a promise there is.
   *
   * @throws SumsLostError
   */
  update(bytes: Uint8Array): Promise<void> | void;
  /**
   * The sum of all, hexadecimal; the last that is asked of it.
   *
   * @throws SumsLostError
   */
  digest(): Promise<string>;
}

/** Computes sums. */
export interface ISums {
  begin(kind: SumKind): Promise<ISum>;
  /** Nothing more is asked: what is under way is lost, and workers end. */
  end(): void;
}

/** Start what computes the sums of one archive, which ends it. */
export type StartSums = () => Promise<ISums>;

/** What computed a sum has ended before it. */
export class SumsLostError extends Error {}
