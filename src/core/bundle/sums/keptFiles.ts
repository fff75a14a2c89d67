/** A file that the browser keeps for this page. */
export interface IKeptFile {
  /** Nobody else has it. */
  readonly name: string;
  /**
   * What was written, once the writer has closed it. The file goes when this
   * is not held any more.
   */
  blob(): Promise<Blob>;
  /** Remove it. */
  drop(): void;
}

/** Files that the browser keeps for this page, beside those that people see. */
export interface IKeptFiles {
  /**
   * A new file, which is empty.
   *
   * @param bytes - how many it must have room for.
   * @returns null where there is no such file, or no room
   */
  reserve(bytes: number): Promise<IKeptFile | null>;
  /** Remove what pages that ended have left behind, as far as there is such. */
  sweep(): Promise<void>;
}

/** Where nothing can be kept. */
export const noKeptFiles: IKeptFiles = {
  reserve: async () => null,
  sweep: async () => undefined
};

/** A kept file, as the worker has it that writes it. */
export interface IKeptFileWriter {
  /** @throws Error when not all of it could be written */
  write(bytes: Uint8Array): void;
  /** Nothing more comes. */
  close(): void;
}

/** Open a kept file, to write it. Rejects where there are none. */
export type OpenKeptFile = (name: string) => Promise<IKeptFileWriter>;
