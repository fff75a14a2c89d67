import type { ITranslator } from '../../text';
import type { IMetadata } from '../model';
import { readDay } from './dates';
import { funderOf } from './funders';
import { readJson } from './jsonDocument';
import { wordsOf } from './keywords';
import { licensesOf } from './licenses';
import { addressIn, idOf, member, members } from './linked';
import {
  linkedPeople,
  type Lookup,
  organisationIn,
  resolved
} from './linkedPeople';
import { readOwnDoi } from './ownDoi';
import { withKeys } from './people';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { workIdentifier } from './workIdentifier';
import { wellDescribed } from './wellDescribed';

/**
 * Read the root of an RO-Crate (ro-crate-metadata.json) as plain JSON. When it
 * was published is offered only.
 *
 * Source: RO-Crate Metadata Specification 1.1 and 1.2, "Root Data Entity".
 */
export function readRoCrate(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readJson(text, findings);
  const byId = new Map<string, SourceNode>();
  for (const node of top?.get('@graph').items() ?? []) {
    byId.set(idOf(node), node);
  }
  const lookup: Lookup = id => byId.get(id) ?? null;
  const descriptor = [...byId].find(([id]) =>
    /(?:^|\/)ro-crate-metadata\.json(?:ld)?$/.test(id)
  )?.[1];
  const root =
    byId.get(descriptor ? idOf(member(descriptor, 'about')) : '') ??
    byId.get('./');
  if (!root) {
    top?.get('@graph').complain();
    return { values: {}, findings: findings.all };
  }
  const values: Partial<IMetadata> = {
    ...present('title', member(root, 'name').plain()),
    ...wellDescribed(member(root, 'description')),
    ...present('version', member(root, 'version').plain()),
    ...present(
      'creators',
      withKeys(linkedPeople(members(root, 'author', 'creator'), lookup))
    ),
    ...present(
      'contributors',
      withKeys(linkedPeople(members(root, 'contributor'), lookup, 'other'))
    ),
    ...present(
      'licenses',
      licensesOf(members(root, 'license').map(licenseNode))
    ),
    ...present('keywords', wordsOf(member(root, 'keywords'))),
    ...present('funding', withKeys(readFunding(root, lookup))),
    ...present('relatedWorks', withKeys(readWorks(root))),
    ...present('alternateIdentifiers', withKeys(readOwn(root, lookup)))
  };
  const offers = present(
    'publicationDate',
    readDay(member(root, 'datePublished'))
  );
  return { values, offers, findings: findings.all };
}

function licenseNode(node: SourceNode): SourceNode {
  return node.isObject ? node.any('@id', 'id') : node;
}

function readFunding(root: SourceNode, lookup: Lookup) {
  return members(root, 'funder').flatMap(node => {
    const { name, address } = organisationIn(node, lookup);
    const funder = funderOf(address) ?? (name ? { name } : null);
    return funder ? [{ funder, award: null }] : [];
  });
}

function readWorks(root: SourceNode) {
  return members(root, 'citation', 'isBasedOn').flatMap(node => {
    const identifier = workIdentifier(addressIn(node));
    if (!identifier) {
      node.tellUnused();
    }
    return identifier
      ? [{ ...identifier, relation: 'cites', resourceType: '' }]
      : [];
  });
}

function readOwn(root: SourceNode, lookup: Lookup) {
  return members(root, 'identifier').flatMap(node => {
    const one = resolved(node, lookup);
    const value = one.isObject ? member(one, 'value', '@id') : one;
    const identifier = workIdentifier(value.line());
    if (identifier?.scheme === 'doi') {
      return readOwnDoi(value);
    }
    return identifier ? [identifier] : [];
  });
}
