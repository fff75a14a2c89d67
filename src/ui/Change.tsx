import * as React from 'react';
import type { Fix, IWorkLink } from '../core/finding';
import type { IChoice } from '../core/metadata/model';
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
          {[fix, ...(fix.also ?? [])].map(({ path, before, after }) => (
            <React.Fragment key={path}>
              <p>
                <Rich
                  text={
                    before === null
                      ? trans.__(
                          '`%1` will be added, in your folder and in the bundle:',
                          path
                        )
                      : trans.__(
                          '`%1` will change, in your folder and in the bundle:',
                          path
                        )
                  }
                />
              </p>
              <Diff path={path} before={before} after={after} />
            </React.Fragment>
          ))}
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
    case 'add-works':
    case 'remove-works':
      return (
        <>
          <p>
            {fix.kind === 'add-works'
              ? trans.__(
                  'This is added to “Related works” under Metadata, where you can change it. Your files stay as they are:'
                )
              : trans.__('This is taken out of “Related works”:')}
          </p>
          <WorkList works={fix.works} />
        </>
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

/** Works with how they are related, in the words of the form. */
function WorkList({ works }: { works: readonly IWorkLink[] }): JSX.Element {
  const { state, trans } = usePanel();
  const { relations, linkableTypes } = state.metadata.lists;
  const word = (list: readonly IChoice[], id: string) =>
    list.find(one => one.id === id)?.title ?? id;
  return (
    <ul className="jp-ZenodoPublisher-fixFiles">
      {works.map(({ identifier, relation, resourceType }) => (
        <li key={identifier}>
          {word(relations, relation)} <code>{identifier}</code>
          {resourceType !== '' &&
            trans.__(' (%1)', word(linkableTypes, resourceType))}
        </li>
      ))}
    </ul>
  );
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
