import { isDistributionName, normalizedName } from '../binder/distributionName';
import { IDistributionAnswer } from './answer';

/**
 * Distributions that pip cannot install on Binder: never, or before the
 * version that is named; then Binder needs environment.yml. They are built
 * from source against libraries that its image does not have, or are not on
 * PyPI at all.
 */
const firstWheel: Readonly<Record<string, string | null>> = {
  cartopy: '0.22',
  cdo: null,
  'cf-units': '3.2',
  esmpy: null,
  'fenics-dolfinx': null,
  'fenics-dolfin': null,
  gdal: null,
  'graph-tool': null,
  mpi4py: '4.1',
  openmm: '8.0',
  petsc4py: null,
  psi4: null,
  pygmt: null,
  pyngl: null,
  pynio: null,
  rdkit: '2022.3',
  rpy2: null,
  slepc4py: null,
  tables: '3.7',
  'wrf-python': null,
  xesmf: null
};

/** Whether a distribution of a conda environment needs conda on Binder, too. */
export function needsConda({
  name,
  version,
  conda
}: IDistributionAnswer): boolean {
  const key = normalizedName(name);
  if (!conda || !Object.prototype.hasOwnProperty.call(firstWheel, key)) {
    return false;
  }
  const first = firstWheel[key];
  return first === null || isBefore(version, first);
}

/** Whether a version is before another; both are read as numbers with dots. */
function isBefore(version: string, first: string): boolean {
  const [left, right] = [version, first].map(text =>
    text.split('.').map(part => parseInt(part, 10) || 0)
  );
  for (let i = 0; i < right.length; i++) {
    const difference = (left[i] ?? 0) - right[i];
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}

/**
 * The channel's name where everyone can use it; null for a private one.
 * `defaults` is conda-forge here: its licence does not allow everyone to use it.
 */
export function publicChannel(channel: string): string | null {
  const [, name] =
    /^(?:https:\/\/conda\.anaconda\.org\/)?([\w.-]+)(?:\/[\w-]+)?$/.exec(channel) ?? []; // prettier-ignore
  const isDefault =
    /^https:\/\/repo\.(?:anaconda|continuum)\.(?:com|io)\/pkgs\//.test(
      channel
    ) ||
    /^(?:defaults|main|r|msys2|pkgs)$/.test(name ?? '') ||
    channel === '';
  return isDefault
    ? 'conda-forge'
    : name !== undefined && isDistributionName(name)
      ? name
      : null;
}
