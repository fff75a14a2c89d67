/**
 * The modules that a Python notebook imports, without a kernel: by reading its
 * cells. What a kernel imports while it runs, only that kernel knows.
 */
import { cellSource, ICell, IJsonObject, isJsonObject } from './notebook';
import { pythonOfCell, statementsOf } from './pythonText';

/**
 * Whether a notebook is in Python: by its kernel's language, then its kernel's
 * name. One that says nothing counts as Python, as Jupyter's own default.
 */
export function isPythonNotebook(notebook: {
  readonly metadata?: unknown;
}): boolean {
  const metadata = object(notebook.metadata);
  const kernel = object(metadata.kernelspec);
  const language = object(metadata.language_info).name ?? kernel.language;
  if (typeof language === 'string' && language) {
    return /^i?python\d*$/i.test(language);
  }
  return typeof kernel.name !== 'string' || /py|^conda/i.test(kernel.name);
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
  if (!isPythonNotebook(notebook)) {
    return modules;
  }
  notebook.cells.forEach((cell, index) => {
    if (cell.cell_type !== 'code' || isOtherLanguage(cell)) {
      return;
    }
    const names = importedNames(pythonOfCell(cellSource(cell)));
    for (const name of new Set(names.map(topLevel))) {
      modules.set(name, [...(modules.get(name) ?? []), index]);
    }
  });
  return modules;
}

/** The modules that Python code imports, by their dotted names, each once. */
export function importedNames(code: string): string[] {
  const names = new Set<string>();
  /* Inside of a block that never runs: the indentation of its head. */
  let never = -1;
  for (const { text, start, indent } of statementsOf(code)) {
    if (never !== -1 && indent !== -1 && indent <= never) {
      never = -1;
    }
    if (never !== -1) {
      continue;
    }
    if (NEVER_RUNS.test(text) && indent !== -1) {
      never = indent;
      continue;
    }
    const source = code.slice(start, start + text.length);
    for (const name of [...staticNames(text), ...literalNames(text, source)]) {
      names.add(name);
    }
  }
  return [...names];
}

const NEVER_RUNS = /^if\s+\(?(?:(?:\w+\.)?TYPE_CHECKING|False|0)\)?$/;
const NAME = '[\\p{L}_][\\p{L}\\p{N}_]*';
const DOTTED = `${NAME}(?:\\s*\\.\\s*${NAME})*`;
const IMPORT = /^import\s+(.+)$/u;
const IMPORTED = new RegExp(`^(${DOTTED})(?:\\s+as\\s+${NAME})?$`, 'u');
const FROM = new RegExp(`^from\\s+(${DOTTED})\\s+import\\b`, 'u');
const CALL =
  /(?:\bimport_module|\b__import__|\bimportorskip)\s*\(\s*(?:name\s*=\s*)?(?=\u0001)/g;

function staticNames(statement: string): string[] {
  const from = FROM.exec(statement);
  if (from) {
    return [from[1].replace(/\s/g, '')];
  }
  const list = IMPORT.exec(statement)?.[1] ?? '';
  return list.split(',').flatMap(item => {
    const name = IMPORTED.exec(item.trim())?.[1];
    return name === undefined ? [] : [name.replace(/\s/g, '')];
  });
}

/** Names that are imported by a call with a literal. */
function literalNames(statement: string, source: string): string[] {
  return Array.from(statement.matchAll(CALL)).flatMap(call => {
    const argument = source.slice(call.index + call[0].length);
    const name = /^["']+([^"'\\]+)["']/.exec(argument)?.[1] ?? '';
    return new RegExp(`^${DOTTED}$`, 'u').test(name) ? [name] : [];
  });
}

function topLevel(name: string): string {
  return name.split('.', 1)[0];
}

function object(value: unknown): IJsonObject {
  return isJsonObject(value) ? value : {};
}

/** Visual Studio Code keeps a cell's own language in its metadata. */
function isOtherLanguage(cell: ICell): boolean {
  const { languageId } = object(object(cell.metadata).vscode);
  return typeof languageId === 'string' && languageId !== 'python';
}
