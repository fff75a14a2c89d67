import { draftPath } from './drafts';
import { NotFoundError, UnacceptableFileError } from './errors';
import { keyProblem } from './limits';
import { asObject, parseFile, parseFiles } from './parse';
import { nothing, orNull, SiteApi } from './siteApi';
import { IRecordFile } from './types';

/**
 * The calls about a draft's files, one each. `uploadFile` puts them together
 * safely. All throw `SiteError`, `CancelledError`, and `UnacceptableFileError`
 * for a key that no address can carry.
 */
export class DraftFiles {
  constructor(private readonly _api: SiteApi) {}

  /** All files, pending ones too, sorted by key. */
  listFiles(id: string, signal?: AbortSignal): Promise<IRecordFile[]> {
    return this._api.call(
      { method: 'GET', path: [...draftPath(id), 'files'], signal },
      parseFiles
    );
  }

  /** One file's entry, or null. */
  async getFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<IRecordFile | null> {
    return orNull(
      this._api.call(
        { method: 'GET', path: this._path(id, key), signal },
        parseFile
      ),
      error => error instanceof NotFoundError
    );
  }

  /**
   * Announce a file. The entry is `pending` from now on, and a draft with a
   * pending entry cannot be published (FINDINGS 4).
   *
   * @throws RefusedRequestError when the key is there already
   * @throws AnswerLostError
   */
  async initFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<IRecordFile> {
    this._path(id, key);
    return this._api.call(
      {
        method: 'POST',
        path: [...draftPath(id), 'files'],
        body: [{ key }],
        signal
      },
      // The answer lists all entries of the draft, in no order.
      json => parseFiles(json)?.find(file => file.key === key) ?? null
    );
  }

  /**
   * Send the content of a pending file. NEVER of a completed one: the server
   * answers 200 and deletes the file (FINDINGS 1).
   *
   * @throws AnswerLostError
   */
  async uploadContent(
    id: string,
    key: string,
    content: Blob,
    options: { readonly onProgress?: (sentBytes: number) => void } = {},
    signal?: AbortSignal
  ): Promise<void> {
    await this._api.call(
      {
        method: 'PUT',
        path: [...this._path(id, key), 'content'],
        body: content,
        onProgress: options.onProgress,
        signal
      },
      json => asObject(json).key !== undefined || null
    );
  }

  /**
   * Complete a file. May be repeated (FINDINGS 7). The server does not compare
   * checksums: the caller must (FINDINGS 3).
   */
  async commitFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<IRecordFile> {
    return this._api.call(
      {
        method: 'POST',
        path: [...this._path(id, key), 'commit'],
        repeatable: true,
        signal
      },
      parseFile
    );
  }

  /** Remove a file or a pending entry. Gone already is well too. */
  async deleteFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<void> {
    await orNull(
      this._api.call(
        {
          method: 'DELETE',
          path: this._path(id, key),
          repeatable: true,
          signal
        },
        nothing
      ),
      error => error instanceof NotFoundError
    );
  }

  private _path(id: string, key: string): string[] {
    const problem = keyProblem(this._api.trans, key);
    if (problem !== null) {
      throw new UnacceptableFileError(problem, key);
    }
    return [...draftPath(id), 'files', ...key.split('/')];
  }
}
