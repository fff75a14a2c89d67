import { normalizedName } from '../../binder/distributionName';
import { tomlTable } from '../toml';
import { DeclarationList } from './declaration';
import { lineOf } from './lineOf';
import { tomlOf } from './tomlOf';

/** Pipfile: Binder installs the packages for development too (repo2docker, `buildpacks/pipfile`). */
export function readPipfile(
  path: string,
  text: string,
  list: DeclarationList
): void {
  const document = tomlOf(path, text, list);
  if (!document) {
    return;
  }
  for (const section of ['packages', 'dev-packages']) {
    for (const name of Object.keys(tomlTable(document[section]))) {
      addPackage(name, path, text, list);
    }
  }
}

/** Pipfile.lock: the same, as JSON. */
export function readPipfileLock(
  path: string,
  text: string,
  list: DeclarationList
): void {
  let lock: unknown;
  try {
    lock = JSON.parse(text);
  } catch {
    list.notRead(path, 'Pipfile.lock');
    return;
  }
  for (const section of ['default', 'develop']) {
    const packages: unknown = (lock as Record<string, unknown> | null)?.[section]; // prettier-ignore
    if (typeof packages === 'object' && packages !== null) {
      for (const name of Object.keys(packages)) {
        addPackage(name, path, text, list);
      }
    }
  }
}

function addPackage(
  name: string,
  path: string,
  text: string,
  list: DeclarationList
): void {
  const line = lineOf(text, name);
  list.add({ name, key: normalizedName(name), text: name, path, line });
}
