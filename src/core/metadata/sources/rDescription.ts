import type { ITranslator } from '../../text';
import type { ILicense, IMetadata } from '../model';
import { controlFormat, readKeyed } from './keyedText';
import { wordsOf } from './keywords';
import { licenseById, licensesOf } from './licenses';
import { nameBeforeMail, namedPerson, withKeys } from './people';
import { present } from './present';
import { projectLinks } from './projectLinks';
import { described } from './pyproject';
import { rPeople } from './rPeople';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';

/**
 * Read an R package's DESCRIPTION.
 *
 * Source: R, "Writing R Extensions", 1.1.1 and 1.1.2; metadata crosswalk 3h.
 */
export function readRDescription(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const table = readKeyed(text, controlFormat, findings)?.get('');
  if (!table?.isObject) {
    return { values: {}, findings: findings.all };
  }
  const { creators, contributors, funders } = rPeople(table.get('Authors@R'));
  const named = table
    .get('Author')
    .plain()
    .split(/,\s*|\sand\s/)
    .map(name => nameBeforeMail(name.replace(/\s*\[.*$/, '')))
    .filter(name => name && !/[\]]/.test(name))
    .map(name => namedPerson(name));
  const urls = table
    .get('URL')
    .line()
    .split(/[\s,]+/)
    .map(url => ['url', url] as const);
  const bugs = table
    .get('BugReports')
    .line()
    .replace(/\/issues\/?$/, '');
  const values: Partial<IMetadata> = {
    ...present('title', table.get('Title').plain()),
    ...present('version', table.get('Version').line()),
    ...present('description', table.get('Description').plain()),
    ...present('creators', withKeys(creators.length > 0 ? creators : named)),
    ...present('contributors', withKeys(contributors)),
    ...present(
      'funding',
      withKeys(funders.map(name => ({ funder: { name }, award: null })))
    ),
    ...present('licenses', readLicenses(table.get('License'))),
    ...present('keywords', wordsOf(table.get('X-schema.org-keywords'))),
    ...projectLinks([...urls, ['url', bugs]])
  };
  return { values: described(values), findings: findings.all };
}

/** R's own short names of licences, with the id of the site. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['Apache License (>= 2)', 'apache-2.0'],
  ['Apache License 2.0', 'apache-2.0'],
  ['Apache License (== 2.0)', 'apache-2.0'],
  ['Artistic-2.0', 'artistic-2.0'],
  ['BSD_2_clause', 'bsd-2-clause'],
  ['BSD_3_clause', 'bsd-3-clause'],
  ['CC0', 'cc0-1.0'],
  ['CC BY 4.0', 'cc-by-4.0'],
  ['CC BY-SA 4.0', 'cc-by-sa-4.0'],
  ['MIT', 'mit']
]);

/** `GPL (>= 3)`, `GPL-2 | GPL-3`, `MIT + file LICENSE`; a file alone names none. */
function readLicenses(node: SourceNode): ILicense[] {
  return node
    .line()
    .split('|')
    .map(part => part.replace(/\+\s*file\s.*$/i, '').trim())
    .filter(part => part && !/^file\s/i.test(part))
    .flatMap(part => {
      const gnu =
        /^(A|L)?GPL(?:-(\d(?:\.\d)?)| ?\((>=|==) ?(\d(?:\.\d)?)\))$/.exec(part);
      if (gnu) {
        const version = gnu[2] ?? gnu[4];
        const full = version.includes('.') ? version : `${version}.0`;
        const later = gnu[3] === '>=' ? 'or-later' : 'only';
        return [
          licenseById(`${(gnu[1] ?? '').toLowerCase()}gpl-${full}-${later}`)
        ];
      }
      const id = SHORT.get(part);
      return id ? [licenseById(id)] : licensesOf([node.sayingInstead(part)]);
    });
}
