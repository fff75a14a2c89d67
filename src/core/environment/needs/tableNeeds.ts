import { INeed } from './need';

const pandas = ['pandas', 'geopandas', 'polars', 'dask.dataframe', 'modin'];
const excel = /\.(?:read_excel|to_excel|ExcelFile|ExcelWriter)\s*\(/;
const sql =
  /\.(?:read_sql|read_sql_query|read_sql_table|to_sql)\s*\(|\bcreate_engine\s*\(/;
const remote = [
  'pandas',
  'xarray',
  'dask',
  'fsspec',
  'geopandas',
  'zarr',
  'polars'
];

/** What tables and arrays need: pandas, xarray, dask. Messages as seen with pandas 2 and xarray 2025. */
export const tableNeeds: readonly INeed[] = [
  {
    modules: pandas,
    code: /\.(?:read_excel|ExcelFile)\s*\(/,
    notLiteral: /\.(?:xls|xlsb|ods)["']/i,
    distributions: ['openpyxl'],
    evidence: "ImportError: Missing optional dependency 'openpyxl'"
  },
  {
    modules: pandas,
    code: /\.(?:to_excel|ExcelWriter)\s*\(/,
    notLiteral: /\.(?:xls|xlsb|ods)["']/i,
    distributions: ['openpyxl', 'xlsxwriter'],
    evidence: "ImportError: Missing optional dependency 'openpyxl'"
  },
  {
    modules: pandas,
    code: excel,
    literal: /\.xls["']/i,
    distributions: ['xlrd'],
    evidence: "ImportError: Missing optional dependency 'xlrd'"
  },
  {
    modules: pandas,
    code: excel,
    literal: /\.xlsb["']/i,
    distributions: ['pyxlsb'],
    evidence: "ImportError: Missing optional dependency 'pyxlsb'"
  },
  {
    modules: pandas,
    code: excel,
    literal: /\.ods["']/i,
    distributions: ['odfpy'],
    evidence: "ImportError: Missing optional dependency 'odfpy'"
  },
  {
    modules: pandas,
    code: excel,
    literal: /^["']xlsxwriter["']$/,
    distributions: ['xlsxwriter'],
    evidence: "ModuleNotFoundError: No module named 'xlsxwriter'"
  },
  {
    modules: ['pandas', 'geopandas', 'dask.dataframe', 'modin'],
    code: /\.(?:read_parquet|to_parquet|read_feather|to_feather|read_orc|to_orc)\s*\(/,
    distributions: ['pyarrow', 'fastparquet'],
    evidence: 'ImportError: Unable to find a usable engine'
  },
  {
    modules: ['pandas'],
    code: /\u0001/,
    literal: /\[pyarrow\]["']|^["']pyarrow["']$/,
    distributions: ['pyarrow'],
    evidence: 'ImportError: pyarrow is required for PyArrow backed dtypes'
  },
  {
    modules: ['pandas'],
    code: /\.read_hdf\s*\(|\.to_hdf\s*\(|\bHDFStore\s*\(/,
    distributions: ['tables'],
    evidence: "ImportError: Missing optional dependency 'pytables'"
  },
  {
    modules: ['pandas'],
    code: /\.read_html\s*\(/,
    distributions: ['lxml', 'html5lib'],
    evidence: "ImportError: Missing optional dependency 'lxml'"
  },
  {
    modules: ['pandas'],
    code: /\.(?:read_xml|to_xml)\s*\(/,
    distributions: ['lxml'],
    evidence: "ImportError: lxml not found, please install or use the etree parser" // prettier-ignore
  },
  {
    modules: ['pandas'],
    code: /\.to_markdown\s*\(/,
    distributions: ['tabulate'],
    evidence: "ImportError: Missing optional dependency 'tabulate'"
  },
  {
    modules: ['pandas'],
    // Not `plt.style.use`, which is matplotlib's.
    code: /(?<!\bplt|\bmpl|\bmatplotlib)\.style\b\s*(?:\.|$)/,
    distributions: ['jinja2'],
    evidence: "ImportError: Missing optional dependency 'Jinja2'"
  },
  {
    modules: ['pandas'],
    code: /\.read_spss\s*\(/,
    distributions: ['pyreadstat'],
    evidence: "ImportError: Missing optional dependency 'pyreadstat'"
  },
  {
    modules: ['pandas'],
    code: /\.(?:plot|hist|boxplot)\b\s*[.(]/,
    distributions: ['matplotlib'],
    evidence: 'ImportError: matplotlib is required for plotting'
  },
  {
    modules: ['pandas'],
    code: sql,
    literal: /:\/\//,
    distributions: ['sqlalchemy'],
    evidence: 'ImportError: Using URI string without sqlalchemy installed'
  },
  {
    modules: ['pandas', 'sqlalchemy'],
    code: sql,
    literal: /postgres(?:ql)?(?:\+psycopg2)?:\/\//,
    distributions: ['psycopg2-binary', 'psycopg2', 'psycopg'],
    evidence: "ModuleNotFoundError: No module named 'psycopg2'"
  },
  {
    modules: ['pandas', 'sqlalchemy'],
    code: sql,
    literal: /mysql(?:\+\w+)?:\/\//,
    distributions: ['pymysql', 'mysqlclient', 'mysql-connector-python'],
    evidence: "ModuleNotFoundError: No module named 'MySQLdb'"
  },
  {
    modules: remote,
    code: /\(/,
    literal: /^[rbuf]*["']+s3:\/\//i,
    distributions: ['s3fs'],
    evidence: 'ImportError: Install s3fs to access S3'
  },
  {
    modules: remote,
    code: /\(/,
    literal: /^[rbuf]*["']+(?:gs|gcs):\/\//i,
    distributions: ['gcsfs'],
    evidence: 'ImportError: Please install gcsfs to access Google Storage'
  },
  {
    modules: remote,
    code: /\(/,
    literal: /^[rbuf]*["']+(?:az|abfs|adl):\/\//i,
    distributions: ['adlfs'],
    evidence: 'ImportError: Install adlfs to access Azure storage'
  },
  {
    modules: remote,
    code: /\(/,
    literal: /^[rbuf]*["']+hf:\/\//i,
    distributions: ['huggingface-hub'],
    evidence: 'ImportError: Install huggingface_hub to access HfFileSystem'
  },
  {
    modules: ['xarray'],
    code: /\.(?:open_dataset|open_dataarray|load_dataset|load_dataarray|open_mfdataset)\s*\(/,
    notLiteral: /\.(?:zarr|grib2?|grb2?|tiff?)["']/i,
    distributions: ['netcdf4', 'h5netcdf', 'scipy'],
    evidence: 'ValueError: found the following matches … their dependencies may not be installed' // prettier-ignore
  },
  {
    modules: ['xarray'],
    code: /\.to_netcdf\s*\(/,
    distributions: ['netcdf4', 'h5netcdf', 'scipy'],
    evidence: 'ValueError: cannot write NetCDF files because none of the suitable backend libraries is installed' // prettier-ignore
  },
  {
    modules: ['xarray'],
    code: /\.(?:open_zarr|to_zarr)\s*\(/,
    distributions: ['zarr'],
    evidence: "ModuleNotFoundError: No module named 'zarr'"
  },
  {
    modules: ['xarray'],
    code: /\.open_(?:mf)?dataset\s*\(/,
    literal: /\.(?:grib2?|grb2?)["']|^["']cfgrib["']$/i,
    distributions: ['cfgrib'],
    evidence: 'ValueError: unrecognized engine cfgrib'
  },
  {
    modules: ['xarray'],
    code: /\.rio\b|\.open_(?:dataset|dataarray)\s*\(/,
    literal: /\.tiff?["']|^["']rasterio["']$/i,
    distributions: ['rioxarray'],
    evidence: "AttributeError: 'DataArray' object has no attribute 'rio'"
  },
  {
    modules: ['xarray'],
    code: /\bchunks\s*=|\.chunk\s*\(|\.open_mfdataset\s*\(/,
    distributions: ['dask'],
    evidence: "ValueError: chunk manager 'dask' is not available"
  },
  {
    modules: ['xarray'],
    code: /\.tutorial\s*\./,
    distributions: ['pooch'],
    evidence: 'ImportError: tutorial.open_dataset depends on pooch'
  },
  {
    modules: ['xarray'],
    code: /\.plot\b\s*(?:\.|\()/,
    distributions: ['matplotlib'],
    evidence: 'ImportError: matplotlib is required for plotting'
  },
  {
    modules: ['geopandas'],
    code: /\.(?:read_file|to_file)\s*\(/,
    distributions: ['pyogrio', 'fiona'],
    evidence: "ImportError: The 'read_file' function requires the 'pyogrio' or 'fiona' package" // prettier-ignore
  },
  {
    modules: ['geopandas'],
    code: /\.explore\s*\(/,
    distributions: ['folium'],
    evidence: "ImportError: The 'folium>=0.12', 'matplotlib' and 'mapclassify' packages are required" // prettier-ignore
  },
  {
    modules: ['dask.distributed', 'distributed'],
    code: /\bClient\s*\(/,
    distributions: ['distributed'],
    evidence: "ModuleNotFoundError: No module named 'distributed'"
  }
];
