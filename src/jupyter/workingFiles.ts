import type { ISharedFile, ISharedNotebook } from '@jupyter/ydoc';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type * as nbformat from '@jupyterlab/nbformat';
import type { Contents } from '@jupyterlab/services';
import { hasInexactNumber } from '../core/notebook/inexactNumbers';
import { readNotebook } from '../core/notebook/notebook';
import { removeBadges, spliceNotebook } from '../core/notebook/splice';
import type { ITranslator } from '../core/text';
import type {
  IBadgeOwner,
  IWorkingBadge,
  IWorkingFiles
} from '../session/ports';
import {
  belongsTo,
  putBadgeInJson,
  putBadgeLive,
  removeBadgeInJson,
  removeBadgeLive
} from './badgeCells';
import { asText, ClosedFiles } from './closedFiles';
import type { OpenDocuments } from './openDocuments';
import { replaceText } from './replaceText';

/**
 * Changes the user's own files through Jupyter: open ones through their shared
 * model, so that others see it and it can be undone; closed ones through the
 * contents service, which keeps a notebook's trust.
 */
export class WorkingFiles implements IWorkingFiles {
  constructor(options: WorkingFiles.IOptions) {
    this._closed = new ClosedFiles(options.contents, options.trans);
    this._documents = options.documents;
    this._trans = options.trans;
  }

  /**
   * Insert or replace the badge cell in the notebook's current content, and save.
   *
   * @throws WorkingFileError, UnsupportedNotebookError
   */
  async putBadge(path: string, badge: IWorkingBadge): Promise<void> {
    const context = this._openNotebook(path);
    if (context) {
      await this._changeOpen(context, () =>
        putBadgeLive(context.model.sharedModel as ISharedNotebook, badge)
      );
      return;
    }
    const { content } = await this._closed.get(path, {
      ...asText,
      content: true
    });
    if (hasInexactNumber(String(content))) {
      await this._closed.change(path, asText, text =>
        this._inText(String(text), bytes =>
          spliceNotebook(
            bytes,
            { badge: badge.source, identity: badge.identity },
            this._trans
          )
        )
      );
      return;
    }
    await this._closed.change(path, { type: 'notebook' }, content =>
      putBadgeInJson(content as nbformat.INotebookContent, badge, this._trans)
    );
  }

  /**
   * Take the badge out of a notebook that belongs to this record, and save.
   *
   * @returns false where it does not belong to it; then nothing is changed
   * @throws WorkingFileError, UnsupportedNotebookError
   */
  async removeBadge(path: string, of: IBadgeOwner): Promise<boolean> {
    const context = this._openNotebook(path);
    if (context) {
      let isRemoved = false;
      await this._changeOpen(context, () => {
        const model = context.model.sharedModel as ISharedNotebook;
        isRemoved = removeBadgeLive(model, of);
        return isRemoved;
      });
      return isRemoved;
    }
    const { content } = await this._closed.get(path, {
      ...asText,
      content: true
    });
    let isRemoved = false;
    if (hasInexactNumber(String(content))) {
      await this._closed.change(path, asText, text =>
        this._inText(String(text), bytes => {
          isRemoved = belongsTo(readNotebook(bytes, this._trans), of);
          return isRemoved ? removeBadges(bytes, this._trans) : bytes;
        })
      );
    } else {
      await this._closed.change(path, { type: 'notebook' }, content => {
        const after = removeBadgeInJson(
          content as nbformat.INotebookContent,
          of,
          this._trans
        );
        isRemoved = after !== null;
        return after;
      });
    }
    return isRemoved;
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
    await this._closed.change(path, asText, content => {
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
          throw this._closed.changed(path);
        }
        return after;
      });
      return;
    }
    if (await this._closed.exists(path)) {
      throw this._closed.changed(path);
    }
    await this._closed.save(path, { ...asText, content: after });
  }

  /**
   * As the archived copy got it: byte by byte. The contents service would read
   * and write the numbers in JavaScript, and some would come back as others.
   * That costs the notebook its trust, which can be given again; digits can't.
   */
  private _inText(
    text: string,
    change: (bytes: Uint8Array) => Uint8Array
  ): string | null {
    const after = change(new TextEncoder().encode(text));
    // A byte-order mark is part of the file.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const changed = decoder.decode(after);
    return changed === text ? null : changed;
  }

  private _openNotebook(path: string): DocumentRegistry.Context | undefined {
    return this._documents
      .contexts(path)
      .find(context => isNotebook(context.model.sharedModel));
  }

  private async _changeOpen(
    context: DocumentRegistry.Context,
    change: () => boolean
  ): Promise<void> {
    await context.ready;
    if (context.model.readOnly || context.contentsModel?.writable === false) {
      throw this._closed.readOnly(context.path);
    }
    if (change() || context.model.dirty) {
      await this._documents.saveContext(context);
    }
  }

  private readonly _closed: ClosedFiles;
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
