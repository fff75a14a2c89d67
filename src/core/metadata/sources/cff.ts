import type { ITranslator } from '../../text';
import { cleanLine } from '../clean';
import type {
  IAlternateIdentifier,
  IMetadata,
  IReference,
  IRelatedWork
} from '../model';
import { stripTags } from '../plainText';
import { cffPeople } from './cffPeople';
import { cffReference, preferredWork } from './cffReference';
import { readDate } from './dates';
import { wordsOf } from './keywords';
import { licensesOf, ownLicense } from './licenses';
import { readOwnDoi } from './ownDoi';
import { withKeys } from './people';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import {
  repositoryAddress,
  webAddress,
  workIdentifier
} from './workIdentifier';
import { readYaml } from './yamlDocument';
import { softwareOf } from './zenodoCustom';

type Keyless<T> = Omit<T, 'key'>;

const KNOWN: ReadonlySet<string> = new Set(
  (
    'cff-version message title type authors contact abstract keywords license ' +
    'license-url version date-released doi identifiers repository-code repository ' +
    'repository-artifact url commit references preferred-citation'
  ).split(' ')
);

/** Links to what belongs to the work, and how it belongs to it. */
const LINKS: readonly (readonly [key: string, relation: string])[] = [
  ['repository', 'issupplementedby'],
  ['repository-artifact', 'isvariantformof'],
  ['url', 'isdocumentedby']
];

/**
 * Read a CITATION.cff. It is never refused: what cannot be read is left out and
 * told. Contact data stay where they are. Offered only: the date (mostly of an
 * earlier release; this one is released today), who answers questions, the
 * authors of the work that is to be cited instead.
 *
 * Source: Citation File Format 1.2.0, schema guide; metadata crosswalk 3b.
 */
export function readCff(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readYaml(text, findings);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const identifiers = readIdentifiers(top.get('identifiers'));
  const preferred = top.get('preferred-citation');
  const references = top
    .get('references')
    .items()
    .flatMap((node): Keyless<IReference>[] => {
      const reference = cffReference(node);
      return reference ? [reference] : [];
    });
  const values: Partial<IMetadata> = {
    ...present('title', top.get('title').plain()),
    ...present('resourceType', readType(top.get('type'))),
    ...present('creators', withKeys(cffPeople(top.get('authors')))),
    ...readAbstract(top.get('abstract')),
    ...present('keywords', wordsOf(top.get('keywords'))),
    ...present('licenses', readLicenses(top)),
    ...present('version', top.get('version').line()),
    ...present(
      'alternateIdentifiers',
      withKeys([...readOwnDoi(top.get('doi')), ...identifiers])
    ),
    ...softwareOf({ repository: readRepository(top) }),
    ...present('relatedWorks', withKeys(readWorks(top))),
    ...present('references', withKeys(references))
  };
  const offers: Partial<IMetadata> = {
    ...present('publicationDate', readDate(top.get('date-released'))),
    ...present(
      'contributors',
      withKeys(cffPeople(top.get('contact'), 'contactperson'))
    ),
    ...present('creators', withKeys(cffPeople(preferred.get('authors'))))
  };
  top.tellOthers(KNOWN);
  return { values, offers, findings: findings.all };
}

/** Software may be notebooks, so that only data are certain. */
function readType(node: SourceNode): string {
  const type = node.line().toLowerCase();
  if (type && type !== 'software' && type !== 'dataset') {
    node.complain();
  }
  return type === 'dataset' ? 'dataset' : '';
}

/** YAML wraps lines: within a paragraph they are one. */
function readAbstract(node: SourceNode): Partial<IMetadata> {
  const text = node.text();
  if (stripTags(text) !== text) {
    return { description: text, descriptionFormat: 'html' };
  }
  const description = text
    .split(/\n\s*\n/)
    .map(cleanLine)
    .join('\n\n');
  return description ? { description, descriptionFormat: 'text' } : {};
}

function readLicenses(top: SourceNode): IMetadata['licenses'] {
  const licenses = licensesOf(top.get('license').items());
  const node = top.get('license-url');
  const url = webAddress(node.line());
  if (!url && node.line()) {
    node.complain();
  }
  if (licenses.length > 0 || !url) {
    return licenses;
  }
  const ofPage = licensesOf([node]);
  return ofPage.some(({ own }) => own)
    ? [ownLicense(node.findings.trans.__('License'), url)]
    : ofPage;
}

function readRepository(top: SourceNode): string {
  const node = top.get('repository-code');
  const address = repositoryAddress(node.line());
  if (!address && node.line()) {
    node.complain();
  }
  return address;
}

/** Other names of the same work; the site gives out its own DOIs. */
function readIdentifiers(list: SourceNode): Keyless<IAlternateIdentifier>[] {
  return list.items().flatMap(node => {
    const value = node.isObject ? node.get('value') : node;
    const identifier = workIdentifier(value.line());
    if (identifier?.scheme === 'doi') {
      return readOwnDoi(value);
    }
    if (!identifier) {
      node.complain();
    }
    return identifier ? [identifier] : [];
  });
}

function readWorks(top: SourceNode): Keyless<IRelatedWork>[] {
  const works: Keyless<IRelatedWork>[] = [];
  const preferred = top.get('preferred-citation');
  const work = preferredWork(preferred);
  if (work) {
    works.push(work);
  } else if (!preferred.isMissing) {
    preferred.tellUnused();
  }
  for (const [key, relation] of LINKS) {
    const node = top.get(key);
    const identifier = workIdentifier(webAddress(node.line()));
    if (identifier) {
      works.push({ ...identifier, relation, resourceType: '' });
    } else if (node.line()) {
      node.complain();
    }
  }
  const commit = top.get('commit').line();
  const repository = repositoryAddress(top.get('repository-code').line());
  if (
    /^[\da-f]{7,40}$/i.test(commit) &&
    /github\.com|gitlab/i.test(repository)
  ) {
    works.push({
      identifier: `${repository}/tree/${commit}`,
      scheme: 'url',
      relation: 'isderivedfrom',
      resourceType: 'software'
    });
  } else if (commit) {
    top.get('commit').tellUnused();
  }
  return works;
}
