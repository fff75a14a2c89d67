import * as React from 'react';
import { usePanel } from '../context';
import { formatRoughly, formatSize } from '../format';
import type { Shown } from '../treeModel';

interface ITreeToolsProps {
  words: string;
  onWords: (words: string) => void;
  shown: Shown;
  onShown: (shown: Shown) => void;
}

/** A search, a filter, and how much goes in. */
export function TreeTools({
  words,
  onWords,
  shown,
  onShown
}: ITreeToolsProps): JSX.Element {
  const { state, trans, prefix } = usePanel();
  const { count, bytes, packedBytes, layout } = state.contents;
  return (
    <div className="jp-ZenodoPublisher-treeTools">
      <div className="jp-ZenodoPublisher-field">
        <label htmlFor={`${prefix}-find`}>{trans.__('Find a file')}</label>
        <input
          className="jp-mod-styled"
          type="search"
          id={`${prefix}-find`}
          value={words}
          onChange={event => onWords(event.target.value)}
        />
      </div>
      <div className="jp-ZenodoPublisher-field">
        <label htmlFor={`${prefix}-show`}>{trans.__('Show')}</label>
        <select
          className="jp-mod-styled"
          id={`${prefix}-show`}
          value={shown}
          onChange={event => onShown(event.target.value as Shown)}
        >
          <option value="all">{trans.__('All files')}</option>
          <option value="in">{trans.__('Going in')}</option>
          <option value="out">{trans.__('Left out')}</option>
        </select>
      </div>
      <p className="jp-ZenodoPublisher-total">
        <b>
          {trans._n('%1 file, %2', '%1 files, %2', count, formatSize(bytes))}
        </b>
        {packedBytes !== null && layout === 'zip' && count > 0 && (
          <span>
            {trans.__('about %1 as a zip', formatRoughly(packedBytes))}
          </span>
        )}
      </p>
    </div>
  );
}
