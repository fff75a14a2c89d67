import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Widget } from '@lumino/widgets';
import type { ITranslator } from '../core/text';
import type { IOpenDocuments } from '../session/ports';
import { WorkingFileError } from './errors';

/** The port to the documents that are open in JupyterLab. */
export class OpenDocuments implements IOpenDocuments {
  constructor(options: OpenDocuments.IOptions) {
    this._manager = options.manager;
    this._trans = options.trans;
    this._widgets = options.widgets;
  }

  /** The contexts in which a file is open: one for each kind of model (notebook, text). */
  contexts(path: string): DocumentRegistry.Context[] {
    const found = new Set<DocumentRegistry.Context>();
    const { registry } = this._manager;
    for (const { name } of registry.preferredWidgetFactories(path)) {
      const widget = this._manager.findWidget(path, name);
      const context = widget && this._manager.contextForWidget(widget);
      if (context) {
        found.add(context);
      }
    }
    return [...found];
  }

  /** Those of the paths that have unsaved changes. */
  unsaved(paths: readonly string[]): string[] {
    return this._among(paths, ({ model }) => model.dirty);
  }

  /** Those of the notebooks whose kernel runs something. */
  busy(paths: readonly string[]): string[] {
    return this._among(
      paths,
      ({ sessionContext }) => sessionContext.session?.kernel?.status === 'busy'
    );
  }

  /**
   * Save those of the paths that have unsaved changes.
   *
   * @throws WorkingFileError naming the document that could not be saved
   */
  async save(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      for (const context of this.contexts(path)) {
        if (context.model.dirty) {
          await this.saveContext(context);
        }
      }
    }
  }

  /**
   * Save one open document. Where the file changed on disk meanwhile, JupyterLab
   * asks the user.
   *
   * @throws WorkingFileError
   */
  async saveContext(context: DocumentRegistry.Context): Promise<void> {
    const { path } = context;
    if (context.model.readOnly) {
      throw new WorkingFileError(
        path,
        'read-only',
        this._trans.__('%1 cannot be changed (read-only).', path)
      );
    }
    try {
      await context.save();
    } catch (error) {
      throw new WorkingFileError(
        path,
        'not-saved',
        this._trans.__('%1 could not be saved.', path),
        { cause: error }
      );
    }
  }

  /** Goes through what is open, not through the paths: there can be thousands of these. */
  private _among(
    paths: readonly string[],
    isMeant: (context: DocumentRegistry.Context) => boolean
  ): string[] {
    const found = new Set<string>();
    for (const widget of this._widgets()) {
      const context = this._manager.contextForWidget(widget);
      if (context && isMeant(context)) {
        found.add(context.path);
      }
    }
    const { contents } = this._manager.services;
    return found.size > 0
      ? paths.filter(path => found.has(contents.normalize(path)))
      : [];
  }

  private readonly _widgets: () => Iterable<Widget>;
  private readonly _manager: IDocumentManager;
  private readonly _trans: ITranslator;
}

export namespace OpenDocuments {
  export interface IOptions {
    readonly manager: IDocumentManager;
    /** The widgets that are open. */
    readonly widgets: () => Iterable<Widget>;
    readonly trans: ITranslator;
  }
}
