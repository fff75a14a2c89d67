/** What JSON-LD files (codemeta, RO-Crate) have in common, read as plain JSON. */
import type { SourceNode } from './sourceNode';

/** A member by its name, with or without the prefix of its vocabulary. */
export function member(
  node: SourceNode,
  ...names: readonly string[]
): SourceNode {
  const keys = names.flatMap(name => [
    name,
    `schema:${name}`,
    `codemeta:${name}`
  ]);
  const found = node.any(keys[0], ...keys.slice(1));
  return unwrapped(found);
}

function unwrapped(node: SourceNode): SourceNode {
  return node.isObject ? firstThere(node, '@value', '@list') : node;
}

function firstThere(node: SourceNode, ...keys: readonly string[]): SourceNode {
  const key = keys.find(one => !node.get(one).isMissing);
  return key === undefined ? node : node.get(key);
}

/** The elements of a member, a single value being a list of one. */
export function members(
  node: SourceNode,
  ...names: readonly string[]
): SourceNode[] {
  return member(node, ...names)
    .items()
    .map(unwrapped);
}

/** The id of an object; '' for none. */
export function idOf(node: SourceNode): string {
  return node.isObject ? node.any('@id', 'id').line() : '';
}

/** The types of an object in small letters, without prefixes. */
export function typesOf(node: SourceNode): string[] {
  return node
    .any('@type', 'type')
    .items()
    .map(one =>
      one
        .line()
        .replace(/^.*[:/#]/, '')
        .toLowerCase()
    );
}

/** A text, or the name (or else the id) of an object. */
export function nameIn(node: SourceNode): string {
  return node.isObject
    ? member(node, 'name', 'legalName').plain() || idOf(node)
    : node.plain();
}

/** The address of a thing: a text, or an object's id or `url`. */
export function addressIn(node: SourceNode): string {
  if (!node.isObject) {
    return node.line();
  }
  const id = idOf(node);
  return /^(?:https?|doi):/i.test(id)
    ? id
    : member(node, 'url', 'identifier').isObject
      ? id
      : member(node, 'url', 'identifier').line() || id;
}
