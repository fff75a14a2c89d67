import { nameOf } from '../paths';
/**
 * Media types by a file's ending. Registered ones
 * (https://www.iana.org/assignments/media-types) where there are some; for the
 * formats of a field, what its own programs use.
 */
const formats: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'application/fits': 'fits fit fts',
    'application/geo+json': 'geojson',
    'application/gzip': 'gz tgz',
    'application/json': 'json',
    'application/netcdf': 'nc nc4 cdf',
    'application/pdf': 'pdf',
    'application/toml': 'toml',
    'application/vnd.apache.arrow.file': 'arrow feather',
    'application/vnd.apache.parquet': 'parquet',
    'application/vnd.ms-excel': 'xls',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      'docx',
    'application/vnd.sqlite3': 'sqlite sqlite3 db',
    'application/x-hdf5': 'h5 hdf5 he5',
    'application/x-ipynb+json': 'ipynb',
    'application/x-npy': 'npy',
    'application/x-r-data': 'rdata rda',
    'application/x-sh': 'sh',
    'application/x-tex': 'tex',
    'application/xml': 'xml',
    'application/yaml': 'yml yaml',
    'application/zip': 'zip npz',
    'audio/wav': 'wav',
    'image/gif': 'gif',
    'image/jpeg': 'jpg jpeg',
    'image/png': 'png',
    'image/svg+xml': 'svg',
    'image/tiff': 'tif tiff',
    'image/webp': 'webp',
    'text/css': 'css',
    'text/csv': 'csv',
    'text/html': 'html htm',
    'text/javascript': 'js mjs',
    'text/markdown': 'md markdown',
    'text/plain': 'txt log cfg ini lock',
    'text/tab-separated-values': 'tsv tab',
    'text/x-bibtex': 'bib',
    'text/x-julia': 'jl',
    'text/x-python': 'py',
    'text/x-r': 'r',
    'text/x-rst': 'rst',
    'video/mp4': 'mp4',
    'video/webm': 'webm'
  }).flatMap(([type, endings]) =>
    endings.split(' ').map((ending): [string, string] => [ending, type])
  )
);

/** Files that are known by their whole name, in small letters. */
const names: ReadonlyMap<string, string> = new Map([
  ['citation.cff', 'application/yaml'],
  ['copying', 'text/plain'],
  ['dockerfile', 'text/plain'],
  ['license', 'text/plain'],
  ['manifest.rdmc', 'application/json'],
  ['pipfile', 'application/toml'],
  ['postbuild', 'text/plain'],
  ['readme', 'text/plain']
]);

/** The media type of a file by its name; null when nothing is known. */
export function encodingFormat(path: string): string | null {
  const name = nameOf(path).toLowerCase();
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1) : '';
  return names.get(name) ?? formats.get(ending) ?? null;
}
