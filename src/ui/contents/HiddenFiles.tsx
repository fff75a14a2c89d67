import * as React from 'react';
import { useRef, useState } from 'react';
import type { IPlanEntry } from '../../core/bundle/entry';
import { usePanel } from '../context';
import { useKeptFocus } from '../useKeptFocus';

type Search = 'not-yet' | 'under-way' | { readonly added: number };

/** That Jupyter keeps hidden files back, and a way to ask for them. */
export function HiddenFiles(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { reading, showsHidden } = state.contents;
  const [search, setSearch] = useState<Search>('not-yet');
  const news = useRef<HTMLSpanElement>(null);
  const watch = useKeptFocus(() => news.current);
  const find = async () => {
    setSearch('under-way');
    const before = new Set(hiddenPaths(session.state.contents.entries));
    await session.contents.findHidden();
    const after = hiddenPaths(session.state.contents.entries);
    setSearch({ added: after.filter(path => !before.has(path)).length });
  };
  return (
    <p className="jp-ZenodoPublisher-help" {...watch}>
      {!showsHidden && !reading && (
        <>
          {trans.__(
            'Hidden files (names that begin with a dot) cannot be seen here.'
          )}{' '}
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            aria-disabled={search === 'under-way' || undefined}
            onClick={() => {
              if (search !== 'under-way') {
                void find();
              }
            }}
          >
            {trans.__('Look for hidden files')}
          </button>{' '}
        </>
      )}
      <span ref={news} tabIndex={-1} aria-live="polite">
        {search === 'under-way'
          ? trans.__('Looking for hidden files.')
          : search !== 'not-yet' &&
            (search.added === 0
              ? trans.__('Nothing was found.')
              : trans._n(
                  '%1 hidden file was added.',
                  '%1 hidden files were added.',
                  search.added
                ))}
      </span>
    </p>
  );
}

function hiddenPaths(entries: readonly IPlanEntry[]): string[] {
  return entries
    .map(({ path }) => path)
    .filter(path => path.startsWith('.') || path.includes('/.'));
}
