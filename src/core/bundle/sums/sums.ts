/**
 * What is summed: a file's SHA-256; the same, and behind it the eight digits of
 * its CRC-32; the archive's MD5.
 */
export type SumKind = 'sha256' | 'sha256-crc32' | 'md5';

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

/** A sum that is computed elsewhere. */
export interface IRemoteSum extends ISum {
  /**
   * Take the first bytes of a buffer, which goes along; nothing is copied. It
   * comes back when they were taken. Others may follow before.
   *
   * @throws SumsLostError
   */
  take(buffer: ArrayBuffer, length: number): Promise<ArrayBuffer>;
}

/** An archive whose bytes are kept on the disk where they are summed. */
export interface IKeptArchive {
  /** The MD5 of all of them. */
  readonly md5: IRemoteSum;
  /**
   * Begin the sums of a file that goes in as it is (`sha256-crc32`).
   *
   * @throws SumsLostError
   */
  beginFile(): Promise<IRemoteSum>;
  /** The archive, once its MD5 is there. */
  blob(): Promise<Blob>;
}

/** Computes sums. */
export interface ISums {
  begin(kind: SumKind): Promise<ISum>;
  /**
   * Begin with an archive whose bytes are kept on the disk.
   *
   * @param bytes - about how many there will be.
   * @returns null where they cannot be kept
   * @throws SumsLostError
   */
  keep(bytes: number): Promise<IKeptArchive | null>;
  /** Nothing more is asked: what is under way is lost, and workers end. */
  end(): void;
}

/** Start what computes the sums of one archive, which ends it. */
export type StartSums = () => Promise<ISums>;

/** What computed a sum has ended before it. */
export class SumsLostError extends Error {}
