/** The modules that a Python notebook imports, as `uses/` reads them without a kernel. */
import { CodeReader } from '../uses/code/codeReader';
import { cellLanguage, notebookLanguage } from '../uses/notebookLanguage';
import { ICell, cellSource } from './notebook';

/**
 * Whether a notebook is in Python: by its kernel's language, then its kernel's
 * name. One that says nothing counts as Python, as Jupyter's own default.
 */
export function isPythonNotebook(notebook: {
  readonly metadata?: unknown;
}): boolean {
  return notebookLanguage(notebook) === 'python';
}

/**
 * The top-level modules that a notebook imports, each with the indices of the
 * cells that do; nothing for notebooks in other languages. Relative imports are
 * left out.
 */
export function notebookImports(notebook: {
  readonly cells: readonly ICell[];
  readonly metadata?: unknown;
}): Map<string, number[]> {
  const modules = new Map<string, number[]>();
  const reader = new CodeReader();
  const language = notebookLanguage(notebook);
  notebook.cells.forEach((cell, index) => {
    const isPython = cellLanguage(cell, language) === 'python';
    if (language !== 'python' || cell.cell_type !== 'code' || !isPython) {
      return;
    }
    const { notes } = reader.read(cellSource(cell), 'python');
    const names = notes.flatMap(note =>
      note.type === 'import' && note.language === 'python' && note.level === 0
        ? [note.name.split('.', 1)[0]]
        : []
    );
    for (const name of new Set(names)) {
      modules.set(name, [...(modules.get(name) ?? []), index]);
    }
  });
  return modules;
}
