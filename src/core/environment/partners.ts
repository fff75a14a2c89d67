import { normalizedName } from '../binder/distributionName';

/**
 * Distributions whose binary interface, or whose removed functions, break those
 * that were made for another version, though nothing imports them by name.
 * They are pinned along with what needs them.
 */
const partners: Readonly<Record<string, readonly string[]>> = {
  numpy: [
    'astropy',
    'bottleneck',
    'cartopy',
    'contourpy',
    'gensim',
    'h5py',
    'matplotlib',
    'netcdf4',
    'numba',
    'numexpr',
    'opencv-contrib-python',
    'opencv-contrib-python-headless',
    'opencv-python',
    'opencv-python-headless',
    'pandas',
    'pyarrow',
    'pywavelets',
    'rasterio',
    'scikit-image',
    'scikit-learn',
    'scipy',
    'shapely',
    'spacy',
    'statsmodels',
    'tables',
    'tensorflow',
    'torch',
    'xarray'
  ],
  protobuf: ['grpcio', 'onnx', 'streamlit', 'tensorboard', 'tensorflow'],
  urllib3: ['boto3', 'botocore', 'requests'],
  pyarrow: ['datasets', 'polars', 'pyiceberg'],
  'ml-dtypes': ['jax', 'tensorflow'],
  llvmlite: ['numba']
};

/** All partners, by their normalised names. */
export const allPartners: readonly string[] = Object.keys(partners);

/**
 * Whose partner a distribution is.
 *
 * @param used - names of the distributions that go into the environment.
 */
export function partnerOf(
  partner: string,
  used: readonly string[]
): string | null {
  const users = partners[normalizedName(partner)] ?? [];
  return used.find(name => users.includes(normalizedName(name))) ?? null;
}
