/** What lines for pip name on a computer: folders, wheels. */
import { joinInBundle } from '../paths';
import { RequirementLine } from './requirementLine';

/** A place on a computer that a line names. */
export interface ILocalTarget {
  readonly path: string;
  /** The path in the bundle; null where it leads out of it. */
  readonly inBundle: string | null;
  /** Conda built it there: the path is of its computers, not of the user's. */
  readonly isCondaBuild: boolean;
}

/* Folders in which conda and its forges build. */
const CONDA_BUILD =
  /\/(?:croot|feedstock_root|conda-bld|_h_env|build_artifacts)\/|\/tmp\/build\//;

/** The place that a line names on a computer; null for other lines. */
export function localTarget(line: RequirementLine): ILocalTarget | null {
  if (line.kind === 'path') {
    const path = line.path.replace(/\\/g, '/');
    return { path, inBundle: joinInBundle('', path), isCondaBuild: false };
  }
  if (line.kind !== 'url' || !/^(?:\w+\+)?file:/i.test(line.url)) {
    return null;
  }
  const path = line.url.replace(/^(?:\w+\+)?file:(?:\/\/)?/i, '');
  const isRelative = /^\.\.?\//.test(path);
  return {
    path,
    inBundle: isRelative ? joinInBundle('', path) : null,
    isCondaBuild: CONDA_BUILD.test(path)
  };
}

/** Whether pip finds a project to install in a folder. */
export function isProjectFolder(
  folder: string,
  has: (path: string) => boolean
): boolean {
  const inside = folder ? `${folder}/` : '';
  return (
    ['setup.py', 'pyproject.toml'].some(name => has(inside + name)) ||
    (/\.(?:zip|tar\.gz|tgz|tar\.bz2|tar\.xz)$/i.test(folder) && has(folder))
  );
}

/** A wheel, by its file's name (PEP 427). */
export interface IWheel {
  readonly name: string;
  readonly version: string;
  /** It can be installed on Linux with an Intel processor. */
  readonly isForLinux: boolean;
}

/** Read the name of a wheel's file; null for others. */
export function wheelOf(place: string): IWheel | null {
  const file = place.split(/[?#]/, 1)[0].split(/[\\/]/).pop() ?? '';
  if (!file.endsWith('.whl')) {
    return null;
  }
  const parts = file.slice(0, -'.whl'.length).split('-');
  if (parts.length !== 5 && parts.length !== 6) {
    return null;
  }
  const [name, version] = parts;
  const platform = parts[parts.length - 1];
  return {
    name: name.replace(/_/g, '-'),
    version: version.split(/\+|%2B/i, 1)[0],
    isForLinux: /(?:^|\.)any$|linux(?:_|\d)\w*x86_64/.test(platform)
  };
}
