import type { ITranslator } from '../../text';
import { readCff } from './cff';
import { readCodemeta } from './codemeta';
import { readDatapackage } from './datapackage';
import { readJuliaProject } from './juliaProject';
import { readLicenseText } from './licenseText';
import { readPackageJson } from './packageJson';
import { readPyproject } from './pyproject';
import { readRDescription } from './rDescription';
import { readReadme } from './readmeSource';
import { readRoCrate } from './roCrate';
import { readSetupCfg } from './setupCfg';
import type { ISource } from './source';
import { readZenodoJson } from './zenodoJson';

/** A kind of file at the bundle's root that metadata are read from. */
export interface IFileSource {
  readonly name: RegExp;
  readonly read: (text: string, path: string, trans: ITranslator) => ISource;
}

/** The kinds of files, by what they are for; the better one first in each. */
export const fileSources: Readonly<
  Record<'cited' | 'package' | 'loose', readonly IFileSource[]>
> = {
  cited: [
    { name: /^\.?zenodo\.json$/, read: readZenodoJson },
    { name: /^citation\.cff$/i, read: readCff },
    { name: /^codemeta\.json$/, read: readCodemeta },
    { name: /^ro-crate-metadata\.json$/, read: readRoCrate },
    { name: /^datapackage\.json$/, read: readDatapackage }
  ],
  package: [
    { name: /^pyproject\.toml$/, read: readPyproject },
    { name: /^setup\.cfg$/, read: readSetupCfg },
    { name: /^package\.json$/, read: readPackageJson },
    { name: /^DESCRIPTION$/, read: readRDescription },
    { name: /^(?:Julia)?Project\.toml$/, read: readJuliaProject }
  ],
  loose: [
    { name: /^readme(?:\.(?:md|markdown|txt|rst))?$/i, read: readReadme },
    {
      name: /^(?:licen[cs]e|copying|unlicense)(?:[-_.][\w.-]*)?$/i,
      read: readLicenseText
    }
  ]
};

/** Whether a file, by its path in the bundle, was written to describe the work. */
export function isCited(path: string): boolean {
  return fileSources.cited.some(({ name }) => name.test(path));
}
