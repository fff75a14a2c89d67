import * as React from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { TreeRow } from './TreeRow';
import { usePanel } from './context';
import {
  fileTree,
  filterTree,
  ITreeNode,
  Shown,
  visibleNodes
} from './treeModel';
import { ITreeActions, onTreeKey } from './useTreeKeys';

/** More lines than this are not drawn; a search finds the others. */
const MOST_ROWS = 1000;

/** A folder that is partly in is unfolded at first, unless it is long. */
const LONG = 20;

interface IFileTreeProps {
  words: string;
  shown: Shown;
}

/** All files, those in the bundle and those left out, each with its reason. */
export function FileTree({ words, shown }: IFileTreeProps): JSX.Element {
  const { session, state, trans, locked } = usePanel();
  const { entries } = state.contents;
  const tree = useMemo(() => fileTree(entries), [entries]);
  const filtered = useMemo(
    () => filterTree(tree, words, shown),
    [tree, words, shown]
  );
  const [folding, setFolding] = useState<ReadonlyMap<string, boolean>>(
    new Map()
  );
  const [current, setCurrent] = useState('');
  const wantsFocus = useRef(false);
  const list = useRef<HTMLUListElement>(null);

  const isOpen = (node: ITreeNode) =>
    words.trim() !== '' ||
    (folding.get(node.path) ??
      (node.included === 'mixed' && node.children.length <= LONG));
  const all = visibleNodes(filtered, isOpen);
  const rows = all.slice(0, MOST_ROWS);
  const active = rows.some(row => row.path === current)
    ? current
    : rows[0]?.path;

  useEffect(() => {
    if (wantsFocus.current) {
      wantsFocus.current = false;
      list.current
        ?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
        ?.focus();
    }
  }, [current]);

  const actions: ITreeActions = {
    rows,
    isOpen,
    setOpen: (node, open) =>
      setFolding(before => new Map(before).set(node.path, open)),
    moveTo: path => {
      wantsFocus.current = true;
      setCurrent(path);
    },
    tick: node => {
      if (!locked && !node.locked) {
        session.contents.setIncluded(node.path, node.included !== true);
      }
    },
    show: node => session.contents.open(node.path)
  };

  if (rows.length === 0) {
    return (
      <p>
        {words.trim() === ''
          ? trans.__('There is no file to show.')
          : trans.__('Nothing found for “%1”.', words.trim())}
      </p>
    );
  }
  return (
    <>
      <div className="jp-ZenodoPublisher-treeHead" aria-hidden="true">
        <span>{trans.__('File')}</span>
        <span>{trans.__('Why it is in or out')}</span>
        <span>{trans.__('Size')}</span>
      </div>
      <ul
        ref={list}
        className="jp-ZenodoPublisher-tree"
        role="tree"
        aria-label={trans.__('Files')}
        aria-multiselectable="true"
      >
        {rows.map(node => (
          <TreeRow
            key={node.path}
            node={node}
            isOpen={isOpen(node)}
            isCurrent={node.path === active}
            onFocus={() => setCurrent(node.path)}
            onTick={() => actions.tick(node)}
            onFold={() => actions.setOpen(node, !isOpen(node))}
            onShow={() => actions.show(node)}
            onKeyDown={event => onTreeKey(event, node, actions)}
          />
        ))}
      </ul>
      {all.length > rows.length && (
        <p className="jp-ZenodoPublisher-help">
          {trans._n(
            'and %1 more. Find a file shows it.',
            'and %1 more. Find a file shows them.',
            all.length - rows.length
          )}
        </p>
      )}
    </>
  );
}
