import * as React from 'react';
import { Icon } from './Icon';
import { usePanel } from './context';
import { formatSize } from './format';
import type { ITreeNode } from './treeModel';

interface ITreeRowProps {
  node: ITreeNode;
  isOpen: boolean;
  /** The tree's one Tab stop. */
  isCurrent: boolean;
  onFocus: () => void;
  onTick: () => void;
  onFold: () => void;
  onShow: () => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

/** One file or folder: its box, name, reason and size. */
export function TreeRow({
  node,
  isOpen,
  isCurrent,
  onFocus,
  onTick,
  onFold,
  onShow,
  onKeyDown
}: ITreeRowProps): JSX.Element {
  const { trans, locked } = usePanel();
  const unfolds = node.children.length > 0;
  const out = node.included === false;
  const indent = { '--jp-ZenodoPublisher-level': node.level - 1 };
  return (
    <li
      role="treeitem"
      aria-level={node.level}
      aria-checked={node.included}
      aria-expanded={unfolds ? isOpen : undefined}
      aria-disabled={locked || node.locked || undefined}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <div
        className={
          out
            ? 'jp-ZenodoPublisher-row jp-ZenodoPublisher-rowOut'
            : 'jp-ZenodoPublisher-row'
        }
        style={indent as React.CSSProperties}
        onDoubleClick={() => {
          if (!node.folder) {
            onShow();
          }
        }}
      >
        <span className="jp-ZenodoPublisher-name">
          <span
            className="jp-ZenodoPublisher-twistBox"
            onClick={unfolds ? onFold : undefined}
          >
            {unfolds && (
              <Icon
                name="chevron"
                className={
                  isOpen
                    ? 'jp-ZenodoPublisher-twist jp-ZenodoPublisher-open'
                    : 'jp-ZenodoPublisher-twist'
                }
              />
            )}
          </span>
          <span className="jp-ZenodoPublisher-tick" onClick={onTick}>
            <Icon
              name={
                node.included === 'mixed'
                  ? 'mixed'
                  : out
                    ? 'unchecked'
                    : 'checked'
              }
              className="jp-ZenodoPublisher-box"
            />
          </span>
          {node.folder ? (
            <Icon name="folder" />
          ) : node.name.endsWith('.ipynb') ? (
            <Icon name="notebook" tone="notebook" />
          ) : (
            <Icon name="file" />
          )}
          <span className="jp-ZenodoPublisher-fileName">{node.name}</span>
        </span>{' '}
        <span className="jp-ZenodoPublisher-why">
          {node.reason ||
            trans._n(
              '%2 of %1 file',
              '%2 of %1 files',
              node.files,
              node.filesIn
            )}
        </span>{' '}
        <span className="jp-ZenodoPublisher-size">
          {node.size === null ? '' : formatSize(node.size)}
        </span>
      </div>
    </li>
  );
}
