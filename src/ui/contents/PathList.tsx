import * as React from 'react';
import { usePanel } from '../context';

/** More names than this are not listed. */
const NAMED = 3;

/** The first of some paths, and how many more there are. */
export function PathList({ paths }: { paths: readonly string[] }): JSX.Element {
  const { trans } = usePanel();
  return (
    <>
      {paths.slice(0, NAMED).map((path, index) => (
        <React.Fragment key={path}>
          {index > 0 && ', '}
          <code>{path}</code>
        </React.Fragment>
      ))}
      {paths.length > NAMED && ' '}
      {paths.length > NAMED &&
        trans._n('and %1 more', 'and %1 more', paths.length - NAMED)}
    </>
  );
}
