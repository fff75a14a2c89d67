import { emptySoftware } from '../empty';
import type { IChoice, IMetadata } from '../model';
import { programmingLanguage } from './programmingLanguages';
import type { SourceNode } from './sourceNode';
import { developmentStatus } from './knownIds';
import { repositoryAddress } from './workIdentifier';

const KNOWN: ReadonlySet<string> = new Set([
  'code:codeRepository',
  'code:programmingLanguage',
  'code:developmentStatus'
]);

/** What a deposit says of software in `custom`. */
export function readCustom(custom: SourceNode): Partial<IMetadata> {
  const repository = custom.get('code:codeRepository');
  const status = custom.get('code:developmentStatus');
  const idOf = (node: SourceNode) =>
    (node.isObject ? node.get('id') : node).line();
  const software = {
    repository: repositoryAddress(repository.line()),
    programmingLanguages: readLanguages(custom.get('code:programmingLanguage')),
    developmentStatus: developmentStatus(idOf(status))
  };
  if (!software.repository && repository.line()) {
    repository.complain();
  }
  if (!software.developmentStatus && idOf(status)) {
    status.complain();
  }
  custom.tellOthers(KNOWN);
  return softwareOf(software);
}

/** Programming languages by id or name; those that the site does not have are told. */
export function readLanguages(node: SourceNode): IChoice[] {
  return node.items().flatMap(one => {
    const name = (one.isObject ? one.any('id', 'name', '@id') : one).line();
    const choice = programmingLanguage(name);
    if (!choice) {
      one.tellUnused();
    }
    return choice ? [choice] : [];
  });
}

/** The field, where any part of it says something. */
export function softwareOf(
  software: Partial<IMetadata['software']>
): Partial<IMetadata> {
  const all = { ...emptySoftware, ...software };
  return all.repository ||
    all.programmingLanguages.length > 0 ||
    all.developmentStatus
    ? { software: all }
    : {};
}
