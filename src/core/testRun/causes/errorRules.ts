/**
 * The errors that say what the matter is, the most telling first. All messages
 * were met by running code that makes them (Python 3.11, pandas 3.0, graphviz
 * 0.21, IPython 9), or are quoted from the source that is named.
 */
import { IErrorRule } from './clue';
import { importRules } from './importRules';
import { networkRules, systemRules } from './systemRules';

/** Files that are not there, and programs that look like them. */
const fileRules: readonly IErrorRule[] = [
  {
    kind: 'program',
    error: /^FileNotFoundError$/,
    message:
      /No such file or directory: (?:PosixPath\()?['"](?<subject>[^'"/]+)['"]/,
    traceback:
      /subprocess\.py[^\n]*_execute_child|_execute_child\(self, args, executable/,
    source: 'subprocess: the program is named like a file'
  },
  {
    kind: 'file',
    error:
      /^(?:FileNotFoundError|NotADirectoryError|PermissionError|IsADirectoryError|OSError|NoSuchFile)$/,
    message:
      /\[Errno (?:2|13|20|30)\] [^:\n]{1,80}: (?:b|PosixPath\()?(?<quote>['"])(?<subject>[^\n]{1,1000}?)\k<quote>/,
    source: 'Python: OSError with a file name'
  },
  {
    kind: 'file',
    error: /^(?:FileNotFoundError|OSError)$/,
    message: /^(?<subject>[^\n]{1,500}?) not found\.$/,
    source: 'numpy.loadtxt'
  },
  {
    kind: 'file',
    message: /^File `['"](?<subject>[^'"\n]{1,500})['"](?:\.py)?` not found\.$/,
    source: 'IPython: %run'
  },
  {
    kind: 'file',
    message:
      /(?:Failed to open|Unable to open|Cannot open|Can't open|No such file:?|does not exist:?) (?:file )?['"](?<subject>[^'"\n]{1,500})['"]/i,
    error:
      /^(?:FileNotFoundError|OSError|IOError|RuntimeError|DataSourceError|RasterioIOError|DriverError|error)$/,
    source: 'pyogrio, rasterio, h5py: errors of their own'
  }
];

/** All rules, in the order in which they are tried. */
export const errorRules: readonly IErrorRule[] = [
  {
    kind: 'memory',
    error: /^(?:MemoryError|_ArrayMemoryError)$/,
    source: 'Python, numpy'
  },
  {
    kind: 'name',
    error: /^NameError$/,
    message: /name ['"](?<subject>\w{1,100})['"] is not defined/,
    source: 'Python'
  },
  {
    kind: 'python-2',
    error: /^SyntaxError$/,
    message:
      /Missing parentheses in call to '(?:print|exec)'|multiple exception types must be parenthesized|leading zeros in decimal integer literals/,
    source: 'Python 3: code of Python 2'
  },
  { kind: 'syntax', error: /^SyntaxError$/, source: 'Python' },
  {
    kind: 'magic',
    error: /^UsageError$/,
    message: /(?:Line|Cell) magic (?:function )?`?%{1,2}(?<subject>\w{1,60})/,
    source: 'IPython'
  },
  {
    kind: 'variable',
    error: /^KeyError$/,
    message: /^['"](?<subject>\w{1,100})['"]$/,
    traceback: /_Environ\.__getitem__|<frozen os>|\bos\.environ\b/,
    source: 'os.environ'
  },
  ...networkRules,
  ...systemRules,
  ...importRules,
  ...fileRules
];
