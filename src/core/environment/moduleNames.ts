import { normalizedName } from '../binder/distributionName';

/**
 * Modules whose distribution is called otherwise, and the distributions that
 * bring them, the usual one first. Only for where no kernel says it; a name
 * that is not here is never looked up on an index, where anyone can take it.
 */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  Bio: ['biopython'],
  Crypto: ['pycryptodome', 'pycrypto'],
  Cryptodome: ['pycryptodomex'],
  Cython: ['cython'],
  IPython: ['ipython'],
  Levenshtein: ['levenshtein', 'python-levenshtein'],
  MDAnalysis: ['mdanalysis'],
  MySQLdb: ['mysqlclient'],
  OpenGL: ['pyopengl'],
  OpenSSL: ['pyopenssl'],
  PIL: ['pillow', 'pillow-simd'],
  PyPDF2: ['pypdf2'],
  PyQt5: ['pyqt5'],
  PyQt6: ['pyqt6'],
  OpenEXR: ['openexr'],
  SimpleITK: ['simpleitk'],
  absl: ['absl-py'],
  apiclient: ['google-api-python-client'],
  attr: ['attrs'],
  bs4: ['beautifulsoup4'],
  cairo: ['pycairo'],
  community: ['python-louvain'],
  cv2: [
    'opencv-python',
    'opencv-python-headless',
    'opencv-contrib-python',
    'opencv-contrib-python-headless'
  ],
  dateutil: ['python-dateutil'],
  discord: ['discord-py'],
  dns: ['dnspython'],
  docx: ['python-docx'],
  dotenv: ['python-dotenv'],
  ee: ['earthengine-api'],
  ffmpeg: ['ffmpeg-python'],
  fitz: ['pymupdf'],
  flask_cors: ['flask-cors'],
  frontmatter: ['python-frontmatter'],
  git: ['gitpython'],
  github: ['pygithub'],
  gitlab: ['python-gitlab'],
  googleapiclient: ['google-api-python-client'],
  grpc: ['grpcio'],
  imblearn: ['imbalanced-learn'],
  igraph: ['igraph', 'python-igraph'],
  intake_esm: ['intake-esm'],
  iris: ['scitools-iris'],
  jose: ['python-jose'],
  jwt: ['pyjwt'],
  kafka: ['kafka-python'],
  ldap: ['python-ldap'],
  lightning: ['lightning', 'pytorch-lightning'],
  magic: ['python-magic'],
  memcache: ['python-memcached'],
  mpl_toolkits: ['matplotlib'],
  'mpl_toolkits.basemap': ['basemap'],
  mysql: ['mysql-connector-python'],
  nacl: ['pynacl'],
  netCDF4: ['netcdf4'],
  numpy_financial: ['numpy-financial'],
  nx_altair: ['nx-altair'],
  odf: ['odfpy'],
  openTSNE: ['opentsne'],
  osgeo: ['gdal'],
  past: ['future'],
  pkg_resources: ['setuptools'],
  pptx: ['python-pptx'],
  progressbar: ['progressbar2'],
  psycopg2: ['psycopg2', 'psycopg2-binary'],
  pwiz: ['pyteomics'],
  pylab: ['matplotlib'],
  pytorch_lightning: ['pytorch-lightning'],
  pywt: ['pywavelets'],
  rdkit: ['rdkit', 'rdkit-pypi'],
  ruamel: ['ruamel-yaml'],
  scikits: ['scikits-odes'],
  serial: ['pyserial'],
  shapefile: ['pyshp'],
  simple_salesforce: ['simple-salesforce'],
  skbio: ['scikit-bio'],
  skfuzzy: ['scikit-fuzzy'],
  skimage: ['scikit-image'],
  sklearn: ['scikit-learn'],
  sklearn_extra: ['scikit-learn-extra'],
  skopt: ['scikit-optimize'],
  slugify: ['python-slugify'],
  snappy: ['python-snappy'],
  socks: ['pysocks'],
  speech_recognition: ['speechrecognition'],
  talib: ['ta-lib'],
  telegram: ['python-telegram-bot'],
  tensorflow: ['tensorflow', 'tensorflow-cpu'],
  tensorflow_hub: ['tensorflow-hub'],
  tensorflow_datasets: ['tensorflow-datasets'],
  tensorflow_probability: ['tensorflow-probability'],
  text_unidecode: ['text-unidecode'],
  tree_sitter: ['tree-sitter'],
  twitter: ['python-twitter'],
  typing_extensions: ['typing-extensions'],
  umap: ['umap-learn'],
  usb: ['pyusb'],
  vlc: ['python-vlc'],
  websocket: ['websocket-client'],
  wx: ['wxpython'],
  xdg: ['pyxdg'],
  yaml: ['pyyaml'],
  zmq: ['pyzmq'],
  'google.protobuf': ['protobuf'],
  'google.auth': ['google-auth'],
  'google.oauth2': ['google-auth'],
  'google.api_core': ['google-api-core'],
  'google.generativeai': ['google-generativeai'],
  'google.colab': ['google-colab'],
  'azure.identity': ['azure-identity']
};

/** Well-known distributions whose module has their name (`-` for `_`). */
const sameNames = new Set(
  `
altair anndata arch arviz astropy astroquery bokeh boto3 bottleneck bqplot
cartopy catboost cfgrib cftime contextily corner cmocean cvxpy dask datasets
datashader deap dash distributed duckdb emcee fastapi fiona flask folium fsspec
gensim geopandas geopy h5netcdf h5py healpy holoviews httpx hvplot ibis
ipympl ipyleaflet ipywidgets jax joblib keras kaleido librosa lightgbm lmfit
loguru lxml mapclassify markdown matplotlib metpy mne mpmath msgpack natsort
networkx nibabel nilearn nltk numba numexpr numpy obspy openai openpyxl
optuna osmnx packaging pandas panel param patsy pingouin pint plotly plotnine
polars pooch psutil pulp pyarrow pydantic pygmt pymc pyproj pysal pystac pytest
pytz pyvista rasterio rasterstats regex requests rich rioxarray
scanpy scipy seaborn sentencepiece shap shapely simpy spacy
sqlalchemy statsmodels streamlit sympy tabulate tiktoken toolz torch torchaudio
torchvision tqdm transformers trimesh ultralytics uncertainties vaex vega_datasets
wandb wordcloud xarray xgboost xlrd xlsxwriter yfinance zarr
`
    .trim()
    .split(/\s+/)
);

/** Packages of conda whose name on PyPI is another one. */
const condaNames: Readonly<Record<string, string>> = {
  'dask-core': 'dask',
  'libgdal-core': 'gdal',
  'matplotlib-base': 'matplotlib',
  'mlxtend-base': 'mlxtend',
  'msgpack-python': 'msgpack',
  opencv: 'opencv-python',
  'plotly-base': 'plotly',
  'psycopg2-binary': 'psycopg2',
  'py-opencv': 'opencv-python',
  'py-xgboost': 'xgboost',
  'pyarrow-core': 'pyarrow',
  'python-duckdb': 'duckdb',
  'python-eccodes': 'eccodes',
  'python-graphviz': 'graphviz',
  'python-kaleido': 'kaleido',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  pytables: 'tables',
  pytorch: 'torch',
  'seaborn-base': 'seaborn',
  'shapely-base': 'shapely',
  'tensorflow-base': 'tensorflow'
};

/** The normalised name on PyPI of a package of conda. */
export function condaToPip(name: string): string {
  const key = normalizedName(name);
  return Object.hasOwn(condaNames, key) ? condaNames[key] : key;
}

/**
 * The distributions that can bring a module, by its dotted name, the likeliest
 * first: the longest name in the table; else the names that follow from its own
 * (`google.cloud.storage` from `google-cloud-storage`).
 */
export function distributionsOf(module: string): readonly string[] {
  const parts = module.split('.');
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.');
    if (Object.hasOwn(otherNames, name)) {
      return otherNames[name];
    }
  }
  return parts.map((_, i) => normalizedName(parts.slice(0, i + 1).join('-')));
}

/** The distribution that is well known to bring a module; null where none is. */
export function knownDistribution(module: string): string | null {
  const [top] = module.split('.', 1);
  const candidates = distributionsOf(module);
  const isInTable = !candidates.includes(normalizedName(top));
  return sameNames.has(top)
    ? normalizedName(top)
    : isInTable
      ? candidates[0]
      : /^google\.cloud\.\w+/.test(module)
        ? normalizedName(module.split('.').slice(0, 3).join('-'))
        : null;
}
