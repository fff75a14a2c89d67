import { pythonFor } from '../../binder/pythonVersion';
import { normalizedName } from '../../binder/distributionName';
import { tomlTable, tomlTables, tomlText, tomlTexts } from '../toml';
import { ITomlTable } from '../tomlReader';
import {
  ILocked,
  ILockedPackage,
  LockedSource,
  lockToml,
  noConda
} from './locked';
import { IMarkerContext, isTrueOnBinder } from './marker';

const index: LockedSource = { kind: 'index' };

/**
 * poetry.lock: the group `main`. Poetry 2 names the groups and markers of each
 * package, Poetry 1.0 to 1.4 a category; those between say neither, so what is
 * only wanted by others, and not on Linux, is found by their dependencies.
 *
 * @throws LockError
 */
export function readPoetryLock(text: string, python: string | null): ILocked {
  const document = lockToml(text);
  const requires = tomlText(tomlTable(document.metadata)['python-versions']);
  const version = python ?? pythonFor(caretless(requires));
  const context = { python: version ?? '3.10' };
  const all = tomlTables(document.package);
  const wanted = wantedBy(all, context);
  const packages = all.filter(one => {
    const { groups, category } = one;
    const isMain = Array.isArray(groups) ? groups.includes('main') : category === undefined || category === 'main'; // prettier-ignore
    const markers = tomlText(one.markers) || tomlText(tomlTable(one.markers).main); // prettier-ignore
    return (
      isMain &&
      one.optional !== true &&
      isTrueOnBinder(markers, context) &&
      (wanted.get(normalizedName(tomlText(one.name))) ?? true)
    );
  });
  return {
    ...noConda,
    python: version,
    packages: packages.map(poetryPackage),
    hasAllGroups: all.some(({ groups, category }) => groups === undefined && category === undefined) // prettier-ignore
  };
}

/** Packages that others want, by normalised name: whether one of them does on Binder. */
function wantedBy(
  all: readonly ITomlTable[],
  context: IMarkerContext
): Map<string, boolean> {
  const wanted = new Map<string, boolean>();
  for (const one of all) {
    for (const [name, value] of Object.entries(tomlTable(one.dependencies))) {
      const edges = Array.isArray(value) ? value : [value];
      const isWanted = edges.some(edge => isTrueOnBinder(tomlText(tomlTable(edge).markers), context)); // prettier-ignore
      const key = normalizedName(name);
      wanted.set(key, isWanted || (wanted.get(key) ?? false));
    }
  }
  return wanted;
}

function poetryPackage(one: ITomlTable): ILockedPackage {
  const told = tomlTable(one.source);
  const url = tomlText(told.url);
  const sources: Record<string, LockedSource> = {
    git: {
      kind: 'git',
      url,
      commit: tomlText(told.resolved_reference),
      subdirectory: tomlText(told.subdirectory)
    },
    url: { kind: 'url', url },
    directory: { kind: 'path', path: url },
    file: { kind: 'path', path: url }
  };
  const type = tomlText(told.type);
  const source = Object.hasOwn(sources, type) ? sources[type] : index;
  return packageOf(one, source);
}

function packageOf(one: ITomlTable, source: LockedSource): ILockedPackage {
  return {
    name: tomlText(one.name),
    version: tomlText(one.version),
    source
  };
}

/**
 * pdm.lock: the group `default`, with the markers of each package.
 *
 * @throws LockError
 */
export function readPdmLock(text: string, python: string | null): ILocked {
  const document = lockToml(text);
  const targets = tomlTables(tomlTable(document.metadata).targets);
  const version = python ?? pythonFor(tomlText(targets[0]?.requires_python));
  const context = { python: version ?? '3.10' };
  const all = tomlTables(document.package);
  const packages = all.filter(
    one =>
      (!Array.isArray(one.groups) || one.groups.includes('default')) &&
      isTrueOnBinder(tomlText(one.marker), context)
  );
  return {
    ...noConda,
    python: version,
    packages: packages.map(one => packageOf(one, pdmSource(one))),
    hasAllGroups: all.some(({ groups }) => groups === undefined)
  };
}

function pdmSource(one: ITomlTable): LockedSource {
  const git = tomlText(one.git);
  const url = tomlText(one.url);
  const path = tomlText(one.path);
  return git
    ? {
        kind: 'git',
        url: git,
        commit: tomlText(one.revision),
        subdirectory: tomlText(one.subdirectory)
      }
    : url
      ? { kind: 'url', url }
      : path
        ? { kind: 'path', path }
        : index;
}

/**
 * pylock.toml (PEP 751), with the groups that are installed by themselves.
 *
 * @throws LockError
 */
export function readPylock(text: string, python: string | null): ILocked {
  const document = lockToml(text);
  const version = python ?? pythonFor(tomlText(document['requires-python']));
  const groups = document['default-groups'];
  const context = { python: version ?? '3.10', groups: tomlTexts(groups) };
  const packages = tomlTables(document.packages).filter(({ marker }) =>
    isTrueOnBinder(tomlText(marker), context)
  );
  return {
    ...noConda,
    python: version,
    packages: packages.map(one => packageOf(one, pylockSource(one)))
  };
}

function pylockSource(one: ITomlTable): LockedSource {
  const vcs = tomlTable(one.vcs);
  const archive = tomlText(tomlTable(one.archive).url);
  if (tomlText(vcs.type) === 'git') {
    return {
      kind: 'git',
      url: tomlText(vcs.url),
      commit: tomlText(vcs['commit-id']),
      subdirectory: tomlText(vcs.subdirectory)
    };
  }
  const folder = tomlTable(one.directory);
  return archive
    ? { kind: 'url', url: archive }
    : one.directory !== undefined
      ? { kind: 'path', path: tomlText(folder.path) }
      : index;
}

/** Poetry's `^3.9` and `~3.9` in the words of PEP 440. */
function caretless(requires: string): string {
  return requires
    .replace(
      /\^\s*(\d+)((?:\.\d+)*)/g,
      (_, major: string, rest: string) =>
        `>=${major}${rest},<${Number(major) + 1}`
    ) // prettier-ignore
    .replace(/(^|,)\s*~\s*(\d+\.\d+)/g, '$1~=$2.0')
    .trim();
}
