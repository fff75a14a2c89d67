/**
 * What is unpacked at most. An archive of somebody else's may be made to fill a
 * disk; these bounds are far above what people publish, and hold for the bytes
 * that really come out, whatever the archive says of itself.
 */
export interface IUnpackLimits {
  /** Entries, folders too. Each is at least one request to Jupyter. */
  readonly entries: number;
  /** Bytes unpacked: twice what a record may hold (50 GB, core/bundle/limits.ts). */
  readonly bytes: number;
  /**
   * Bytes unpacked for each byte packed. Deflate's own bound is 1032; text and
   * tables reach 20, and only files of one repeated byte come near the bound.
   */
  readonly ratio: number;
  /** Bytes up to which the ratio is not asked: small files of zeros are fine. */
  readonly ratioFrom: number;
}

export const unpackLimits: IUnpackLimits = {
  entries: 20_000,
  bytes: 100e9,
  ratio: 200,
  ratioFrom: 256 * 1024 * 1024
};

/** Bytes (UTF-8) of one name: what ext4, APFS and NTFS take. */
export const longestName = 255;

/** Bytes (UTF-8) of a path in the record; Linux takes 4096 for the whole path. */
export const longestPath = 1024;
