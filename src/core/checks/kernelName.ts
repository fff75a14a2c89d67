/** Will Binder find a kernel for this notebook? */
import { CopyEdit, IFix } from '../finding';
import { IJsonObject, INotebook, isJsonObject } from '../notebook/notebook';
import { ITranslator } from '../text';
import { notebookLanguage } from '../uses/notebookLanguage';

import { ICheck, IObservation, notebookCheck } from './check';
import { codeCells } from './codeCells';
import { excerptOf } from './excerpt';

/** A notebook that names no kernel, one of another language, or one that only its author has. */
export function kernelCheck(trans: ITranslator): ICheck {
  const title = trans.__('Name of the kernel');
  const facts = { id: 'kernel', version: 1, title, budget: 200 };
  return notebookCheck(facts, function* ({ path, notebook }) {
    if (!codeCells(notebook).length) {
      return;
    }
    const { kernelspec, language_info } = notebook.metadata;
    const kernel = object(kernelspec);
    const name = text(kernel.name);
    const ran = languageOf(text(object(language_info).name));
    const named = languageOf(text(kernel.language));
    const fixes = fixesOf(path, notebook, trans);
    const common: Pick<IObservation, 'section' | 'place' | 'fixes'> = {
      section: 'environment',
      place: { path },
      ...(fixes.length ? { fixes } : {})
    };
    if (!name) {
      yield {
        ...common,
        id: 'notebook.kernel-missing',
        severity: 'warning',
        message: trans.__(
          'The notebook does not name its kernel. Binder would ask the reader to choose one.'
        ),
        about: path
      };
    } else if (ran && named && !isSame(ran, named)) {
      yield {
        ...common,
        id: 'notebook.kernel-language',
        severity: 'warning',
        message: trans.__(
          'The notebook ran with %1, but names a kernel for %2. Open it with the right kernel, run all cells, and save.',
          excerptOf(ran),
          excerptOf(named)
        ),
        excerpt: excerptOf(name),
        about: JSON.stringify([path, name, ran, named])
      };
    } else if (!/^(?:python[23]|ir|julia-1\.\d{1,3})$/.test(name)) {
      const isKnown = fixes.length > 0;
      yield {
        ...common,
        id: 'notebook.kernel-name',
        severity: isKnown ? 'warning' : 'info',
        message: isKnown
          ? trans.__(
              'The kernel “%1” exists on your computer only. Binder would ask the reader to choose another one.',
              excerptOf(name)
            )
          : trans.__(
              'The notebook needs the kernel “%1”. Binder has it only if the environment installs it.',
              excerptOf(name)
            ),
        excerpt: excerptOf(text(kernel.display_name) || name),
        about: JSON.stringify([path, name])
      };
    }
  });
}

/** The kernel that Binder has for the notebook's language, as a change to the copy. */
function fixesOf(
  path: string,
  notebook: INotebook,
  trans: ITranslator
): IFix[] {
  const edit = binderKernel(notebook);
  return edit
    ? [
        {
          label: trans.__('Use “%1” in the published copy', edit.displayName),
          fix: { kind: 'edit-copy', path, edit }
        }
      ]
    : [];
}

/**
 * The kernel with which Binder's images run a notebook's language: repo2docker
 * installs ipykernel as `python3`, IRkernel as `ir`, and IJulia, which names
 * itself after Julia's version.
 *
 * @returns null for other languages, and for Julia of unknown version.
 */
function binderKernel(
  notebook: INotebook
): Extract<CopyEdit, { kind: 'set-kernel' }> | null {
  const info = object(notebook.metadata.language_info);
  const kernel = object(notebook.metadata.kernelspec);
  const language = languageOf(text(info.name) || text(kernel.language));
  if (language === 'r') {
    return { kind: 'set-kernel', name: 'ir', displayName: 'R' };
  }
  if (language === 'julia') {
    const version = /^1\.\d{1,3}(?=\.|$)/.exec(text(info.version))?.[0];
    return version
      ? {
          kind: 'set-kernel',
          name: `julia-${version}`,
          displayName: `Julia ${version}`
        }
      : null;
  }
  return notebookLanguage(notebook) === 'python'
    ? {
        kind: 'set-kernel',
        name: 'python3',
        displayName: 'Python 3 (ipykernel)'
      }
    : null;
}

/** A language's name as far as notebooks agree on it: IPython's is Python. */
function languageOf(name: string): string {
  return /^i?python\d*$/i.test(name) ? 'python' : name.toLowerCase();
}

/** C++17 and C++ are one language to a kernel. */
function isSame(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function object(value: unknown): IJsonObject {
  return isJsonObject(value) ? value : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
