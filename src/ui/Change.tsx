import * as React from 'react';
import type { Fix } from '../core/finding';
import { Diff } from './Diff';
import { Rich } from './Rich';
import { usePanel } from './context';
import { editWords } from './fixWords';

/** Files of a list that are shown. */
const FILES = 8;

/** What a fix changes, to be looked at before it is made. */
export function Change({ fix }: { fix: Fix }): JSX.Element {
  const { state, trans } = usePanel();
  switch (fix.kind) {
    case 'write-file':
      return (
        <>
          <p>
            <Rich
              text={
                fix.before === null
                  ? trans.__(
                      '`%1` will be added, in your folder and in the bundle:',
                      fix.path
                    )
                  : trans.__(
                      '`%1` will change, in your folder and in the bundle:',
                      fix.path
                    )
              }
            />
          </p>
          <Diff path={fix.path} before={fix.before} after={fix.after} />
        </>
      );
    case 'include':
      return (
        <>
          <p>
            {trans._n(
              'This file goes into the bundle:',
              'These %1 files go into the bundle:',
              fix.paths.length
            )}
          </p>
          <FileList paths={fix.paths} />
        </>
      );
    case 'exclude':
      return (
        <>
          <p>
            {trans._n(
              'This file is left out of the bundle, and stays in your folder:',
              'These %1 files are left out of the bundle, and stay in your folder:',
              fix.paths.length
            )}
          </p>
          <FileList paths={fix.paths} />
        </>
      );
    case 'edit-copy':
      return (
        <p>
          <Rich text={editWords(fix.edit, trans)} />
        </p>
      );
    case 'capture': {
      const { notebook } = state.environment;
      return (
        <p>
          <Rich
            text={
              notebook === null
                ? trans.__(
                    'Lists what is really used in the kernel, with versions, and makes environment files of it. You see their text below, and your folder stays as it is.'
                  )
                : trans.__(
                    'Lists what is really used in the kernel of `%1`, with versions, and makes environment files of it. You see their text below, and your folder stays as it is.',
                    notebook
                  )
            }
          />
        </p>
      );
    }
  }
}

function FileList({ paths }: { paths: readonly string[] }): JSX.Element {
  const { trans } = usePanel();
  const rest = paths.length - FILES;
  return (
    <ul className="jp-ZenodoPublisher-fixFiles">
      {paths.slice(0, FILES).map(path => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
      {rest > 0 && <li>{trans._n('and %1 more', 'and %1 more', rest)}</li>}
    </ul>
  );
}
