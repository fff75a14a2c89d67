import React from 'react';

/** Files that a dialog speaks of, by their paths. */
export function Paths({ paths }: { paths: readonly string[] }): JSX.Element {
  return (
    <ul>
      {paths.map(path => (
        <li key={path}>
          <code>{path}</code>
        </li>
      ))}
    </ul>
  );
}
