import type { IMetadata, IRelatedWork } from '../model';
import { addressIn, idOf, member, members } from './linked';
import { readOwnDoi } from './ownDoi';
import { withKeys } from './people';
import { present } from './present';
import type { SourceNode } from './sourceNode';
import { webAddress, workIdentifier } from './workIdentifier';

/** So many requirements are linked; a lock file is the place for the others. */
const MOST_REQUIREMENTS = 10;

/** Links to other works, and how they belong to this one. */
const LINKS: readonly (readonly [
  key: string,
  relation: string,
  type: string
])[] = [
  ['referencePublication', 'isdescribedby', 'publication-article'],
  ['citation', 'cites', ''],
  ['isPartOf', 'ispartof', ''],
  ['hasPart', 'haspart', ''],
  ['supportingData', 'isderivedfrom', 'dataset'],
  ['hasSourceCode', 'iscompiledby', 'software'],
  ['relatedLink', 'issupplementedby', ''],
  ['softwareHelp', 'isdocumentedby', ''],
  ['readme', 'isdocumentedby', ''],
  ['url', 'isdocumentedby', ''],
  ['downloadUrl', 'isvariantformof', '']
];

/** What is said of where it runs, in words. */
const PLATFORM: readonly (readonly [key: string, label: string])[] = [
  ['runtimePlatform', 'Runtime platform'],
  ['operatingSystem', 'Operating system'],
  ['memoryRequirements', 'Memory'],
  ['processorRequirements', 'Processor'],
  ['storageRequirements', 'Storage']
];

/** Links, own identifiers and technical notes of a codemeta.json. */
export function codemetaWorks(top: SourceNode): Partial<IMetadata> {
  const works: Omit<IRelatedWork, 'key'>[] = LINKS.flatMap(
    ([key, relation, resourceType]) =>
      members(top, key).flatMap(node => {
        const identifier = linkIn(node);
        if (!identifier) {
          node.tellUnused();
        }
        return identifier ? [{ ...identifier, relation, resourceType }] : [];
      })
  );
  const requirements = members(top, 'softwareRequirements').flatMap(node => {
    const identifier = linkIn(node);
    return identifier
      ? [{ ...identifier, relation: 'requires', resourceType: 'software' }]
      : [];
  });
  const own = [...members(top, 'identifier'), ...members(top, 'sameAs')];
  return {
    ...present(
      'relatedWorks',
      withKeys(distinctWorks([...works, ...requirements.slice(0, MOST_REQUIREMENTS)])) // prettier-ignore
    ),
    ...present('alternateIdentifiers', withKeys(distinctIdentifiers(own))),
    ...present('additionalDescriptions', withKeys(technicalNotes(top)))
  };
}

function linkIn(node: SourceNode) {
  const address = addressIn(node);
  return workIdentifier(
    node.isObject && !webAddress(address) ? address || idOf(node) : address
  );
}

function distinctWorks(
  works: readonly Omit<IRelatedWork, 'key'>[]
): Omit<IRelatedWork, 'key'>[] {
  const seen = new Set<string>();
  return works.filter(({ identifier, relation }) => {
    const key = `${relation} ${identifier.toLowerCase()}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function distinctIdentifiers(nodes: readonly SourceNode[]) {
  const found = nodes.flatMap(node => {
    const value = node.isObject ? member(node, 'value', '@id', 'id') : node;
    const identifier = workIdentifier(value.line());
    if (identifier?.scheme === 'doi') {
      return readOwnDoi(value);
    }
    if (!identifier) {
      // Names of packages and the like stand here often.
      node.tellUnused();
    }
    return identifier ? [identifier] : [];
  });
  const seen = new Set<string>();
  return found.filter(({ identifier }) => {
    const isNew = !seen.has(identifier);
    seen.add(identifier);
    return isNew;
  });
}

function technicalNotes(
  top: SourceNode
): Omit<IMetadata['additionalDescriptions'][number], 'key'>[] {
  const platform = PLATFORM.flatMap(([key, label]) => {
    const values = members(top, key)
      .map(one => (one.isObject ? member(one, 'name') : one).plain())
      .filter(value => value);
    return values.length > 0 ? [`${label}: ${values.join(', ')}`] : [];
  }).join('\n');
  const notes = member(top, 'releaseNotes');
  const texts = [
    ['technical-info', platform],
    ['technical-info', notes.isObject ? addressIn(notes) : notes.text()]
  ];
  return texts.flatMap(([type, description]) =>
    description
      ? [{ description, format: 'text' as const, type, language: null }]
      : []
  );
}
