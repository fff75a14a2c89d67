/** The file in which a labelled text stands. */
import { IItem, Kind } from './item';

const PATHS: Partial<Record<Kind, string>> = {
  json: 'settings/run.json',
  yaml: 'config.yml',
  env: 'settings.txt',
  toml: 'pyproject.toml',
  csv: 'data/table.csv',
  log: 'run.log',
  'script-py': 'tool.py',
  'script-r': 'tool.R',
  'script-jl': 'tool.jl',
  'script-m': 'tool.m',
  'script-js': 'tool.js',
  shell: 'run.sh',
  lock: 'yarn.lock'
};

function output(data: object): object {
  return { output_type: 'display_data', metadata: {}, data };
}

function lines(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function cellOf(kind: Kind, text: string): object {
  const code = (outputs: object[], source: string[] = ['run()']) => ({
    cell_type: 'code',
    execution_count: 3,
    metadata: {},
    outputs,
    source
  });
  switch (kind) {
    case 'stream':
      return code([
        { output_type: 'stream', name: 'stdout', text: lines(text) }
      ]);
    case 'result':
      return code([output({ 'text/plain': text })]);
    case 'html':
      return code([output({ 'text/html': lines(text), 'text/plain': '<X>' })]);
    case 'traceback':
      return code([
        {
          output_type: 'error',
          ename: 'Error',
          evalue: 'no',
          traceback: text.split('\n')
        }
      ]);
    case 'metadata':
      return { ...code([]), metadata: JSON.parse(text) };
    case 'markdown':
      return { cell_type: 'markdown', metadata: {}, source: lines(text) };
    default:
      return code([], lines(text));
  }
}

/** A notebook with these cells. */
export function notebookOf(cells: readonly object[]): string {
  const notebook = {
    cells,
    metadata: { kernelspec: { name: 'python3', language: 'python' } },
    nbformat: 4,
    nbformat_minor: 4
  };
  return JSON.stringify(notebook, null, 1);
}

/** Where an item stands: a text file, or a notebook with one cell. */
export function asFile(item: IItem): { path: string; bytes: Uint8Array } {
  const encode = (text: string) => new TextEncoder().encode(text);
  if (item.kind === 'name') {
    return { path: item.text, bytes: encode('nothing\n') };
  }
  const path = PATHS[item.kind];
  return path === undefined
    ? {
        path: 'a.ipynb',
        bytes: encode(notebookOf([cellOf(item.kind, item.text)]))
      }
    : { path, bytes: encode(item.text) };
}
