import type { INotebookKernel } from '../core/binder/detect';
import { isJsonObject } from '../core/notebook/notebook';
import type { IReadFile } from './notebookReader';

/** The kernels that the notebooks were made with, as they say themselves. */
export function notebookKernels(
  notebooks: readonly IReadFile[]
): INotebookKernel[] {
  return notebooks.flatMap(({ path, notebook }) => {
    if (!notebook) {
      return [];
    }
    const { kernelspec, language_info: info } = notebook.metadata;
    const said = (object: unknown, key: string): string => {
      const value = isJsonObject(object) ? object[key] : undefined;
      return typeof value === 'string' ? value : '';
    };
    const language = said(info, 'name') || said(kernelspec, 'language');
    return [
      {
        path,
        language,
        kernelName: said(kernelspec, 'name'),
        pythonVersion: /^i?python$/i.test(language)
          ? said(info, 'version') || null
          : null
      }
    ];
  });
}
