import type { ITranslator } from '../../text';
import { nameBeforeMail, namedPerson, withKeys } from './people';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import { readToml } from './tomlDocument';

/**
 * Read a Julia Project.toml. An environment without a package has none of this.
 *
 * Source: Pkg.jl, "Project.toml and Manifest.toml".
 */
export function readJuliaProject(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readToml(text, findings);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const names = top
    .get('authors')
    .items()
    .map(node => nameBeforeMail(node.line()))
    .filter(name => name);
  return {
    values: {
      ...present('version', top.get('version').line()),
      ...present('creators', withKeys(names.map(name => namedPerson(name))))
    },
    offers: present('title', top.get('name').plain()),
    findings: findings.all
  };
}
