import * as React from 'react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { RowPart, TreeRow } from './TreeRow';
import { usePanel } from './context';
import { ITreeActions, onTreeKey } from './treeKeys';
import {
  fileTree,
  filterTree,
  ITreeNode,
  Shown,
  visibleNodes
} from './treeModel';
import { useKeptFocus } from './useKeptFocus';
import { useTypeahead } from './useTypeahead';
import { changesByPath } from './versionWords';

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
  const changes = useMemo(
    () => changesByPath(state.version.changes),
    [state.version.changes]
  );
  // Typing goes on while a long list is drawn.
  const query = useDeferredValue(words).trim();
  const tree = useMemo(() => fileTree(entries), [entries]);
  const filtered = useMemo(
    () => filterTree(tree, query, shown),
    [tree, query, shown]
  );
  const [folding, setFolding] = useState<ReadonlyMap<string, boolean>>(
    new Map()
  );
  const [texts, setTexts] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState('');
  const wantsFocus = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const typed = useTypeahead();

  const isOpen = (node: ITreeNode) =>
    query !== '' ||
    (folding.get(node.path) ??
      (node.included === 'mixed' && node.children.length <= LONG));
  const all = visibleNodes(filtered, isOpen);
  const rows = all.slice(0, MOST_ROWS);
  const active = rows.some(row => row.path === current)
    ? current
    : rows[0]?.path;

  const currentRow = () =>
    list.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
  // A row that moves loses the focus on its way.
  const watch = useKeptFocus(currentRow);
  useEffect(() => {
    if (wantsFocus.current) {
      wantsFocus.current = false;
      currentRow()?.focus();
    }
  }, [current]);

  const actions: ITreeActions = {
    rows,
    typed,
    isOpen,
    setOpen: (node, open) =>
      setFolding(before => new Map(before).set(node.path, open)),
    moveTo: path => {
      if (path === active) {
        currentRow()?.focus();
      } else {
        wantsFocus.current = true;
        setCurrent(path);
      }
    },
    tick: node => {
      if (!locked && !node.locked) {
        session.contents.setIncluded(node.path, node.included !== true);
      }
    },
    show: node => {
      if (!node.made) {
        session.contents.open(node.path);
        return;
      }
      const others = new Set(texts);
      if (!others.delete(node.path)) {
        others.add(node.path);
      }
      setTexts(others);
    },
    isShown: node => node.made && texts.has(node.path)
  };
  const rowOf = ({ target }: React.SyntheticEvent): ITreeNode | undefined => {
    const row = (target as Element).closest<HTMLElement>('[data-path]');
    return rows.find(({ path }) => path === row?.dataset.path);
  };
  const onClick = (event: React.MouseEvent) => {
    const node = rowOf(event);
    const part = partOf(event);
    if (node && part === 'tick') {
      actions.tick(node);
    } else if (node && part === 'fold') {
      actions.setOpen(node, !isOpen(node));
    } else if (node && part === 'show') {
      actions.show(node);
    }
  };

  if (rows.length === 0) {
    return (
      <p>
        {query === ''
          ? trans.__('There is no file to show.')
          : trans.__('Nothing found for “%1”.', query)}
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
        onFocus={event => {
          watch.onFocus();
          setCurrent(rowOf(event)?.path ?? current);
        }}
        onBlur={watch.onBlur}
        onClick={onClick}
        onDoubleClick={event => {
          const node = rowOf(event);
          if (node && !node.folder && !partOf(event)) {
            actions.show(node);
          }
        }}
        onKeyDown={event => {
          const node = rowOf(event);
          if (node) {
            onTreeKey(event, node, actions);
          }
        }}
      >
        {rows.map(node => (
          <TreeRow
            key={node.path}
            node={node}
            isOpen={isOpen(node)}
            isShown={actions.isShown(node)}
            isCurrent={node.path === active}
            locked={locked}
            change={changes.get(node.path)}
            trans={trans}
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

function partOf({ target }: React.SyntheticEvent): RowPart | undefined {
  const part = (target as Element).closest<HTMLElement>('[data-part]');
  return part?.dataset.part as RowPart | undefined;
}
