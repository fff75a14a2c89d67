import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { distinct, wordsOf } from './keywords';
import { licensesOf } from './licenses';
import { nameBeforeMail, namedPerson, type Person, withKeys } from './people';
import { present } from './present';
import { projectLinks } from './projectLinks';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { readToml } from './tomlDocument';

/**
 * Read a pyproject.toml: `[project]` (PEP 621, PEP 639), else Poetry's own table.
 * The name of a package is no title of a work, so that it is offered only.
 *
 * Sources: PyPA, "pyproject.toml specification"; Poetry 1, "The pyproject.toml
 * file"; metadata crosswalk 3g.
 */
export function readPyproject(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readToml(text, findings);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const project = top.get('project');
  const poetry = top.get('tool').get('poetry');
  const table = project.isObject ? project : poetry;
  const values: Partial<IMetadata> = {
    ...present('version', table.get('version').line()),
    ...present('description', table.get('description').text()),
    ...present('creators', withKeys(readAuthors(table.get('authors')))),
    ...present('licenses', readLicense(table)),
    ...present('keywords', wordsOf(table.get('keywords'))),
    ...projectLinks(linksIn(table))
  };
  const offers = present('title', table.get('name').plain());
  return { values: described(values), offers, findings: findings.all };
}

/** A description says how it is written. */
export function described(values: Partial<IMetadata>): Partial<IMetadata> {
  return values.description ? { ...values, descriptionFormat: 'text' } : values;
}

function readAuthors(list: SourceNode): Person[] {
  return list.items().flatMap(node => {
    const name = node.isObject
      ? node.get('name').plain()
      : nameBeforeMail(node.line());
    return name ? [namedPerson(name)] : [];
  });
}

/** An SPDX expression, or a table with a text; else what the classifiers say. */
function readLicense(table: SourceNode): IMetadata['licenses'] {
  const license = table.get('license');
  const written = license.isObject ? license.get('text') : license;
  // A whole licence in the file is no name of one.
  const isName = written.line() !== '' && written.line().length < 200;
  if (isName) {
    return licensesOf([written]);
  }
  const classified = table
    .get('classifiers')
    .items()
    .flatMap(node => {
      const name = /^License :: (?:OSI Approved :: )?(.+)$/.exec(node.line());
      const id = CLASSIFIED.get(name?.[1] ?? '');
      return id ? [{ id, title: id }] : [];
    });
  return classified;
}

/** Classifiers that say exactly which licence it is. Source: PyPI, "Classifiers". */
const CLASSIFIED: ReadonlyMap<string, string> = new Map([
  ['MIT License', 'mit'],
  ['MIT No Attribution License (MIT-0)', 'mit-0'],
  ['Apache Software License', 'apache-2.0'],
  ['GNU General Public License v2 (GPLv2)', 'gpl-2.0-only'],
  ['GNU General Public License v2 or later (GPLv2+)', 'gpl-2.0-or-later'],
  ['GNU General Public License v3 (GPLv3)', 'gpl-3.0-only'],
  ['GNU General Public License v3 or later (GPLv3+)', 'gpl-3.0-or-later'],
  ['GNU Lesser General Public License v3 (LGPLv3)', 'lgpl-3.0-only'],
  ['GNU Lesser General Public License v3 or later (LGPLv3+)', 'lgpl-3.0-or-later'],
  ['GNU Affero General Public License v3', 'agpl-3.0-only'],
  ['GNU Affero General Public License v3 or later (AGPLv3+)', 'agpl-3.0-or-later'],
  ['Mozilla Public License 2.0 (MPL 2.0)', 'mpl-2.0'],
  ['ISC License (ISCL)', 'isc'],
  ['The Unlicense (Unlicense)', 'unlicense'],
  ['CC0 1.0 Universal (CC0 1.0) Public Domain Dedication', 'cc0-1.0']
]); // prettier-ignore

/** The links of a project by their labels, in both ways of writing them. */
function linksIn(table: SourceNode): (readonly [string, string])[] {
  const urls = table.get('urls');
  return [
    ...['repository', 'homepage', 'documentation'].map(
      key => [key, table.get(key).line()] as const
    ),
    ...distinct(urls.keys).map(key => [key, urls.get(key).line()] as const)
  ];
}
