import { type Document, isMap, isSeq, YAMLMap, YAMLSeq } from 'yaml';
import { comparable } from '../candidates';
import type { ICreator, IMetadata } from '../model';
import { cffPeople } from '../sources/cffPeople';
import type { Person } from '../sources/people';
import { SourceFindings } from '../sources/sourceFindings';
import { SourceNode } from '../sources/sourceNode';
import { cffPersonOf } from './cffFields';
import type { YamlChange } from './yamlPatch';

/** Creators that have a name, each once. */
export function distinctPeople(creators: readonly ICreator[]): ICreator[] {
  const seen = new Set<string>();
  return creators.filter(creator => {
    const text = JSON.stringify(cffPersonOf(creator));
    const isNew = text !== 'null' && !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/**
 * The change of the list of authors; [] = there is none. Entries that are right
 * stay as they are.
 *
 * @param known - what the file says now
 * @param path - the file's name, for what is odd in it
 */
export function authorsChange(
  document: Document.Parsed,
  known: Partial<IMetadata>,
  { creators }: IMetadata,
  path: string
): YamlChange[] {
  if (comparable(known.creators ?? []) === comparable(creators)) {
    return [];
  }
  const list: unknown = document.get('authors');
  const entries = (isSeq(list) ? list.items : []).filter(isMap);
  const left = new Map(entries.map(node => [node as YAMLMap, readEntry(node as YAMLMap, path)])); // prettier-ignore
  const nodes = new YAMLSeq();
  if (isSeq(list)) {
    nodes.commentBefore = list.commentBefore;
    nodes.comment = list.comment;
  }
  for (const creator of distinctPeople(creators)) {
    const found = [...left].find(([, one]) => one && isSame(one, creator));
    if (found) {
      left.delete(found[0]);
    }
    nodes.items.push(entryOf(document, creator, found ?? null));
  }
  return [['authors', nodes]];
}

function readEntry(node: YAMLMap, path: string): Person | null {
  const value: unknown = node.toJSON();
  const findings = new SourceFindings(path, { __: text => text, _n: text => text }); // prettier-ignore
  const source = new SourceNode(value, findings, { value, lineAt: () => undefined }); // prettier-ignore
  return cffPeople(source)[0] ?? null;
}

function isSame(one: Person, creator: ICreator): boolean {
  return one.orcid && creator.orcid
    ? one.orcid === creator.orcid
    : one.kind === creator.kind &&
        one.name === creator.name &&
        one.familyName === creator.familyName &&
        (one.givenName === creator.givenName ||
          one.givenName[0] === creator.givenName[0]);
}

/** An entry of the list: the old one with what is new in it, or a new one. */
function entryOf(
  document: Document.Parsed,
  creator: ICreator,
  found: readonly [YAMLMap, Person | null] | null
): unknown {
  const fields = cffPersonOf(creator) ?? {};
  if (!found) {
    return document.createNode(fields);
  }
  const [node, person] = found;
  if (person?.familyName !== creator.familyName) {
    node.delete('name-particle');
    node.delete('name-suffix');
    node.set('family-names', fields['family-names']);
  }
  for (const key of ['given-names', 'orcid', 'affiliation', 'name']) {
    const before = { ...(person && cffPersonOf({ ...person, key: '' })) };
    if (before[key] !== fields[key]) {
      if (fields[key]) {
        node.set(key, fields[key]);
      } else {
        node.delete(key);
      }
    }
  }
  return node;
}
