import {
  BINDER_FOLDERS,
  ENVIRONMENT_FILES,
  HELPER_FILES,
  UNKNOWN_FILES
} from '../binder/binderFiles';
import { IFileEntry } from '../files';
import { ITranslator } from '../text';
import { ReasonKind } from './entry';

/** What makes a file or folder at the bundle's root belong to every selection. */
export interface ICompanion {
  readonly reasonKind: ReasonKind;
  readonly reason: string;
  readonly locked?: boolean;
}

/** Files at the root that make Binder choose a way to build, with a project's own. */
export const environmentNames: ReadonlySet<string> = new Set([
  ...ENVIRONMENT_FILES,
  'setup.py',
  'pyproject.toml',
  'DESCRIPTION'
]);

/** Folders in which Binder looks instead of the root. */
export const environmentFolders: ReadonlySet<string> = new Set(BINDER_FOLDERS);

/**
 * What goes along with an environment: helpers of Binder, and lock files that
 * it does not read but that say more exactly what was installed.
 */
const besideEnvironment: ReadonlySet<string> = new Set([
  ...HELPER_FILES,
  ...UNKNOWN_FILES,
  'JuliaManifest.toml',
  '.dockerignore',
  '.containerignore'
]);

const metadataNames: ReadonlySet<string> = new Set([
  'codemeta.json',
  '.zenodo.json',
  'zenodo.json',
  'datapackage.json',
  'ro-crate-metadata.json'
]);

/** The file that a research-data container keeps its description in. */
const manifestName = 'manifest.rdmc';

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
  if (environmentNames.has(name) || besideEnvironment.has(name)) {
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
