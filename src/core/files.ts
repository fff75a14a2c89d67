import { PublisherError } from './error';

/** What a symbolic link is, where the port can tell. */
export interface IFileLink {
  /** It leads to something in the server's root. */
  readonly inside: boolean;
  /** Where it leads: from the server's root, or on the server's machine. */
  readonly target: string;
  /** The server gives what it leads to. */
  readonly allowed: boolean;
}

/** One entry of a folder, as the port to read files shows it. */
export interface IFileEntry {
  /** Path from the server's root, `/` between parts, no leading slash. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Bytes; null where the server does not say (folders, some drives). */
  readonly size: number | null;
  /** ISO 8601, as the server gives it; '' where it does not say. */
  readonly lastModified: string;
  /** It is a link. Absent: it is none, or nobody knows. */
  readonly link?: IFileLink;
}

/** The content of a file, to be read once. */
export interface IFileContent {
  /** The bytes on disk. */
  readonly stream: ReadableStream<Uint8Array>;
}

/** The port to read files. Adapters: Jupyter's contents service; memory (tests); none. */
export interface IFiles {
  /**
   * The entries of a folder ('' is the server's root), in no order.
   *
   * @throws FileMissingError, FileAccessError
   */
  list(folder: string, signal?: AbortSignal): Promise<IFileEntry[]>;
  /**
   * A folder with those below it, by their paths, in one request; not all of
   * them need be there. Null: only one by one, by `list`. Adapters that cannot
   * do better than `list` are without it.
   *
   * @throws CancelledError; what else goes wrong, `list` tells
   */
  listBelow?(
    folder: string,
    signal?: AbortSignal
  ): Promise<ReadonlyMap<string, IFileEntry[]> | null>;
  /**
   * One file's or folder's entry.
   *
   * @throws FileMissingError, FileAccessError
   */
  stat(path: string, signal?: AbortSignal): Promise<IFileEntry>;
  /**
   * Open a file's bytes.
   *
   * @throws FileMissingError, FileAccessError
   */
  read(path: string, signal?: AbortSignal): Promise<IFileContent>;
}

/** A file or folder is not there (any more). */
export class FileMissingError extends PublisherError {
  constructor(
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** A file is there but may not be read, as a link that leaves the server's root. */
export class FileAccessError extends PublisherError {
  constructor(
    readonly path: string,
    message: string,
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }
}

/** Read a whole file into memory. For small files: notebooks, environment files. */
export async function readBytes(
  files: IFiles,
  path: string,
  signal?: AbortSignal
): Promise<Uint8Array> {
  const { stream } = await files.read(path, signal);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Read a whole file as UTF-8 text; a byte order mark is dropped. */
export async function readText(
  files: IFiles,
  path: string,
  signal?: AbortSignal
): Promise<string> {
  return new TextDecoder().decode(await readBytes(files, path, signal));
}

/** The port without files: nothing is ever there. */
export const noFiles: IFiles = {
  list: async () => [],
  stat: async path => {
    throw new FileMissingError(path, path);
  },
  read: async path => {
    throw new FileMissingError(path, path);
  }
};
