import { IFileEntry } from '../files';
import { ITranslator } from '../text';
import { ReasonKind } from './entry';

/** What makes a file or folder at the bundle's root belong to every selection. */
export interface ICompanion {
  readonly reasonKind: ReasonKind;
  readonly reason: string;
  readonly locked?: boolean;
}

/**
 * Files at the root that repo2docker reads, its helpers, and lock files that
 * it does not read but that say more exactly what was installed. Names are
 * case-sensitive. Source: repo2docker 808ae6b, `app.py` and the `buildpacks`.
 */
export const environmentNames: ReadonlySet<string> = new Set([
  'Dockerfile',
  'Project.toml',
  'JuliaProject.toml',
  'Manifest.toml',
  'JuliaManifest.toml',
  'REQUIRE',
  'default.nix',
  'runtime.txt',
  'DESCRIPTION',
  'environment.yml',
  'environment.yaml',
  'Pipfile',
  'Pipfile.lock',
  'setup.py',
  'pyproject.toml',
  'requirements.txt',
  'requirements3.txt',
  'apt.txt',
  'postBuild',
  'start',
  'install.R',
  '.dockerignore',
  '.containerignore',
  'renv.lock',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'pylock.toml',
  'pixi.toml',
  'pixi.lock',
  'conda-lock.yml'
]);

/** Folders in which repo2docker looks instead of the root. */
export const environmentFolders: ReadonlySet<string> = new Set([
  'binder',
  '.binder'
]);

const metadataNames: ReadonlySet<string> = new Set([
  'codemeta.json',
  '.zenodo.json',
  'datapackage.json',
  'ro-crate-metadata.json'
]);

/** The file that a research-data container keeps its description in. */
export const manifestName = 'manifest.rdmc';

/** Say whether an entry at the root belongs to the bundle by its name, and why. */
export function companion(
  name: string,
  kind: IFileEntry['kind'],
  trans: ITranslator
): ICompanion | null {
  if (kind === 'folder') {
    if (environmentFolders.has(name)) {
      return {
        reasonKind: 'environment',
        reason: trans.__('environment file')
      };
    }
    // https://reuse.software keeps the texts of licences there.
    return name === 'LICENSES'
      ? { reasonKind: 'license', reason: trans.__('licence') }
      : null;
  }
  if (name === manifestName) {
    return {
      reasonKind: 'manifest',
      reason: trans.__('container manifest, always goes along'),
      locked: true
    };
  }
  if (environmentNames.has(name)) {
    return { reasonKind: 'environment', reason: trans.__('environment file') };
  }
  if (/^readme(\.(md|markdown|rst|txt|html?|org|ipynb|pdf))?$/i.test(name)) {
    return { reasonKind: 'readme', reason: trans.__('read-me file') };
  }
  if (/^(licen[cs]e|copying|unlicense|notice)([-_.].*)?$/i.test(name)) {
    return { reasonKind: 'license', reason: trans.__('licence') };
  }
  if (/^citation(\.(cff|bib|md|txt))?$/i.test(name)) {
    return { reasonKind: 'citation', reason: trans.__('citation file') };
  }
  if (metadataNames.has(name)) {
    return { reasonKind: 'metadata', reason: trans.__('metadata file') };
  }
  return null;
}
