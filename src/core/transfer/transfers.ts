/** The port to send files from Jupyter's server straight into a draft. */
import type { WaitReason } from '../zenodo/retry';

/** One file of a transfer. Exactly one of `content` and `source` says where it comes from. */
export interface ITransferEntry {
  /** Its path in the archive, or its key among individual files. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601; '' where nobody knows. */
  readonly lastModified: string;
  /** Bytes that were made here. */
  readonly content?: Uint8Array;
  /** The user's file, from the server's root. */
  readonly source?: string;
  /** The user chose this file though a link on its way leads out of the server's root. */
  readonly outside?: boolean;
}

/** What the server is asked to do. */
export interface ITransferOrder {
  /** The site's address, as `https://zenodo.org`. */
  readonly site: string;
  readonly draft: string;
  /** The publication, and the stamp of what is packed: by them it is found again. */
  readonly publication: string;
  readonly stamp: string;
  /** The archive's key; null = individual files. */
  readonly archive: string | null;
  readonly entries: readonly ITransferEntry[];
  /** Stand-ins of 64 hexadecimal digits in the contents, and the paths whose SHA-256 replaces them. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** The phases of a transfer; `verified`, `failed` and `cancelled` are final. */
export const transferPhases = [
  'queued',
  'packing',
  'uploading',
  'needs-sign-in',
  'verified',
  'failed',
  'cancelled'
] as const;

export type TransferPhase = (typeof transferPhases)[number];

/** Why a transfer stopped: the server's name for it, and what it is about. */
export interface ITransferFailure {
  /** As `file-changed`; see `transferError`. */
  readonly code: string;
  /** The file that it is about; '' = none. */
  readonly path: string;
  /** The site's own words, plain text of bounded length; '' = none. */
  readonly text: string;
  /** The status of the site's answer; null = none. */
  readonly status: number | null;
}

/** Where a transfer is. Holds no token. */
export interface ITransferState {
  readonly id: string;
  readonly site: string;
  readonly draft: string;
  readonly publication: string;
  readonly stamp: string;
  readonly phase: TransferPhase;
  /** What is being read or sent. */
  readonly name: string;
  /** Bytes done, and in all, of this phase. */
  readonly done: number;
  readonly total: number;
  /** Until when it waits (milliseconds since 1970), and why; null = it does not. */
  readonly wait: { readonly reason: WaitReason; readonly until: number } | null;
  /** Of a failed one. */
  readonly failure: ITransferFailure | null;
  /** Of a verified one: what is in the draft. MD5 in hexadecimal. */
  readonly uploads: readonly {
    readonly key: string;
    readonly size: number;
    readonly md5: string;
  }[];
  /** Of a verified one: the files as they were read. SHA-256 in hexadecimal. */
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly sha256: string;
  }[];
}

/** Sends files from the server. All methods reject with a PublisherError. */
export interface ITransfers {
  /**
   * Begin a transfer, or join the one that does the same already.
   *
   * @throws TransferRefusedError
   */
  start(
    order: ITransferOrder,
    token: string,
    signal?: AbortSignal
  ): Promise<ITransferState>;
  /** All that the server knows of, the newest first. */
  list(signal?: AbortSignal): Promise<readonly ITransferState[]>;
  /**
   * Follow a transfer until it ends, or needs a new token. A connection that
   * breaks is made anew.
   *
   * @returns the last state
   */
  follow(
    id: string,
    onState: (state: ITransferState) => void,
    signal?: AbortSignal
  ): Promise<ITransferState>;
  /** Hand it a new token. */
  setToken(id: string, token: string): Promise<void>;
  /** End it; what is in the draft stays there. One that has ended is forgotten. */
  cancel(id: string): Promise<void>;
}

/** Whether nothing happens any more. */
export function isOver({ phase }: Pick<ITransferState, 'phase'>): boolean {
  return phase === 'verified' || phase === 'failed' || phase === 'cancelled';
}
