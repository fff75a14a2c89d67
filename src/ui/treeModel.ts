import { folderSummaries } from '../core/bundle/folderSummary';
import type { IFolderSummary } from '../core/bundle/folderSummary';
import type { IPlanEntry } from '../core/bundle/plan';
import { pageLanguage } from './format';

/** One line of the tree of files. */
export interface ITreeNode {
  readonly path: string;
  readonly name: string;
  /** 1 = at the top of the bundle. */
  readonly level: number;
  readonly folder: boolean;
  readonly included: boolean | 'mixed';
  /** Bytes: of a folder what goes in, or all of it where nothing does; null where they are not known. */
  readonly size: number | null;
  /** Why it is in or out; '' for a folder whose files have different reasons. */
  readonly reason: string;
  /** A file that is in no folder of the server: its text can be shown here. */
  readonly made: boolean;
  /** The user can neither untick nor tick it. */
  readonly locked: boolean;
  /** Where it leads, if it is a link; else null. */
  readonly link: string | null;
  /** Files in a folder: all, and those that are included. */
  readonly files: number;
  readonly filesIn: number;
  /** Its place among its neighbours. */
  readonly rank: number;
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
      let inner = place.folders.get(name);
      if (!inner) {
        inner = branch();
        place.folders.set(name, inner);
      }
      place = inner;
    }
    place.entries.push(entry);
  }
  const summaries = folderSummaries(entries);
  // Made once: to compare by `localeCompare` is many times slower.
  const { compare } = new Intl.Collator(pageLanguage(), { numeric: true });
  const inOrder = (a: ITreeNode, b: ITreeNode) =>
    a.rank - b.rank || compare(a.name, b.name);

  function nodesOf(place: IBranch, folder: string, level: number): ITreeNode[] {
    const nodes = place.entries.map(entry => leaf(entry, level));
    for (const [name, inner] of place.folders) {
      const path = folder ? `${folder}/${name}` : name;
      const summary = summaries.get(path);
      if (summary) {
        const children = nodesOf(inner, path, level + 1);
        nodes.push(folderNode({ path, name, level, children }, summary));
      }
    }
    return nodes.sort(inOrder);
  }
  return nodesOf(top, '', 1);
}

/** What goes in comes first; in it notebooks, folders, then the other files. */
const OUT = 3;

function leaf(entry: IPlanEntry, level: number): ITreeNode {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const file = entry.kind === 'file';
  // What the user ticks stays where it is, so that the eye and the focus do.
  const planned = entry.planned?.included ?? entry.included;
  return {
    path: entry.path,
    name,
    level,
    folder: !file,
    made: file && entry.source === null,
    included: entry.included,
    size: entry.size,
    reason: entry.reason,
    locked: entry.locked === true,
    link: entry.link?.target ?? null,
    files: file ? 1 : 0,
    filesIn: file && entry.included ? 1 : 0,
    rank: (planned ? 0 : OUT) + (!file ? 1 : name.endsWith('.ipynb') ? 0 : 2),
    children: []
  };
}

function folderNode(
  place: Pick<ITreeNode, 'path' | 'name' | 'level' | 'children'>,
  { included, files, filesIn, bytes, bytesIn, locked }: IFolderSummary
): ITreeNode {
  const { children } = place;
  const [first] = children;
  return {
    ...place,
    folder: true,
    made: false,
    link: null,
    included,
    size: children.every(({ size }) => size === null)
      ? null
      : included === false
        ? bytes
        : bytesIn,
    reason: children.every(({ reason }) => reason === first.reason)
      ? first.reason
      : '',
    locked,
    files,
    filesIn,
    rank: (children.every(({ rank }) => rank >= OUT) ? OUT : 0) + 1
  };
}

/** Which files the tree shows. */
export type Shown = 'all' | 'in' | 'out';

/** Keep the files that match, and the folders above them. */
export function filterTree(
  nodes: readonly ITreeNode[],
  words: string,
  shown: Shown
): readonly ITreeNode[] {
  const query = words.trim().toLowerCase();
  if (query === '' && shown === 'all') {
    return nodes;
  }
  const keeps = (node: ITreeNode): boolean =>
    (shown === 'all' || node.included === (shown === 'in')) &&
    (query === '' || node.path.toLowerCase().includes(query));
  const kept = (all: readonly ITreeNode[]): ITreeNode[] =>
    all.flatMap(node => {
      if (node.children.length === 0) {
        return keeps(node) ? [node] : [];
      }
      const children = kept(node.children);
      return children.length > 0 ? [{ ...node, children }] : [];
    });
  return kept(nodes);
}

/** The lines that can be seen, from top to bottom. */
export function visibleNodes(
  nodes: readonly ITreeNode[],
  isOpen: (node: ITreeNode) => boolean
): ITreeNode[] {
  const visible: ITreeNode[] = [];
  const add = (all: readonly ITreeNode[]) => {
    for (const node of all) {
      visible.push(node);
      if (node.children.length > 0 && isOpen(node)) {
        add(node.children);
      }
    }
  };
  add(nodes);
  return visible;
}
