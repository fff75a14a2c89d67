import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { readJson } from './jsonDocument';
import { wordsOf } from './keywords';
import { licensesOf } from './licenses';
import { nameBeforeMail, namedPerson, type Person, withKeys } from './people';
import { present } from './present';
import { projectLinks } from './projectLinks';
import { described } from './pyproject';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';

/**
 * Read a package.json.
 *
 * Source: npm, "package.json"; metadata crosswalk 3h.
 */
export function readPackageJson(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readJson(text, findings);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const people = (key: string, role: string) =>
    top
      .get(key)
      .items()
      .flatMap(node => readPerson(node, role));
  const repository = top.get('repository');
  const values: Partial<IMetadata> = {
    ...present('version', top.get('version').line()),
    ...present('description', top.get('description').plain()),
    ...present('creators', withKeys(people('author', ''))),
    ...present('contributors', withKeys(people('contributors', 'other'))),
    ...present('licenses', readLicense(top.get('license'))),
    ...present('keywords', wordsOf(top.get('keywords'))),
    ...projectLinks([
      [
        'repository',
        (repository.isObject ? repository.get('url') : repository).line()
      ],
      ['homepage', top.get('homepage').line()]
    ])
  };
  return {
    values: described(values),
    offers: present('title', top.get('name').plain()),
    findings: findings.all
  };
}

function readPerson(node: SourceNode, role: string): Person[] {
  const name = node.isObject
    ? node.get('name').plain()
    : nameBeforeMail(node.line());
  return name ? [{ ...namedPerson(name), role }] : [];
}

/** `SEE LICENSE IN …` and `UNLICENSED` name none. */
function readLicense(node: SourceNode): IMetadata['licenses'] {
  const written = node.isObject ? node.get('type') : node;
  return /^(?:see license in |unlicensed$)/i.test(written.line())
    ? []
    : licensesOf(written.items());
}
