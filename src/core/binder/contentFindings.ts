/** What conda, pip and the shell find in the files that Binder hands to them. */
import { normalizedName } from './distributionName';
import { IFinding } from '../finding';
import { readDependency } from './condaDependency';
import { environmentOf } from './condaEnvironment';
import { condaFindings } from './condaRules';
import { IFixContext } from './fixTrial';
import { IKernelKnowledge } from './kernelFindings';
import { PipLists } from './pipLists';
import { scriptFindings } from './scriptFindings';
import { outlineToml } from './toml';

/** Findings, and which packages will be there. */
export interface IContent extends IKernelKnowledge {
  readonly findings: readonly IFinding[];
}

/** Look into the files that Binder uses. */
export async function contentFindings({
  tree,
  verdict,
  options,
  trans
}: IFixContext): Promise<IContent> {
  const { kind } = verdict;
  const found: IFinding[] = [];
  const known = {
    has: (path: string) => tree.isThere(path) || tree.isFolder(path),
    versions: options.versions,
    leftOut: options.leftOut
  };
  const lists = new PipLists(tree, known, trans);
  const { packages } = lists;
  if (kind === null || kind === 'docker') {
    return { findings: found, packages };
  }
  if (kind === 'conda' || kind === 'r' || kind === 'julia') {
    const name = ['environment.yml', 'environment.yaml'].find(one =>
      tree.has(one)
    );
    const path = name === undefined ? null : tree.path(name);
    const file = path === null ? null : await tree.text(path);
    const environment = file && environmentOf(file);
    if (path !== null && file && environment) {
      const { text } = file;
      environment.dependencies.forEach(one => {
        packages.add(readDependency(one).name);
      });
      found.push(
        ...condaFindings(path, text, environment, options, trans),
        ...(await lists.inConda(path, text, environment.pip))
      );
    }
  }
  if (kind === 'pipfile' && tree.has('Pipfile')) {
    const { text } = await tree.text(tree.path('Pipfile'));
    for (const key of outlineToml(text).strings.keys()) {
      packages.add(normalizedName(key.replace(/^packages\./, '')));
    }
  }
  const usesPip = kind === 'python' || kind === 'r' || kind === 'julia';
  if (usesPip && tree.has('requirements.txt')) {
    const canCapture = kind === 'python' && tree.folder === '';
    found.push(
      ...(await lists.file(tree.path('requirements.txt'), canCapture))
    );
  }
  found.push(...(await scriptFindings(tree, trans)));
  return { findings: found, packages };
}
