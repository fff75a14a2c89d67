/** What conda, pip and the shell find in the files that Binder hands to them. */
import { IFinding } from '../finding';
import { normalizedName } from '../environment/distributionName';
import { readDependency } from './condaDependency';
import { condaFindings } from './condaRules';
import { environmentOf } from './condaEnvironment';
import { IFixContext } from './fixTrial';
import { IKernelKnowledge } from './kernelFindings';
import { IListItem } from './listItem';
import { folderOf, joinPath } from './paths';
import {
  requirementFindings,
  IRequirementKnowledge
} from './requirementFindings';
import { includedFile, parseRequirements } from './requirementsFile';
import { scriptFindings } from './scriptFindings';
import { outlineToml } from './toml';

/** Findings, and which packages will be there. */
export interface IContent extends IKernelKnowledge {
  readonly findings: readonly IFinding[];
}

/* Files that read other files, which read others. */
const MOST_FILES = 20;

/** Look into the files that Binder uses. */
export async function contentFindings({
  tree,
  verdict,
  options,
  trans
}: IFixContext): Promise<IContent> {
  const found: IFinding[] = [];
  const packages = new Set<string>();
  const { kind } = verdict;
  if (kind === null || kind === 'docker') {
    return { findings: found, packages };
  }
  const known: IRequirementKnowledge = {
    has: path => tree.isThere(path) || tree.isFolder(path),
    versions: options.versions,
    leftOut: options.leftOut,
    canCapture: kind === 'python' && tree.folder === ''
  };
  const queue: string[] = [];
  const addPip = (path: string, items: readonly IListItem[]) => {
    for (const { text } of items) {
      const name = /^[\w.-]+/.exec(text)?.[0];
      if (name !== undefined) {
        packages.add(normalizedName(name));
      }
      const other = includedFile(text);
      const file = other && joinPath(folderOf(path), other.file);
      if (file && tree.isThere(file)) {
        queue.push(file);
      }
    }
  };
  if (kind === 'conda' || kind === 'r' || kind === 'julia') {
    const name = ['environment.yml', 'environment.yaml'].find(one =>
      tree.has(one)
    );
    const path = name === undefined ? null : tree.path(name);
    const file = path === null ? null : await tree.text(path);
    const environment = file && environmentOf(file);
    if (path !== null && file && environment) {
      const { text } = file;
      found.push(...condaFindings(path, text, environment, options, trans));
      environment.dependencies.forEach(one => {
        packages.add(readDependency(one).name);
      });
      addPip(path, environment.pip);
      const list = { path, text, items: environment.pip, keepsOne: true };
      found.push(
        ...requirementFindings(list, { ...known, canCapture: false }, trans)
      );
    }
  }
  if (kind === 'pipfile' && tree.has('Pipfile')) {
    const { text } = await tree.text(tree.path('Pipfile'));
    for (const key of outlineToml(text).strings.keys()) {
      packages.add(normalizedName(key.replace(/^packages\./, '')));
    }
  }
  if (kind === 'python' || kind === 'r' || kind === 'julia') {
    if (tree.has('requirements.txt')) {
      queue.push(tree.path('requirements.txt'));
    }
  }
  const seen = new Set<string>();
  for (let path = queue.shift(); path; path = queue.shift()) {
    if (!seen.has(path) && seen.size < MOST_FILES) {
      seen.add(path);
      const { meant: text } = await tree.text(path);
      const { items } = parseRequirements(text);
      addPip(path, items);
      const list = { path, text, items, keepsOne: false };
      found.push(...requirementFindings(list, known, trans));
    }
  }
  found.push(...(await scriptFindings(tree, trans)));
  return { findings: found, packages };
}
