import { normalizedName } from '../../binder/distributionName';
import { parseOneYaml } from '../../yamlText';
import { publicChannel } from '../condaOnly';
import {
  Json,
  jsonObject,
  jsonObjects,
  jsonText
} from '../languages/jsonAnswer';
import { parseToml, tomlTable } from '../toml';
import { TomlError } from '../tomlReader';
import { ILocked, ILockedConda, ILockedPackage, LockError } from './locked';

/** Characters of a lock file that is YAML, at most. */
const longest = 20_000_000;

/**
 * pixi.lock: the packages of the environment `default` for Linux. They are many,
 * and Binder adds them to its own: with the manifest, only those that it asks for.
 *
 * @param manifest - pixi.toml; null where it is not there.
 * @throws LockError
 */
export function readPixiLock(text: string, manifest: string | null): ILocked {
  const document = readYaml(text);
  const environment = jsonObject(jsonObject(document.environments).default);
  const listed = jsonObjects(jsonObject(environment.packages)['linux-64']);
  const details = new Map(
    jsonObjects(document.packages).flatMap(one => {
      const url = jsonText(one.pypi);
      return url ? [[url, one] as const] : [];
    })
  );
  const conda: ILockedConda[] = [];
  const packages: ILockedPackage[] = [];
  for (const one of listed) {
    const found = condaOfUrl(jsonText(one.conda));
    const pypi = jsonText(one.pypi);
    if (found) {
      conda.push(found);
    } else if (pypi) {
      const detail = details.get(pypi) ?? {};
      const wheel = /\/([\w.]+)-([\w.!+]+?)(?:-[^/]*\.whl|\.tar\.gz|\.zip)(?:[#?].*)?$/.exec(pypi); // prettier-ignore
      packages.push({
        name: jsonText(detail.name) || (wheel?.[1] ?? ''),
        version: jsonText(detail.version) || (wheel?.[2] ?? ''),
        source: /^https?:/.test(pypi) ? { kind: 'index' } : { kind: 'path', path: pypi } // prettier-ignore
      });
    }
  }
  const wanted = manifest === null ? null : namesOf(manifest);
  const isWanted = ({ name }: { name: string }) => !wanted || wanted.has(normalizedName(name)); // prettier-ignore
  return {
    python: minorOf(conda),
    conda: conda.filter(isWanted),
    packages: packages.filter(isWanted),
    channels: channelsOf(jsonObjects(environment.channels)),
    hasAllGroups: false
  };
}

/**
 * conda-lock.yml: the packages for Linux in the category `main`.
 *
 * @throws LockError
 */
export function readCondaLock(text: string): ILocked {
  const document = readYaml(text);
  const all = jsonObjects(document.package).filter(
    one =>
      one.platform === 'linux-64' &&
      one.optional !== 'true' &&
      (one.category === undefined || one.category === 'main')
  );
  const plain = (one: Json) => ({
    name: jsonText(one.name),
    version: jsonText(one.version)
  });
  const conda = all.filter(({ manager }) => manager === 'conda').map(plain);
  return {
    python: minorOf(conda),
    conda,
    packages: all
      .filter(({ manager }) => manager === 'pip')
      .map(one => ({ ...plain(one), source: { kind: 'index' as const } })),
    channels: channelsOf(jsonObjects(jsonObject(document.metadata).channels)),
    hasAllGroups: false
  };
}

function readYaml(text: string): Json {
  // Numbers stay as they are written: 1.10 is a version.
  const document = text.length > longest ? null : parseOneYaml(text, { schema: 'failsafe' }); // prettier-ignore
  const cause = document?.errors[0];
  if (!document || cause) {
    throw new LockError('YAML', { cause });
  }
  try {
    return jsonObject(document.toJS({ maxAliasCount: 0 }));
  } catch (cause) {
    throw new LockError('YAML', { cause });
  }
}

/** `…/linux-64/numpy-1.26.4-py312heda63a1_0.conda` */
function condaOfUrl(url: string): ILockedConda | null {
  const file = /\/([^/]+)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)$/.exec(url);
  return file && { name: file[1], version: file[2] };
}

function minorOf(conda: readonly ILockedConda[]): string | null {
  const python = conda.find(({ name }) => name === 'python');
  return /^\d+\.\d+/.exec(python?.version ?? '')?.[0] ?? null;
}

function channelsOf(channels: readonly Json[]): string[] {
  const names = channels.flatMap(({ url }) => publicChannel(jsonText(url).replace(/\/$/, '')) ?? []); // prettier-ignore
  return [...new Set(names.length > 0 ? names : ['conda-forge'])];
}

/** The names that a pixi.toml asks for; null where it cannot be read. */
function namesOf(manifest: string): Set<string> | null {
  try {
    const document = parseToml(manifest);
    return new Set(
      ['dependencies', 'pypi-dependencies']
        .flatMap(key => Object.keys(tomlTable(document[key])))
        .map(normalizedName)
    );
  } catch (error) {
    if (error instanceof TomlError) {
      return null;
    }
    throw error;
  }
}
