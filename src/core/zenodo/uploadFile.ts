import { IClock } from '../clock';
import { CancelledError } from '../error';
import { ITranslator } from '../text';
import { ZenodoClient } from './client';
import {
  AnswerLostError,
  ChecksumMismatchError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitedError,
  RefusedMetadataError,
  RefusedRequestError,
  SiteTroubleError,
  SiteUnreachableError,
  UnacceptableFileError
} from './errors';
import { keyProblem } from './limits';
import { backOff, patient, WaitListener, waitUntil } from './retry';
import { IRecordFile } from './types';

/** The calls that an upload needs. */
export type UploadCalls = Pick<
  ZenodoClient,
  'getFile' | 'initFile' | 'uploadContent' | 'commitFile' | 'deleteFile'
>;

/** One file's way into a draft. */
export interface IUploadOptions {
  readonly client: UploadCalls;
  readonly clock: IClock;
  readonly trans: ITranslator;
  readonly draftId: string;
  readonly key: string;
  readonly content: Blob;
  /** Of the content, in hexadecimal, as computed when it was packed. */
  readonly md5: string;
  /**
   * This key was never begun in this draft, as the caller's journal knows: the
   * first attempt needs no look. A look is made before all others.
   */
  readonly isFresh?: boolean;
  /** Times that the content is sent at most. */
  readonly attempts?: number;
  /** Bytes sent; begins again at 0 with each attempt. */
  readonly onProgress?: (sentBytes: number, totalBytes: number) => void;
  /** Told before each attempt, from 1, with what ended the one before. */
  readonly onAttempt?: (attempt: number, after: unknown) => void;
  /** Told of the waits between attempts. */
  readonly onWait?: WaitListener;
  readonly signal?: AbortSignal;
}

/**
 * Put one file into a draft, so that it may be called again at any time: after a
 * broken connection, another tab's crash, or a lost answer.
 *
 * Each attempt looks first: completed with our checksum is done; pending takes
 * the content again; completed with another checksum is removed and begun anew
 * (a PUT onto it would delete it, FINDINGS 1). The server compares nothing
 * (FINDINGS 3), so the checksum of the answer to the commit is compared here.
 *
 * @throws UnacceptableFileError before anything is sent: empty, or a key that cannot be used
 * @throws ChecksumMismatchError; the entry was removed
 * @throws SiteError as of the client; after a refusal the entry was removed
 * @throws CancelledError; a pending entry stays, which a resumed upload takes up
 */
export async function uploadFile(
  options: IUploadOptions
): Promise<IRecordFile> {
  const { clock, content, key, onWait, signal, trans } = options;
  const problem =
    content.size === 0
      ? trans.__('The file “%1” is empty. Empty files are not accepted.', key)
      : keyProblem(trans, key);
  if (problem !== null) {
    throw new UnacceptableFileError(problem, key);
  }
  const attempts = options.attempts ?? patient.attempts;
  let after: unknown = undefined;
  for (let attempt = 1; ; attempt++) {
    options.onAttempt?.(attempt, after);
    try {
      return await tryOnce(options, options.isFresh === true && attempt === 1);
    } catch (error) {
      if (isRefusal(error)) {
        await removeQuietly(options);
      }
      after = error instanceof StartOver ? error.cause : error;
      if (!isWorthAnother(error) || attempt >= attempts) {
        throw after;
      }
      const until = clock.now() + backOff(clock, patient, attempt);
      const reason =
        after instanceof SiteTroubleError ||
        (after instanceof AnswerLostError &&
          after.cause instanceof SiteTroubleError)
          ? 'trouble'
          : 'connection';
      const wait = { reason, until, attempt: attempt + 1 } as const;
      await waitUntil(wait, clock, onWait, signal);
    }
  }
}

async function tryOnce(
  options: IUploadOptions,
  isFresh: boolean
): Promise<IRecordFile> {
  const { client, content, draftId, key, onProgress, signal, trans } = options;
  const md5 = options.md5.toLowerCase();
  const isOurs = (file: IRecordFile) =>
    file.md5 === md5 && (file.size === null || file.size === content.size);
  let entry = isFresh ? null : await client.getFile(draftId, key, signal);
  if (entry && entry.status !== 'pending') {
    if (entry.status === 'completed' && isOurs(entry)) {
      onProgress?.(content.size, content.size);
      return entry;
    }
    await client.deleteFile(draftId, key, signal);
    entry = null;
  }
  if (!entry) {
    await initOrStartOver(options);
  }
  onProgress?.(0, content.size);
  const committed = await startOverWhenGone(async () => {
    await client.uploadContent(
      draftId,
      key,
      content,
      {
        onProgress:
          onProgress &&
          (sent => onProgress(Math.min(sent, content.size), content.size))
      },
      signal
    );
    return client.commitFile(draftId, key, signal);
  });
  if (!isOurs(committed)) {
    await client.deleteFile(draftId, key, signal);
    throw new ChecksumMismatchError(trans, key, md5, committed.md5 ?? '');
  }
  onProgress?.(content.size, content.size);
  return committed;
}

/** The entry came or went between two calls: look again. */
class StartOver extends Error {
  constructor(readonly cause: unknown) {
    super('start over');
  }
}

/** A refusal because the key is there meanwhile is no refusal. */
async function initOrStartOver(options: IUploadOptions): Promise<void> {
  const { client, draftId, key, signal } = options;
  try {
    await client.initFile(draftId, key, signal);
  } catch (error) {
    if (isRefusal(error) && (await client.getFile(draftId, key, signal))) {
      throw new StartOver(error);
    }
    throw error;
  }
}

async function startOverWhenGone<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof NotFoundError ? new StartOver(error) : error;
  }
}

function isWorthAnother(error: unknown): boolean {
  return (
    error instanceof StartOver ||
    error instanceof AnswerLostError ||
    error instanceof SiteUnreachableError ||
    (error instanceof SiteTroubleError && error.status >= 500)
  );
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof RefusedRequestError ||
    error instanceof RefusedMetadataError ||
    error instanceof PermissionDeniedError
  );
}

/** A refused upload leaves a pending entry, with which nothing can be published (FINDINGS 4). */
async function removeQuietly(options: IUploadOptions): Promise<void> {
  const { client, draftId, key, signal } = options;
  try {
    const entry = await client.getFile(draftId, key, signal);
    if (entry?.status === 'pending') {
      await client.deleteFile(draftId, key, signal);
    }
  } catch (error) {
    if (error instanceof CancelledError || error instanceof RateLimitedError) {
      throw error;
    }
    // The refusal is what the user must hear of; the entry shows up again in `strangeFiles`.
  }
}

/**
 * The files of a draft that are not ours: left over from an earlier try, or put
 * there by hand. A pending one keeps the draft from being published; any one
 * keeps Binder from unpacking a single archive.
 */
export async function strangeFiles(
  client: Pick<ZenodoClient, 'listFiles'>,
  draftId: string,
  ours: readonly string[],
  signal?: AbortSignal
): Promise<IRecordFile[]> {
  const files = await client.listFiles(draftId, signal);
  return files.filter(file => !ours.includes(file.key));
}
