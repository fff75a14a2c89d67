/** Notebooks for the tests of checks. */
import { TestClock } from '../../clock';
import { IFinding } from '../../finding';
import { readNotebook } from '../../notebook/notebook';
import { plainEnglish } from '../../text';
import { ICheck, ICheckInput, INotebookFile } from '../check';
import { runChecks } from '../runChecks';

let counter = 0;

/** A code cell that ran, with any members replaced. */
export function code(
  source: string,
  count: number | null = null,
  outputs: unknown[] = [],
  more: object = {}
): object {
  return {
    cell_type: 'code',
    execution_count: count,
    id: `c${++counter}`,
    metadata: {},
    outputs,
    source,
    ...more
  };
}

/** A text cell. */
export function markdown(source: string, more: object = {}): object {
  const id = `m${++counter}`;
  return { cell_type: 'markdown', id, metadata: {}, source, ...more };
}

/** What a cell prints. */
export function stream(text: unknown): object {
  return { output_type: 'stream', name: 'stdout', text };
}

/** What a cell shows. */
export function display(data: object): object {
  return { output_type: 'display_data', data, metadata: {} };
}

/** How a cell fails. */
export function failure(
  ename: string,
  evalue: string,
  traceback: unknown = []
): object {
  return { output_type: 'error', ename, evalue, traceback };
}

/** Metadata as Jupyter writes them for Python. */
export const PYTHON = {
  kernelspec: {
    display_name: 'Python 3 (ipykernel)',
    language: 'python',
    name: 'python3'
  },
  language_info: { name: 'python', version: '3.12.4' }
};

/** A file with these cells. */
export function notebookFile(
  cells: unknown[],
  more: { path?: string; metadata?: unknown; nbformat_minor?: number } = {}
): INotebookFile {
  const { path = 'analysis.ipynb', ...rest } = more;
  return fileOf(
    path,
    JSON.stringify({
      cells,
      metadata: PYTHON,
      nbformat: 4,
      nbformat_minor: 5,
      ...rest
    })
  );
}

/** A file with this text, read as a session reads it. */
export function fileOf(path: string, text: string): INotebookFile {
  const bytes = new TextEncoder().encode(text);
  try {
    return { path, bytes, notebook: readNotebook(bytes, plainEnglish) };
  } catch (error) {
    return { path, bytes, notebook: null, error: error as Error };
  }
}

/** The input of notebooks alone. */
export function inputOf(
  notebooks: readonly INotebookFile[],
  more: Partial<ICheckInput> = {}
): ICheckInput {
  const files = notebooks.map(({ path, bytes }) => ({
    path,
    size: bytes.length
  }));
  return { notebooks, files, dirty: [], busy: [], identity: {}, ...more };
}

/** Run one check. */
export function run(
  check: ICheck,
  file: INotebookFile | readonly unknown[],
  more: Partial<ICheckInput> = {}
): Promise<IFinding[]> {
  const notebook = 'path' in file ? file : notebookFile([...file]);
  const input = inputOf([notebook], more);
  return runChecks([check], input, {
    trans: plainEnglish,
    clock: new TestClock(),
    onError: error => {
      throw error;
    }
  });
}

/** `id` and one-based cell of each finding. */
export function places(findings: readonly IFinding[]): string[] {
  return findings.map(({ id, place }) =>
    place?.cell === undefined ? id : `${id} ${place.cell + 1}`
  );
}
