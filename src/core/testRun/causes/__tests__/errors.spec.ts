import { processorTime } from '../../../__tests__/processorTime';
import { CauseKind } from '../cause';
import { causesOf } from '../causesOf';
import recorded from './errors.json';
import { contextOf, runOf } from './kit';

/*
 * Errors as kernels told them (Python 3.11, IPython 9; pandas 3.1 and, where
 * the name says so, 2.3), their tracebacks cut in the middle.
 */
interface IRecorded {
  readonly cells: readonly string[];
  readonly name: string;
  readonly value: string;
  readonly traceback: string;
}

const errors: Readonly<Record<string, IRecorded>> = recorded;

/** The kind of each cause, and what its title names. */
const expected: Readonly<Record<string, readonly [CauseKind, string]>> = {
  module: ['missing-package', 'humanize'],
  'module-deep': ['missing-package', 'scikit-learn'],
  'load-ext': ['missing-package', 'sql'],
  'local-module': ['missing-package', 'helpers'],
  'local-package': ['missing-package', 'tools'],
  'module-from-lib': ['companion', 'pydot'],
  tabulate: ['companion', 'tabulate'],
  openpyxl: ['companion', 'openpyxl'],
  parquet: ['companion', 'pyarrow'],
  hdf: ['companion', 'tables'],
  lxml: ['companion', 'lxml'],
  'lxml-xml': ['companion', 'lxml'],
  jinja: ['companion', 'jinja2'],
  plot: ['companion', 'matplotlib'],
  'arrow-dtype': ['companion', 'pyarrow'],
  sql: ['companion', 'sqlalchemy'],
  s3: ['companion', 'fsspec'],
  xls: ['companion', 'python-calamine'],
  ods: ['companion', 'odfpy'],
  'pandas2-tabulate': ['companion', 'tabulate'],
  'pandas2-openpyxl': ['companion', 'openpyxl'],
  'pandas2-parquet': ['companion', 'pyarrow'],
  'pandas2-hdf': ['companion', 'tables'],
  'pandas2-lxml': ['companion', 'lxml'],
  'pandas2-jinja': ['companion', 'jinja2'],
  'pandas2-plot': ['companion', 'matplotlib'],
  'pandas2-sql': ['companion', 'sqlalchemy'],
  'pandas2-s3': ['companion', 'fsspec'],
  'pandas2-xls': ['companion', 'xlrd'],
  'pandas2-ods': ['companion', 'odfpy'],
  // A library that has forgotten a name is no hidden state.
  'pandas2-arrow-dtype': ['error', 'Cell 1'],
  relative: ['missing-module', 'package'],
  'tomllib-name': ['error', 'Cell 1'],
  imp: ['package-version', 'networkx'],
  'numpy-removed': ['package-version', 'numpy'],
  'np-attr': ['error', 'Cell 1'],
  file: ['missing-file', 'data/stations.csv'],
  listdir: ['missing-file', 'data'],
  pathlib: ['missing-file', 'notes.txt'],
  run: ['missing-file', 'helpers.py'],
  'np-load': ['missing-file', 'a.npy'],
  'np-loadtxt': ['missing-file', 'a.txt'],
  'write-folder': ['missing-file', 'The folder results'],
  'file-abs': ['absolute-path', '/home/maria/thesis/data/stations.csv'],
  'file-win': ['absolute-path', 'C:\\Users\\maria\\thesis\\stations.csv'],
  chdir: ['absolute-path', '/home/maria/thesis'],
  'file-above': ['outside-file', '../shared/values.csv'],
  permission: ['error', 'Cell 1'],
  sqlite: ['error', 'Cell 1'],
  'glob-empty': ['error', 'Cell 1'],
  name: ['hidden-state', 'baseline'],
  'name-later': ['cell-order', 'Cell 1 needs cell 2'],
  py2: ['python-2', 'Python 2'],
  'syntax-match': ['error', 'Cell 1'],
  libgl: ['system-library', 'libGLX_missing.so.1'],
  dot: ['system-program', 'dot'],
  program: ['system-program', 'gnuplot'],
  'program-check': ['system-program', 'gnuplot'],
  'bash-cell': ['system-program', 'gnuplot'],
  magic: ['magic', '%memit'],
  cellmagic: ['magic', '%R'],
  'url-invalid': ['network', 'needs the network'],
  'requests-url': ['network', 'needs the network'],
  socket: ['network', 'needs the network'],
  refused: ['network', 'needs the network'],
  http404: ['network', 'does not give'],
  memoryerror: ['memory', 'Cell 1'],
  'np-memory': ['memory', 'Cell 1'],
  env: ['variable', 'ZENODO_KEY'],
  input: ['input', 'asks for an answer'],
  turtle: ['screen', 'opens a window'],
  assert: ['error', 'Cell 1']
};

function causeOf({ cells, ...error }: IRecorded) {
  const [cause, ...more] = causesOf(
    runOf({ cell: 0, error }),
    contextOf({ cells })
  );
  expect(more).toEqual([]);
  return cause;
}

describe('an error', () => {
  it('is recorded for each row of the table, and the other way round', () => {
    expect(Object.keys(errors).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.entries(expected))('is named: %s', (name, [kind, title]) => {
    const cause = causeOf(errors[name]);
    expect(cause.kind).toBe(kind);
    expect(cause.title).toContain(title);
    expect(cause.place).toEqual({ path: 'analysis.ipynb', cell: 0 });
    expect(cause.meaning && cause.advice).not.toBe('');
  });

  it('has its own first words, on one short line', () => {
    expect(causeOf(errors['module']).line).toBe(
      "ModuleNotFoundError: No module named 'humanize'"
    );
    const long = { ...errors['module'], value: `No module named 'x'\n${'y '.repeat(5000)}` }; // prettier-ignore
    const { line } = causeOf(long);
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThanOrEqual(80);
  });

  it('of a great length is read in little time', () => {
    const start = processorTime();
    const texts = ['a', ' ', '"', 'lib', '`Import ', '[Errno 2] ', 'requires ', 'Command \'', 'found the following matches', 'install '].map(one => one.repeat(1_000_000 / one.length)); // prettier-ignore
    for (const name of [
      'ImportError',
      'OSError',
      'ValueError',
      'CalledProcessError',
      'AttributeError'
    ]) {
      // prettier-ignore
      for (const value of texts) {
        causeOf({ cells: [], name, value, traceback: value });
      }
    }
    expect(processorTime() - start).toBeLessThan(5_000);
  });
});
