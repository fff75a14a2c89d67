import type { IPackedFile } from './archive';
import type { IZipEntry } from './zip/zipDirectory';

/** A file that is in the archive. */
export interface IWrittenFile {
  readonly packed: IPackedFile;
  /** What the archive's directory says of it. */
  readonly zip: IZipEntry;
}

/** What is told while a file is written. */
export interface IWritingWatch {
  /** So many bytes were read. */
  readonly onBytes: (bytes: number) => void;
  /** The source broke. */
  readonly onError: (error: unknown) => void;
}
