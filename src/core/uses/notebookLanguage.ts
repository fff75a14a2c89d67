import { IJsonObject, isJsonObject } from '../notebook/notebook';
import { Language } from './moduleUse';

/**
 * The language of a notebook: by its kernel's language, then its kernel's
 * name. One that says nothing counts as Python, as Jupyter's own default. Null
 * for languages that are not read here.
 */
export function notebookLanguage(notebook: {
  readonly metadata?: unknown;
}): Language | null {
  const metadata = object(notebook.metadata);
  const kernel = object(metadata.kernelspec);
  const language = object(metadata.language_info).name ?? kernel.language;
  if (typeof language === 'string' && language) {
    return languageOf(language);
  }
  if (typeof kernel.name !== 'string' || /py|^conda/i.test(kernel.name)) {
    return 'python';
  }
  return /^ir/i.test(kernel.name)
    ? 'R'
    : /^julia/i.test(kernel.name)
      ? 'julia'
      : null;
}

/** Visual Studio Code keeps a cell's own language in its metadata. */
export function cellLanguage(
  cell: { readonly metadata?: unknown },
  notebook: Language | null
): Language | null {
  const { languageId } = object(object(cell.metadata).vscode);
  return typeof languageId === 'string' ? languageOf(languageId) : notebook;
}

/** The language of a file of code, by its ending. */
export function fileLanguage(path: string): Language | null {
  return /\.py$/.test(path)
    ? 'python'
    : /\.r$/i.test(path)
      ? 'R'
      : /\.jl$/.test(path)
        ? 'julia'
        : null;
}

function languageOf(name: string): Language | null {
  return /^i?python\d*$/i.test(name)
    ? 'python'
    : /^r$/i.test(name)
      ? 'R'
      : /^julia/i.test(name)
        ? 'julia'
        : null;
}

function object(value: unknown): IJsonObject {
  return isJsonObject(value) ? value : {};
}
