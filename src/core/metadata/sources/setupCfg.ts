import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { iniFormat, readKeyed } from './keyedText';
import { wordsOf } from './keywords';
import { licensesOf } from './licenses';
import { namedPerson, withKeys } from './people';
import { present } from './present';
import { projectLinks } from './projectLinks';
import { described } from './pyproject';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';

/** What is read from elsewhere when the package is built. */
const DIRECTIVE = /^(?:attr|file):/;

/**
 * Read a setup.cfg.
 *
 * Source: setuptools, "Configuring setuptools using setup.cfg files".
 */
export function readSetupCfg(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const table = readKeyed(text, iniFormat, findings)?.get('metadata');
  if (!table?.isObject) {
    return { values: {}, findings: findings.all };
  }
  const line = (key: string) => {
    const value = table.get(key).plain();
    return DIRECTIVE.test(value) ? '' : value;
  };
  const authors = line('author')
    .split(',')
    .map(name => name.trim())
    .filter(name => name);
  const links = table
    .get('project_urls')
    .text()
    .split('\n')
    .map(one => {
      const at = one.indexOf('=');
      return [one.slice(0, at).trim(), one.slice(at + 1).trim()] as const;
    });
  const values: Partial<IMetadata> = {
    ...present('version', line('version')),
    ...present('description', line('description')),
    ...present('creators', withKeys(authors.map(name => namedPerson(name)))),
    ...present('licenses', licensesOf(table.get('license').items())),
    ...present('keywords', wordsOf(table.get('keywords'))),
    ...projectLinks([...links, ['url', line('url')]])
  };
  return {
    values: described(values),
    offers: present('title', line('name')),
    findings: findings.all
  };
}
