import type { KeyboardEvent } from 'react';
import type { ITreeNode } from './treeModel';
import type { ITypeahead } from './useTypeahead';

/** What the keys of the tree do. */
export interface ITreeActions {
  readonly rows: readonly ITreeNode[];
  isOpen(node: ITreeNode): boolean;
  setOpen(node: ITreeNode, open: boolean): void;
  moveTo(path: string): void;
  tick(node: ITreeNode): void;
  /** Open a file; unfold the text of one that is made here, or fold it again. */
  show(node: ITreeNode): void;
  isShown(node: ITreeNode): boolean;
  readonly typed: ITypeahead;
}

/**
 * The keys of a tree, as the ARIA authoring practices have them: arrows, Home,
 * End, Space, Enter, and letters that jump.
 */
export function onTreeKey(
  event: KeyboardEvent,
  node: ITreeNode,
  actions: ITreeActions
): void {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  if (isInRow(event)) {
    // Arrows scroll a text there, and Space presses a button.
    if (event.key === 'Escape' && actions.isShown(node)) {
      actions.show(node);
      actions.moveTo(node.path);
      event.stopPropagation();
    }
    return;
  }
  const { rows } = actions;
  const index = rows.findIndex(row => row.path === node.path);
  const goTo = (row: ITreeNode | undefined) => row && actions.moveTo(row.path);
  const unfolds = node.children.length > 0;
  if (event.key.length > 1 || event.key === ' ') {
    actions.typed.forget();
  }
  switch (event.key) {
    case 'ArrowDown':
      goTo(rows[index + 1]);
      break;
    case 'ArrowUp':
      goTo(rows[index - 1]);
      break;
    case 'Home':
      goTo(rows[0]);
      break;
    case 'End':
      goTo(rows[rows.length - 1]);
      break;
    case 'ArrowRight':
      if (unfolds && !actions.isOpen(node)) {
        actions.setOpen(node, true);
      } else if (unfolds) {
        goTo(rows[index + 1]);
      }
      break;
    case 'ArrowLeft':
      if (unfolds && actions.isOpen(node)) {
        actions.setOpen(node, false);
      } else {
        goTo(parentRow(rows, index));
      }
      break;
    case ' ':
      actions.tick(node);
      break;
    case 'Enter':
      if (unfolds) {
        actions.setOpen(node, !actions.isOpen(node));
      } else if (!node.folder) {
        actions.show(node);
      }
      break;
    default:
      if (event.key.length !== 1) {
        return;
      }
      goTo(nextWith(rows, index, actions.typed.add(event.key)));
  }
  event.preventDefault();
  event.stopPropagation();
}

/** The focus is on something in the row, and not on the row. */
function isInRow({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element && target.getAttribute('role') !== 'treeitem'
  );
}

function parentRow(
  rows: readonly ITreeNode[],
  index: number
): ITreeNode | undefined {
  return rows
    .slice(0, index)
    .reverse()
    .find(row => row.level < rows[index].level);
}

/** One letter, also many times, goes on to the next name; a word may stay. */
function nextWith(
  rows: readonly ITreeNode[],
  index: number,
  typed: string
): ITreeNode | undefined {
  const word = typed.toLowerCase();
  const repeated = [...word].every(letter => letter === word[0]);
  const [start, from] = repeated ? [word[0], index + 1] : [word, index];
  return [...rows.slice(from), ...rows.slice(0, from)].find(row =>
    row.name.toLowerCase().startsWith(start)
  );
}
