import * as React from 'react';
import { useMemo, useState } from 'react';
import type { ICoverage } from '../../core/environment/coverage/coverage';
import { Rich } from '../Rich';
import { usePanel } from '../context';
import { ImportRow } from './ImportRow';
import { IImportRows, importRows, unusedByFile } from './importModel';

/** So many imports are shown at first, of those to look at and of the others. */
const OPEN = 20;
const COVERED = 5;

/** More names than this are only counted. */
const UNUSED = 10;

/** More lines than this are not drawn. */
const MOST_ROWS = 500;

/** What the notebooks import, and what installs it: first what is to be done. */
export function ImportTable(): JSX.Element | null {
  const { state } = usePanel();
  const { coverage } = state.environment;
  return coverage &&
    (coverage.modules.length > 0 || coverage.unused.length > 0) ? (
    <Imports coverage={coverage} />
  ) : null;
}

function Imports({ coverage }: { coverage: ICoverage }): JSX.Element {
  const { trans, prefix } = usePanel();
  const [all, setAll] = useState(false);
  const { modules, unused } = coverage;
  const rows = useMemo(() => importRows(modules), [modules]);
  const few = [...rows.open.slice(0, OPEN), ...rows.covered.slice(0, COVERED)];
  const rest = modules.length - few.length;
  const shown = all ? [...rows.open, ...rows.covered].slice(0, MOST_ROWS) : few;
  const id = `${prefix}-imports`;
  return (
    <div className="jp-ZenodoPublisher-imports">
      {modules.length > 0 && (
        <table className="jp-ZenodoPublisher-table" role="table" id={id}>
          <caption>{caption(rows, modules.length)}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <Head>{trans.__('Import')}</Head>
              <Head>{trans.__('Used in')}</Head>
              <Head>{trans.__('Comes from')}</Head>
              <Head>{trans.__('State')}</Head>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map(module => (
              <ImportRow key={module.name} module={module} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <button
          type="button"
          className="jp-ZenodoPublisher-link"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
        >
          {all
            ? trans.__('Show fewer imports')
            : rows.open.length > OPEN
              ? trans._n('Show %1 more', 'Show %1 more', rest)
              : trans._n(
                  'Show %1 more, covered',
                  'Show %1 more, all covered',
                  rest
                )}
        </button>
      )}
      {all && modules.length > MOST_ROWS && (
        <p className="jp-ZenodoPublisher-help">
          {trans._n('and %1 more', 'and %1 more', modules.length - MOST_ROWS)}
        </p>
      )}
      {unusedByFile(unused).map(([path, names]) => (
        <p key={path} className="jp-ZenodoPublisher-help">
          <Rich
            text={trans.__(
              'In `%1`, but not used: %2',
              path,
              names.slice(0, UNUSED).join(', ')
            )}
          />
          {names.length > UNUSED && (
            <>
              {' '}
              {trans._n('and %1 more', 'and %1 more', names.length - UNUSED)}
            </>
          )}
        </p>
      ))}
    </div>
  );

  function caption(
    { open, missing, unsure }: IImportRows,
    count: number
  ): string {
    if (missing > 0) {
      return trans._n(
        'What the notebooks import: %1 import, %2 missing',
        'What the notebooks import: %1 imports, %2 missing',
        count,
        missing
      );
    }
    if (unsure > 0) {
      return trans._n(
        'What the notebooks import: %1 import, %2 not sure',
        'What the notebooks import: %1 imports, %2 not sure',
        count,
        unsure
      );
    }
    return open.length > 0
      ? trans._n(
          'What the notebooks import: %1 import, what is needed is covered',
          'What the notebooks import: %1 imports, what is needed is covered',
          count
        )
      : trans._n(
          'What the notebooks import: %1 import, covered',
          'What the notebooks import: %1 imports, all covered',
          count
        );
  }
}

/** A head that stays one where a narrow panel makes blocks of the table. */
function Head({ children }: { children: string }): JSX.Element {
  return (
    <th scope="col" role="columnheader">
      {children}
    </th>
  );
}
