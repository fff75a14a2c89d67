import * as React from 'react';
import { memo, useId } from 'react';
import type { ITranslator } from '../core/text';
import { Icon } from './Icon';
import { FilePreview } from './contents/FilePreview';
import { formatSize } from './format';
import type { ITreeNode } from './treeModel';
import { changeWord, FileChange } from './versionWords';

/** What a click on a part of a row does. */
export type RowPart = 'fold' | 'tick' | 'show' | 'text';

interface ITreeRowProps {
  node: ITreeNode;
  isOpen: boolean;
  /** Its text is unfolded. */
  isShown: boolean;
  /** The tree's one Tab stop. */
  isCurrent: boolean;
  locked: boolean;
  /** What it is against the last version. */
  change: FileChange | undefined;
  trans: ITranslator;
}

/** One file or folder: its box, name, reason and size. */
function Row({
  node,
  isOpen,
  isShown,
  isCurrent,
  locked,
  change,
  trans
}: ITreeRowProps): JSX.Element {
  const id = useId();
  const unfolds = node.children.length > 0;
  const out = node.included === false;
  const indent = { '--jp-ZenodoPublisher-level': node.level - 1 };
  const part = (name: RowPart) => ({ 'data-part': name });
  return (
    <li
      role="treeitem"
      data-path={node.path}
      aria-level={node.level}
      aria-checked={node.included}
      aria-expanded={unfolds ? isOpen : undefined}
      aria-disabled={locked || node.locked || undefined}
      // Without it, the text that is unfolded would be part of the name.
      aria-labelledby={isShown ? id : undefined}
      tabIndex={isCurrent ? 0 : -1}
    >
      <div
        id={id}
        className={
          out
            ? 'jp-ZenodoPublisher-row jp-ZenodoPublisher-rowOut'
            : 'jp-ZenodoPublisher-row'
        }
        style={indent as React.CSSProperties}
      >
        <span className="jp-ZenodoPublisher-name">
          <span
            className="jp-ZenodoPublisher-twistBox"
            {...(unfolds ? part('fold') : {})}
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
          <span className="jp-ZenodoPublisher-tick" {...part('tick')}>
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
          {node.link !== null && (
            <span className="jp-ZenodoPublisher-linkNote">
              {trans.__('link to %1', node.link)}
            </span>
          )}
          {change && (
            <span className="jp-ZenodoPublisher-tag">
              {changeWord(change, trans)}
            </span>
          )}
          {node.made && (
            <>
              {' '}
              <button
                type="button"
                className="jp-ZenodoPublisher-link"
                aria-expanded={isShown}
                aria-controls={isShown ? `${id}-text` : undefined}
                // The tree has one Tab stop, and this is the next one.
                tabIndex={isCurrent ? 0 : -1}
                {...part('show')}
              >
                {isShown ? trans.__('Hide') : trans.__('Show')}
              </button>
            </>
          )}
        </span>{' '}
        <span className="jp-ZenodoPublisher-size">
          {node.size === null ? '' : formatSize(node.size)}
        </span>
      </div>
      {isShown && (
        <div
          className="jp-ZenodoPublisher-rowText"
          style={indent as React.CSSProperties}
          id={`${id}-text`}
          {...part('text')}
        >
          <FilePreview path={node.path} />
        </div>
      )}
    </li>
  );
}

/** A new plan makes new nodes, most of which say what they said before. */
function isSame(a: ITreeRowProps, b: ITreeRowProps): boolean {
  return (
    a.isOpen === b.isOpen &&
    a.isShown === b.isShown &&
    a.isCurrent === b.isCurrent &&
    a.locked === b.locked &&
    a.change === b.change &&
    a.trans === b.trans &&
    isSameLine(a.node, b.node)
  );
}

function isSameLine(a: ITreeNode, b: ITreeNode): boolean {
  return (
    a.path === b.path &&
    a.level === b.level &&
    a.folder === b.folder &&
    a.made === b.made &&
    a.included === b.included &&
    a.size === b.size &&
    a.reason === b.reason &&
    a.locked === b.locked &&
    a.link === b.link &&
    a.files === b.files &&
    a.filesIn === b.filesIn &&
    a.children.length > 0 === b.children.length > 0
  );
}

/**
 * A line of the tree. There may be a thousand: one is drawn again only when it
 * says something else, and the tree takes its events.
 */
export const TreeRow = memo(Row, isSame);
