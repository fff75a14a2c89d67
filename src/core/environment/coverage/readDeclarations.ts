import { parseCondaEnvironment } from '../../binder/condaEnvironment';
import { readRequirement } from '../../binder/requirementLine';
import { parseRequirements } from '../../binder/requirementsFile';
import { parentOf, joinInBundle, nameOf } from '../../paths';
import { condaToPip } from '../moduleNames';
import { normalizedName } from '../../binder/distributionName';
import { DeclarationList, IDeclarations } from './declaration';
import { readPipfile, readPipfileLock } from './pipfile';
import { readProject, readSetupCfg, readSetupPy } from './project';

/** Environment files by their paths in the bundle, with their texts. */
export type EnvironmentTexts = ReadonlyMap<string, string>;

/** What is the same for all files that are read. */
interface IReading {
  readonly files: EnvironmentTexts;
  readonly list: DeclarationList;
  /** The lists for pip that were read. */
  readonly seen: Set<string>;
}

/** Files in requirements.txt in files in …, at most. */
const mostIncludes = 20;

const readers: Readonly<
  Record<string, (path: string, text: string, list: DeclarationList) => void>
> = {
  Pipfile: readPipfile,
  'Pipfile.lock': readPipfileLock,
  'pyproject.toml': readProject,
  'setup.cfg': readSetupCfg,
  'setup.py': readSetupPy
};

/** The names that a line can be added to, the best first. */
const editable = [
  'environment.yml',
  'environment.yaml',
  'Pipfile',
  'requirements.txt',
  'pyproject.toml'
];

/**
 * Read what the environment files ask for. Files that others take in (`-r`) are
 * read through those.
 *
 * @param shadowed - paths that Binder leaves aside because of others.
 */
export function readDeclarations(
  files: EnvironmentTexts,
  shadowed: readonly string[] = []
): IDeclarations {
  const list = new DeclarationList();
  const reading: IReading = { files, list, seen: new Set() };
  const counted = [...files].filter(([path]) => !shadowed.includes(path));
  for (const [path, text] of counted) {
    const name = nameOf(path);
    if (/^environment\.ya?ml$/.test(name)) {
      readConda(path, text, reading);
    } else if (name === 'requirements.txt') {
      readRequirements(path, text, reading);
    } else if (Object.hasOwn(readers, name)) {
      readers[name](path, text, list);
    } else if (name === 'Dockerfile' || name === 'default.nix' || name === 'postBuild') { // prettier-ignore
      list.notRead(path, name);
    }
  }
  const names = counted.map(([path]) => path);
  const best = editable.flatMap(
    name => names.find(path => nameOf(path) === name) ?? []
  );
  const takesNothing = names.some(path => /(?:^|\/)(?:Dockerfile|default\.nix)$/.test(path)); // prettier-ignore
  return {
    declared: list.declared,
    unclear: list.unclear,
    editable: takesNothing ? null : (best[0] ?? null)
  };
}

function readRequirements(
  path: string,
  text: string,
  reading: IReading
): void {
  const { seen } = reading;
  if (seen.has(path) || seen.size >= mostIncludes) {
    return;
  }
  seen.add(path);
  for (const { text: entry, line } of parseRequirements(text).items) {
    addRequirement(path, line, entry, reading);
  }
}

function addRequirement(
  path: string,
  line: number,
  entry: string,
  reading: IReading
): void {
  const { files, list } = reading;
  const requirement = readRequirement(entry);
  switch (requirement.kind) {
    case 'named':
      addNamed(requirement.name, path, line, entry, list);
      break;
    case 'url': {
      const egg = /[#&]egg=([\w.-]+)/.exec(requirement.url)?.[1];
      const file = /\/([\w.]+?)-\d[^/]*\.(?:whl|tar\.gz|zip)/.exec(requirement.url)?.[1]; // prettier-ignore
      const name = requirement.name ?? egg ?? file;
      if (name) {
        addNamed(name, path, line, entry, list);
      } else {
        list.notRead(path, entry);
      }
      break;
    }
    case 'include': {
      if (/^(?:-c|--constraint)/.test(entry)) {
        break;
      }
      const target = joinInBundle(parentOf(path), requirement.file);
      const text = target === null ? undefined : files.get(target);
      if (target === null || text === undefined) {
        list.notRead(path, entry);
      } else {
        readRequirements(target, text, reading);
      }
      break;
    }
    case 'path':
    case 'unreadable':
      list.notRead(path, entry);
      break;
    case 'option':
      break;
  }
}

function addNamed(
  name: string,
  path: string,
  line: number,
  text: string,
  list: DeclarationList
): void {
  list.add({ name, key: normalizedName(name), text, path, line });
}

function readConda(
  path: string,
  text: string,
  reading: IReading
): void {
  const { list } = reading;
  const environment = parseCondaEnvironment(text);
  if (!environment) {
    list.notRead(path, nameOf(path));
    return;
  }
  for (const { text: entry, line } of environment.dependencies) {
    const name = /^(?:[^\s:]+::)?([\w.-]+)/.exec(entry)?.[1];
    if (name) {
      list.add({ name, key: condaToPip(name), text: entry, path, line });
    }
  }
  for (const { text: entry, line } of environment.pip) {
    addRequirement(path, line, entry, reading);
  }
}
