import { DocumentManager } from '@jupyterlab/docmanager';
import {
  ABCWidgetFactory,
  DocumentRegistry,
  DocumentWidget,
  TextModelFactory
} from '@jupyterlab/docregistry';
import { NotebookModelFactory } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import { ServiceManagerMock } from '@jupyterlab/services/lib/testutils';
import { Widget } from '@lumino/widgets';
import { plainEnglish } from '../../core/text';
import { OpenDocuments } from '../openDocuments';
import { WorkingFiles } from '../workingFiles';

class Factory extends ABCWidgetFactory<DocumentWidget> {
  protected createNewWidget(context: DocumentRegistry.Context): DocumentWidget {
    return new DocumentWidget({ context, content: new Widget() });
  }
}

/** JupyterLab's own document manager over files in memory, with our adapters on it. */
export function makeDesk() {
  const services = new ServiceManagerMock();
  const registry = new DocumentRegistry({
    textModelFactory: new TextModelFactory()
  });
  registry.addModelFactory(new NotebookModelFactory({}));
  registry.addFileType({
    name: 'notebook',
    contentType: 'notebook',
    fileFormat: 'json',
    extensions: ['.ipynb']
  });
  registry.addWidgetFactory(
    new Factory({ name: 'Editor', fileTypes: ['*'], defaultFor: ['*'] })
  );
  registry.addWidgetFactory(
    new Factory({
      name: 'Notebook',
      modelName: 'notebook',
      fileTypes: ['notebook'],
      defaultFor: ['notebook']
    })
  );
  const manager = new DocumentManager({
    registry,
    manager: services,
    opener: {
      open: () => undefined,
      get opened(): never {
        throw new Error('Not for these tests');
      }
    }
  });
  const { contents } = services;
  const widgets = new Set<Widget>();
  const documents = new OpenDocuments({
    manager,
    widgets: () => widgets,
    trans: plainEnglish
  });
  const files = new WorkingFiles({ contents, documents, trans: plainEnglish });
  return {
    contents,
    documents,
    files,
    /** Put a file on the disk. */
    write: (path: string, content: unknown): Promise<Contents.IModel> =>
      contents.save(
        path,
        path.endsWith('.ipynb')
          ? { path, type: 'notebook', format: 'json', content }
          : { path, type: 'file', format: 'text', content }
      ),
    /** Let the server's answers about files be other ones. */
    alter: (change: (model: Contents.IModel) => Contents.IModel) => {
      const get = jest.mocked(contents.get);
      const real = get.getMockImplementation();
      if (!real) {
        throw new Error('The contents are no mock any more');
      }
      get.mockImplementation(async (path, options) =>
        change(await real(path, options))
      );
    },
    /** What is on the disk. */
    read: async (path: string) => (await contents.get(path)).content,
    /** Open a file as a user does. */
    open: async (path: string, factory = 'default') => {
      const widget = manager.open(path, factory);
      const context = widget && manager.contextForWidget(widget);
      if (!context) {
        throw new Error(`${path} was not opened`);
      }
      widgets.add(widget);
      await context.ready;
      return context;
    }
  };
}

/** A notebook with one code cell, as Jupyter writes it. */
export function notebook(minor = 5) {
  return {
    nbformat: 4,
    nbformat_minor: minor,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3' },
      language_info: { name: 'python' }
    },
    cells: [
      {
        cell_type: 'code',
        ...(minor >= 5 ? { id: 'a1' } : {}),
        metadata: {},
        execution_count: 1,
        outputs: [],
        source: 'print(1)'
      }
    ]
  };
}
