import type { ITranslator } from '../../text';
import { emptyAward } from '../empty';
import type { IFunding, IMetadata } from '../model';
import { readDay } from './dates';
import { codemetaWorks } from './codemetaWorks';
import { funderOf } from './funders';
import { readJson } from './jsonDocument';
import { distinct, wordsOf } from './keywords';
import { languageChoice } from './languages';
import { licensesOf } from './licenses';
import { addressIn, idOf, member, members, typesOf } from './linked';
import { linkedPeople, type Lookup, organisationIn } from './linkedPeople';
import { withKeys } from './people';
import { present } from './present';
import type { ISource } from './source';
import { SourceFindings } from './sourceFindings';
import type { SourceNode } from './sourceNode';
import { developmentStatus } from './knownIds';
import { repositoryAddress } from './workIdentifier';
import { readEmbargo } from './zenodoAccess';
import { readLanguages, softwareOf } from './zenodoCustom';
import { wellDescribed } from './wellDescribed';

const KNOWN: ReadonlySet<string> = new Set(
  (
    '@context @type type @id id name description author creator contributor editor ' +
    'maintainer producer sponsor copyrightHolder copyrightYear funder funding license ' +
    'version softwareVersion datePublished dateCreated dateModified embargoEndDate ' +
    'embargoDate keywords codeRepository programmingLanguage developmentStatus ' +
    'identifier sameAs referencePublication citation isPartOf hasPart ' +
    'softwareRequirements supportingData relatedLink softwareHelp readme releaseNotes ' +
    'issueTracker downloadUrl url inLanguage publisher applicationCategory ' +
    'runtimePlatform operatingSystem memoryRequirements processorRequirements ' +
    'storageRequirements softwareSuggestions buildInstructions continuousIntegration ' +
    'contIntegration alternateName hasSourceCode isSourceCodeOf targetProduct ' +
    'fileSize fileFormat installUrl permissions provider review'
  )
    .split(' ')
    .flatMap(key => [key, `schema:${key}`, `codemeta:${key}`])
);

/** Those who did something else than write it. */
const ROLES: readonly (readonly [key: string, role: string])[] = [
  ['contributor', 'other'],
  ['editor', 'editor'],
  ['producer', 'producer'],
  ['sponsor', 'sponsor'],
  ['copyrightHolder', 'rightsholder']
];

/**
 * Read a codemeta.json of version 2 or 3 as plain JSON. It is never refused.
 * Who maintains it and when it was published is offered only.
 *
 * Sources: CodeMeta 2.0 and 3.0 terms; metadata crosswalk 3c.
 */
export function readCodemeta(
  text: string,
  path: string,
  trans: ITranslator
): ISource {
  const findings = new SourceFindings(path, trans);
  const top = readJson(text, findings);
  if (!top) {
    return { values: {}, findings: findings.all };
  }
  const lookup = lookupIn(top);
  const people = (role: string, ...keys: string[]) =>
    linkedPeople(members(top, ...keys), lookup, role);
  const contributors = ROLES.flatMap(([key, role]) => people(role, key));
  const line = (...keys: string[]) => member(top, ...keys).plain();
  const values: Partial<IMetadata> = {
    ...present('title', line('name')),
    ...present('additionalTitles', readTitles(top)),
    ...(typesOf(top).includes('dataset') && { resourceType: 'dataset' }),
    ...present('creators', withKeys(people('', 'author', 'creator'))),
    ...present('contributors', withKeys(contributors)),
    ...wellDescribed(member(top, 'description')),
    ...present(
      'licenses',
      licensesOf(
        members(top, 'license').map(one =>
          one.isObject ? member(one, '@id', 'id', 'url', 'name') : one
        )
      )
    ),
    ...present('version', line('version', 'softwareVersion')),
    ...present('dates', withKeys(readDates(top))),
    ...readEnd(member(top, 'embargoEndDate', 'embargoDate')),
    ...present('keywords', readWords(top)),
    ...present('languages', readNaturalLanguages(top)),
    ...present('funding', withKeys(readFunding(top, lookup))),
    ...readSoftware(top),
    ...codemetaWorks(top)
  };
  const offers: Partial<IMetadata> = {
    ...present('publicationDate', readDay(member(top, 'datePublished'))),
    ...present('contributors', withKeys(people('contactperson', 'maintainer')))
  };
  top.tellOthers(KNOWN);
  return { values, offers, findings: findings.all };
}

/** Finds the persons and organisations that stand in the file under an id. */
function lookupIn(top: SourceNode): Lookup {
  const known = new Map<string, SourceNode>();
  for (const key of [
    'author',
    'creator',
    'maintainer',
    ...ROLES.map(([name]) => name)
  ]) {
    for (const node of members(top, key)) {
      const id = idOf(node);
      if (id && node.keys.length > 1 && !typesOf(node).includes('role')) {
        known.set(id, node);
      }
    }
  }
  return id => known.get(id) ?? null;
}

function readTitles(top: SourceNode): IMetadata['additionalTitles'] {
  return withKeys(
    members(top, 'alternateName').flatMap(node => {
      const title = node.plain();
      return title
        ? [{ title, type: 'alternative-title', language: null }]
        : [];
    })
  );
}

function readDates(top: SourceNode): Omit<IMetadata['dates'][number], 'key'>[] {
  const types = [
    ['dateCreated', 'created'],
    ['dateModified', 'updated']
  ] as const;
  return types.flatMap(([key, type]) => {
    const date = readDay(member(top, key));
    return date ? [{ date, type, description: '' }] : [];
  });
}

function readEnd(node: SourceNode): Partial<IMetadata> {
  if (!node.line()) {
    return {};
  }
  const embargo = readEmbargo(node);
  return embargo.active ? { access: 'restricted-files', embargo } : {};
}

/** Keywords, and the field of application, which is free text, too. */
function readWords(top: SourceNode): string[] {
  const words = (key: string) => {
    const node = member(top, key);
    return node.isList
      ? distinct(node.items().map(one => (one.isObject ? member(one, 'name', 'termCode') : one).plain())) // prettier-ignore
      : node.isObject
        ? [member(node, 'name').plain()]
        : wordsOf(node);
  };
  return distinct([...words('keywords'), ...words('applicationCategory')]);
}

function readNaturalLanguages(top: SourceNode): IMetadata['languages'] {
  return members(top, 'inLanguage').flatMap(node => {
    const one = node.isObject ? member(node, 'alternateName', 'name') : node;
    const choice = languageChoice(one.line());
    if (!choice) {
      node.complain();
    }
    return choice ? [choice] : [];
  });
}

/** Funders, each with the grant where there is one for all of them. */
function readFunding(top: SourceNode, lookup: Lookup): Omit<IFunding, 'key'>[] {
  const funders = members(top, 'funder').flatMap(node => {
    const { name, address } = organisationIn(node, lookup);
    return name || address
      ? [funderOf(address) ?? funderOf(name) ?? { name: name || address }]
      : [];
  });
  const grants = members(top, 'funding').map(node => {
    if (!node.isObject) {
      return { node, number: node.plain(), title: '', url: '', funder: null };
    }
    const own = member(node, 'funder');
    const named = own.isMissing ? null : organisationIn(own, lookup);
    const identifier = member(node, 'identifier');
    const address = addressIn(node);
    return {
      node,
      number: identifier.isObject
        ? member(identifier, 'value').plain()
        : identifier.plain(),
      title: member(node, 'name').plain(),
      url: /^https?:/i.test(address) ? address : '',
      funder: named && (funderOf(named.address) ?? { name: named.name })
    };
  });
  const funding: Omit<IFunding, 'key'>[] = [];
  for (const { node, number, title, url, funder } of grants) {
    const payer = funder ?? (funders.length === 1 ? funders[0] : null);
    if (payer && (number || title)) {
      funding.push({
        funder: payer,
        award: { ...emptyAward, number, title, url }
      });
    } else {
      node.complain();
    }
  }
  const isPaid = (name: string) =>
    funding.some(({ funder }) => funder.name === name);
  const alone = funders.filter(({ name }) => !isPaid(name));
  return [...funding, ...alone.map(funder => ({ funder, award: null }))];
}

function readSoftware(top: SourceNode): Partial<IMetadata> {
  const repository = member(top, 'codeRepository');
  const address = repositoryAddress(addressIn(repository));
  if (!address && addressIn(repository)) {
    repository.complain();
  }
  const status = member(top, 'developmentStatus');
  const written = status.isObject ? idOf(status) : status.line();
  const known = developmentStatus(written);
  if (written && !known) {
    status.complain();
  }
  return softwareOf({
    repository: address,
    programmingLanguages: readLanguages(member(top, 'programmingLanguage')),
    developmentStatus: known
  });
}
