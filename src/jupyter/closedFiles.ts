import type { Contents } from '@jupyterlab/services';
import { PublisherError } from '../core/error';
import type { ITranslator } from '../core/text';
import { statusOf, WorkingFileError } from './errors';

/** A file as its text, whatever it is. */
export const asText = { type: 'file', format: 'text' } as const;

/** How often a closed file is read again when it changed between reading and writing. */
const attempts = 3;

/** Files that are not open in JupyterLab: changed through the contents service. */
export class ClosedFiles {
  constructor(
    private readonly _contents: Contents.IManager,
    private readonly _trans: ITranslator
  ) {}

  /**
   * Change what is on the disk, where it does not change meanwhile.
   *
   * @param change - makes the new content; null = all is right already.
   * @throws WorkingFileError, and what `change` throws
   */
  async change(
    path: string,
    kind: Pick<Contents.IModel, 'type'> & { format?: 'text' },
    change: (content: unknown) => unknown
  ): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const model = await this.get(path, { ...kind, content: true });
      if (model.writable === false) {
        throw this.readOnly(path);
      }
      const content = change(model.content);
      if (content === null) {
        return;
      }
      const now = await this.get(path, { content: false });
      if (now.last_modified === model.last_modified) {
        await this.save(path, {
          type: kind.type,
          format: kind.format ?? 'json',
          content
        });
        return;
      }
    }
    throw new WorkingFileError(
      path,
      'changed',
      this._trans.__(
        '%1 is being changed by something else at this moment.',
        path
      )
    );
  }

  /** @throws WorkingFileError */
  async exists(path: string): Promise<boolean> {
    try {
      const model: Contents.IModel | null = await this._contents.get(path, {
        content: false
      });
      // Some versions of JupyterLite answer so for a file that is not there.
      return model !== null;
    } catch (error) {
      if (statusOf(error) === 404) {
        return false;
      }
      throw this._failed(path, error);
    }
  }

  /** The file is another one than it was. */
  changed(path: string): WorkingFileError {
    return new WorkingFileError(
      path,
      'changed',
      this._trans.__(
        '%1 was changed meanwhile, so it was left as it is. Look through the folder again.',
        path
      )
    );
  }

  /** @throws WorkingFileError */
  async get(
    path: string,
    options: Contents.IFetchOptions
  ): Promise<Contents.IModel> {
    let model: Contents.IModel | null;
    let cause: unknown = null;
    try {
      model = await this._contents.get(path, options);
    } catch (error) {
      if (statusOf(error) !== 404) {
        throw this._failed(path, error);
      }
      cause = error;
      model = null;
    }
    if (!model) {
      throw new WorkingFileError(
        path,
        'missing',
        this._trans.__('%1 is not there any more.', path),
        { cause }
      );
    }
    return model;
  }

  /** @throws WorkingFileError */
  async save(path: string, model: Partial<Contents.IModel>): Promise<void> {
    try {
      await this._contents.save(path, model);
    } catch (error) {
      throw statusOf(error) === 403
        ? this.readOnly(path, error)
        : this._failed(path, error);
    }
  }

  readOnly(path: string, cause?: unknown): WorkingFileError {
    return new WorkingFileError(
      path,
      'read-only',
      this._trans.__('%1 cannot be changed (read-only).', path),
      { cause }
    );
  }

  private _failed(path: string, cause: unknown): PublisherError {
    return cause instanceof PublisherError
      ? cause
      : new WorkingFileError(
          path,
          'not-saved',
          this._trans.__('%1 could not be saved.', path),
          { cause }
        );
  }
}
