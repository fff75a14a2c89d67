/** Errors about modules and packages. */
import { IErrorRule } from './clue';

const importError = /^(?:ImportError|ModuleNotFoundError)$/;

/** What is imported, or asked for by what is. */
export const importRules: readonly IErrorRule[] = [
  {
    kind: 'module',
    error: importError,
    message: /^No module named ['"]?(?<subject>[\w.]{1,200})['"]?/,
    source: 'Python: importlib'
  },
  {
    kind: 'distribution',
    error: importError,
    message: /Unable to find a usable engine; tried using: '(?<subject>\w+)'/,
    source: 'pandas: parquet'
  },
  {
    kind: 'distribution',
    error: importError,
    message: /`Import (?<subject>[\w.-]{1,100})` failed/,
    source: 'pandas: import_optional_dependency'
  },
  {
    kind: 'distribution',
    error: importError,
    message:
      /Missing optional (?:dependency|dependencies):? ['"]?(?<subject>[\w.-]{1,100})['"]?/,
    source: 'pandas before 3, geopandas, polars'
  },
  {
    kind: 'distribution',
    error:
      /^(?:ImportError|AttributeError|ModuleNotFoundError|RuntimeError|ValueError)$/,
    message:
      /^(?:The '\.\w+' accessor requires|[Uu]sing a URI string requires|[^\n]{0,80}\brequires) ['"]?(?<subject>jinja2|sqlalchemy|matplotlib|pyarrow|scipy|statsmodels|ipywidgets|anywidget|kaleido|nbformat|pandas|numpy|dask|pooch|tabulate|lxml|openpyxl)\b/i,
    source: 'pandas: .style, read_sql; plotly; xarray; scikit-image'
  },
  {
    kind: 'distribution',
    error: importError,
    message: /without (?<subject>sqlalchemy) installed/i,
    source: 'pandas before 3: read_sql'
  },
  {
    kind: 'distribution',
    error: importError,
    message:
      /^(?<subject>[a-z][\w-]{0,60})(?:>=[\d.]+)? (?:is required (?:for|to)|not found, please install|must be installed|needs to be installed)/,
    source: 'pandas: plotting, ArrowDtype, read_xml'
  },
  {
    kind: 'distribution',
    error: importError,
    message:
      /(?:[Pp]lease (?:pip )?install|[Ii]nstall|pip install|conda install(?: -c \S+)?) (?:the )?[`'"]?(?<subject>[a-z][\w-]{1,60})[`'"]?/,
    source: 'fsspec: Install s3fs to access S3; many others'
  },
  {
    kind: 'distribution',
    error: /^ValueError$/,
    message: /Mime type rendering requires (?<subject>nbformat)/,
    source: 'plotly: show'
  },
  {
    kind: 'distribution',
    error: /^ValueError$/,
    message:
      /chunk manager '?(?<subject>dask)'? is not available|unrecognized chunk manager '?dask/,
    subject: 'dask',
    source: 'xarray: chunks'
  },
  {
    kind: 'distribution',
    error: /^(?:ValueError|RuntimeError)$/,
    message:
      /found the following matches[^]{0,2000}dependencies may not be installed|none of the suitable backend libraries[^]{0,500}installed/,
    subject: 'netcdf4',
    source: 'xarray: open_dataset, to_netcdf'
  },
  {
    kind: 'relative',
    error: importError,
    message: /^attempted relative import/,
    source: 'Python: from . import'
  },
  {
    kind: 'member',
    error: importError,
    message:
      /^cannot import name ['"](?<member>\w{1,100})['"] from (?:partially initialized module )?['"](?<subject>[\w.]{1,200})['"]/,
    source: 'Python: importlib'
  },
  {
    kind: 'member',
    error: /^AttributeError$/,
    message:
      /^module ['"](?<subject>[\w.]{1,200})['"] has no attribute ['"](?<member>\w{1,100})['"]/,
    source: 'Python: an attribute of a module'
  }
];
