import { pythonFor } from '../../binder/pythonVersion';
import { tomlTable, tomlTables, tomlText } from '../toml';
import { ITomlTable } from '../tomlReader';
import {
  ILocked,
  ILockedPackage,
  LockedSource,
  lockToml,
  noConda
} from './locked';
import { isTrueOnBinder } from './marker';

/**
 * uv.lock: what the project needs, by its `dependencies` and theirs; what is for
 * development is in other lists, which are left out. Source: uv's own lock files, version 1.
 *
 * @param python - as `3.12`; null = the one that Binder takes for `requires-python`.
 * @throws LockError
 */
export function readUvLock(text: string, python: string | null): ILocked {
  const document = lockToml(text);
  const all = tomlTables(document.package);
  const version = python ?? pythonFor(tomlText(document['requires-python']));
  const context = { python: version ?? '3.10' };
  const roots = all.filter(one => /^(?:editable|virtual)$/.test(Object.keys(tomlTable(one.source))[0] ?? '')); // prettier-ignore
  const taken = new Map<ITomlTable, Set<string>>();
  const open = roots.map(one => ({ one, extras: [] as string[] }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { one, extras } = next;
    const known = taken.get(one);
    const added = extras.filter(extra => !known?.has(extra));
    if (known && added.length === 0) {
      continue;
    }
    taken.set(one, new Set([...(known ?? []), ...added]));
    const optional = tomlTable(one['optional-dependencies']);
    const edges = [
      ...(known ? [] : tomlTables(one.dependencies)),
      ...added.flatMap(extra => tomlTables(Object.hasOwn(optional, extra) ? optional[extra] : [])) // prettier-ignore
    ];
    for (const edge of edges) {
      if (!isTrueOnBinder(tomlText(edge.marker), context)) {
        continue;
      }
      const wanted = tomlText(edge.version);
      const target = all.find(
        ({ name, version: at }) =>
          name === edge.name && (wanted === '' || at === wanted)
      );
      if (target) {
        const list = Array.isArray(edge.extra) ? edge.extra : [];
        const asked = list.filter((x): x is string => typeof x === 'string');
        open.push({ one: target, extras: asked });
      }
    }
  }
  return {
    ...noConda,
    python: version,
    packages: all.filter(one => taken.has(one)).map(packageOf)
  };
}

function packageOf(table: ITomlTable): ILockedPackage {
  return {
    name: tomlText(table.name),
    version: tomlText(table.version),
    source: sourceOf(tomlTable(table.source))
  };
}

function sourceOf(source: ITomlTable): LockedSource {
  const git = tomlText(source.git);
  if (git) {
    // `https://host/a/b?rev=main&subdirectory=x#commit`
    const [address, commit = ''] = git.split('#');
    const [url, query = ''] = address.split('?');
    const subdirectory = new URLSearchParams(query).get('subdirectory') ?? '';
    return { kind: 'git', url, commit, subdirectory };
  }
  if (tomlText(source.url)) {
    return { kind: 'url', url: tomlText(source.url) };
  }
  const path = ['editable', 'virtual', 'directory', 'path'].find(key => tomlText(source[key])); // prettier-ignore
  return path === undefined
    ? { kind: 'index' }
    : { kind: 'path', path: tomlText(source[path]) };
}
