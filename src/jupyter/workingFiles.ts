import type { ISharedFile, ISharedNotebook } from '@jupyter/ydoc';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type * as nbformat from '@jupyterlab/nbformat';
import type { Contents } from '@jupyterlab/services';
import { PublisherError } from '../core/error';
import { hasInexactNumber } from '../core/notebook/inexactNumbers';
import { spliceNotebook } from '../core/notebook/splice';
import type { ITranslator } from '../core/text';
import type { IWorkingBadge, IWorkingFiles } from '../session/ports';
import { putBadgeInJson, putBadgeLive } from './badgeCells';
import { statusOf, WorkingFileError } from './errors';
import type { OpenDocuments } from './openDocuments';
import { replaceText } from './replaceText';

/** A file as its text, whatever it is. */
const asText = { type: 'file', format: 'text' } as const;

/** How often a closed file is read again when it changed between reading and writing. */
const attempts = 3;

/**
 * Changes the user's own files through Jupyter: open ones through their shared
 * model, so that others see it and it can be undone; closed ones through the
 * contents service, which keeps a notebook's trust.
 */
export class WorkingFiles implements IWorkingFiles {
  constructor(options: WorkingFiles.IOptions) {
    this._contents = options.contents;
    this._documents = options.documents;
    this._trans = options.trans;
  }

  /**
   * Insert or replace the badge cell in the notebook's current content, and save.
   *
   * @throws WorkingFileError, UnsupportedNotebookError
   */
  async putBadge(path: string, badge: IWorkingBadge): Promise<void> {
    const context = this._documents
      .contexts(path)
      .find(context => isNotebook(context.model.sharedModel));
    if (context) {
      await this._changeOpen(context, () =>
        putBadgeLive(context.model.sharedModel as ISharedNotebook, badge)
      );
      return;
    }
    const { content } = await this._get(path, { ...asText, content: true });
    if (hasInexactNumber(String(content))) {
      await this._changeClosed(path, asText, text =>
        this._putBadgeInText(String(text), badge)
      );
      return;
    }
    await this._changeClosed(path, { type: 'notebook' }, content =>
      putBadgeInJson(content as nbformat.INotebookContent, badge, this._trans)
    );
  }

  /**
   * Replace a text file's content by what `change` makes of it, and save.
   *
   * @throws WorkingFileError
   */
  async changeText(
    path: string,
    change: (text: string) => string
  ): Promise<void> {
    const context = this._documents
      .contexts(path)
      .find(context => isText(context.model.sharedModel));
    if (context) {
      await this._changeOpen(context, () => {
        const model = context.model.sharedModel as unknown as ISharedFile;
        const before = model.getSource();
        return replaceText(model, before, change(before));
      });
      return;
    }
    await this._changeClosed(path, asText, content => {
      const after = change(String(content));
      return after === content ? null : after;
    });
  }

  /**
   * Write a text file that is as it was seen last: `before`, or null where there
   * was none.
   *
   * @throws WorkingFileError when it is another one by now
   */
  async writeText(
    path: string,
    before: string | null,
    after: string
  ): Promise<void> {
    if (before !== null) {
      await this.changeText(path, text => {
        // What was read before is without a byte-order mark.
        if (![before, after].includes(text.replace(/^\ufeff/, ''))) {
          throw this._changed(path);
        }
        return after;
      });
      return;
    }
    if (await this._exists(path)) {
      throw this._changed(path);
    }
    await this._save(path, { ...asText, content: after });
  }

  /**
   * As the archived copy got it: byte by byte. The contents service would read
   * and write the numbers in JavaScript, and some would come back as others.
   * That costs the notebook its trust, which can be given again; digits can't.
   */
  private _putBadgeInText(
    text: string,
    { source, identity }: IWorkingBadge
  ): string | null {
    const after = spliceNotebook(
      new TextEncoder().encode(text),
      { badge: source, identity },
      this._trans
    );
    // A byte-order mark is part of the file.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const changed = decoder.decode(after);
    return changed === text ? null : changed;
  }

  private async _changeOpen(
    context: DocumentRegistry.Context,
    change: () => boolean
  ): Promise<void> {
    await context.ready;
    if (context.model.readOnly || context.contentsModel?.writable === false) {
      throw this._readOnly(context.path);
    }
    if (change() || context.model.dirty) {
      await this._documents.saveContext(context);
    }
  }

  private async _changeClosed(
    path: string,
    kind: Pick<Contents.IModel, 'type'> & { format?: 'text' },
    change: (content: unknown) => unknown
  ): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const model = await this._get(path, { ...kind, content: true });
      if (model.writable === false) {
        throw this._readOnly(path);
      }
      const content = change(model.content);
      if (content === null) {
        return;
      }
      const now = await this._get(path, { content: false });
      if (now.last_modified === model.last_modified) {
        await this._save(path, {
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

  private async _exists(path: string): Promise<boolean> {
    try {
      await this._contents.get(path, { content: false });
      return true;
    } catch (error) {
      if (statusOf(error) === 404) {
        return false;
      }
      throw this._failed(path, error);
    }
  }

  private _changed(path: string): WorkingFileError {
    return new WorkingFileError(
      path,
      'changed',
      this._trans.__(
        '%1 was changed meanwhile, so it was left as it is. Look through the folder again.',
        path
      )
    );
  }

  private async _get(
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

  private async _save(
    path: string,
    model: Partial<Contents.IModel>
  ): Promise<void> {
    try {
      await this._contents.save(path, model);
    } catch (error) {
      throw statusOf(error) === 403
        ? this._readOnly(path, error)
        : this._failed(path, error);
    }
  }

  private _readOnly(path: string, cause?: unknown): WorkingFileError {
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

  private readonly _contents: Contents.IManager;
  private readonly _documents: OpenDocuments;
  private readonly _trans: ITranslator;
}

export namespace WorkingFiles {
  export interface IOptions {
    readonly contents: Contents.IManager;
    readonly documents: OpenDocuments;
    readonly trans: ITranslator;
  }
}

function isNotebook(model: object): boolean {
  return 'insertCell' in model && 'cells' in model;
}

function isText(model: object): boolean {
  return 'updateSource' in model && 'getSource' in model;
}
