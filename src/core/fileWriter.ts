import { PublisherError } from './error';

/** How far the writing of a file is, and how it is stopped. */
export interface IWriteOptions {
  /** Told of the bytes that are written so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * The port to write new files, as they are: bytes, never documents, so that a
 * notebook comes without trust. Paths are from the server's root, with `/`.
 * Adapters: Jupyter's contents service; memory (tests); `noFileWriter`.
 */
export interface IFileWriter {
  /** Whether there is a file or folder at a path. */
  exists(path: string, signal?: AbortSignal): Promise<boolean>;
  /**
   * Make a folder where nothing is.
   *
   * @throws PathTakenError, FileWriteError, FileRefusedError
   */
  makeFolder(path: string): Promise<void>;
  /**
   * Write a new file; what could be written of one that fails is removed. Its
   * folder is there.
   *
   * @returns bytes
   * @throws FileWriteError, FileRefusedError, CancelledError, and what the stream throws
   */
  write(
    path: string,
    content: ReadableStream<Uint8Array>,
    options?: IWriteOptions
  ): Promise<number>;
  /**
   * Remove a file, or a folder that is empty. Gone already is well too.
   *
   * @throws FileWriteError
   */
  remove(path: string): Promise<void>;
}

/** There is something at the path of a folder that was to be made. */
export class PathTakenError extends PublisherError {
  constructor(
    readonly path: string,
    message: string
  ) {
    super(message);
  }
}

/** This one path cannot be written, as hidden files; others can. */
export class FileRefusedError extends PublisherError {
  constructor(
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** Writing failed, and would fail for others too: no right, no room, no server. */
export class FileWriteError extends PublisherError {
  constructor(
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** The port without a disk: nothing can be written. */
export const noFileWriter: IFileWriter = {
  exists: async () => false,
  makeFolder: async path => {
    throw new FileWriteError(path, path);
  },
  write: async path => {
    throw new FileWriteError(path, path);
  },
  remove: async () => undefined
};
