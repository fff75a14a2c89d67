import type { IPlanEntry } from '../core/bundle/plan';

/** One line of the tree of files. */
export interface ITreeNode {
  readonly path: string;
  readonly name: string;
  /** 1 = at the top of the bundle. */
  readonly level: number;
  readonly folder: boolean;
  readonly included: boolean | 'mixed';
  /** Bytes; null where they are not known. */
  readonly size: number | null;
  /** Why it is in or out; '' for a folder whose files have different reasons. */
  readonly reason: string;
  /** The user cannot untick it. */
  readonly locked: boolean;
  /** Files in a folder: all, and those that are included. */
  readonly files: number;
  readonly filesIn: number;
  readonly children: readonly ITreeNode[];
}

interface IBranch {
  readonly entries: IPlanEntry[];
  readonly folders: Map<string, IBranch>;
}

const branch = (): IBranch => ({ entries: [], folders: new Map() });

/** Make the tree of what a bundle holds and leaves out. */
export function fileTree(entries: readonly IPlanEntry[]): ITreeNode[] {
  const top = branch();
  for (const entry of entries) {
    let place = top;
    for (const name of entry.path.split('/').slice(0, -1)) {
      const inner = place.folders.get(name) ?? branch();
      place.folders.set(name, inner);
      place = inner;
    }
    place.entries.push(entry);
  }
  return nodesOf(top, '', 1);
}

function nodesOf(place: IBranch, folder: string, level: number): ITreeNode[] {
  const nodes = [
    ...place.entries.map(entry => leaf(entry, level)),
    ...[...place.folders].map(([name, inner]) => {
      const path = folder ? `${folder}/${name}` : name;
      return folderNode(path, name, nodesOf(inner, path, level + 1), level);
    })
  ];
  return nodes.sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)
  );
}

function leaf(entry: IPlanEntry, level: number): ITreeNode {
  return {
    path: entry.path,
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    level,
    folder: entry.kind === 'folder',
    included: entry.included,
    size: entry.size,
    reason: entry.reason,
    locked: entry.locked === true,
    files: entry.kind === 'file' ? 1 : 0,
    filesIn: entry.kind === 'file' && entry.included ? 1 : 0,
    children: []
  };
}

function folderNode(
  path: string,
  name: string,
  children: readonly ITreeNode[],
  level: number
): ITreeNode {
  const all = (included: boolean) =>
    children.every(child => child.included === included);
  // The size of what goes in; of a folder that is left out, of all of it.
  const counted = children.filter(child => all(false) || child.included);
  const sizes = counted.map(child => child.size);
  const reasons = new Set(children.map(child => child.reason));
  const [reason] = reasons;
  return {
    path,
    name,
    level,
    folder: true,
    included: all(true) ? true : all(false) ? false : 'mixed',
    size: sizes.every(size => size === null)
      ? null
      : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    reason: reasons.size === 1 ? reason : '',
    locked: children.every(child => child.locked),
    files: children.reduce((sum, child) => sum + child.files, 0),
    filesIn: children.reduce((sum, child) => sum + child.filesIn, 0),
    children
  };
}

/** What goes in comes first; in it notebooks, folders, then the other files. */
function rank(node: ITreeNode): number {
  const out = node.included === false ? 3 : 0;
  return out + (node.folder ? 1 : node.name.endsWith('.ipynb') ? 0 : 2);
}

/** Which files the tree shows. */
export type Shown = 'all' | 'in' | 'out';

/** Keep the files that match, and the folders above them. */
export function filterTree(
  nodes: readonly ITreeNode[],
  words: string,
  shown: Shown
): ITreeNode[] {
  const query = words.trim().toLowerCase();
  const keeps = (node: ITreeNode): boolean =>
    (query === '' || node.path.toLowerCase().includes(query)) &&
    (shown === 'all' || node.included === (shown === 'in'));
  return nodes.flatMap(node => {
    if (node.children.length === 0) {
      return keeps(node) ? [node] : [];
    }
    const children = filterTree(node.children, words, shown);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** The lines that can be seen, from top to bottom. */
export function visibleNodes(
  nodes: readonly ITreeNode[],
  isOpen: (node: ITreeNode) => boolean
): ITreeNode[] {
  return nodes.flatMap(node =>
    node.children.length > 0 && isOpen(node)
      ? [node, ...visibleNodes(node.children, isOpen)]
      : [node]
  );
}
