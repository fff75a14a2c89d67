import * as React from 'react';
import { usePanel } from './context';

interface IBadgesProps {
  doi: string;
  binder: boolean;
}

/** The badges, drawn here: the panel asks no other site for pictures. */
export function Badges({ doi, binder }: IBadgesProps): JSX.Element {
  const { trans } = usePanel();
  return (
    <p className="jp-ZenodoPublisher-badges">
      <span
        className="jp-ZenodoPublisher-badge"
        role="img"
        aria-label={trans.__('Badge: DOI %1', doi)}
      >
        <span>DOI</span>
        <span>{doi}</span>
      </span>
      {binder && (
        <span
          className="jp-ZenodoPublisher-badge"
          role="img"
          aria-label={trans.__('Badge: Binder')}
        >
          <span>launch</span>
          <span>binder</span>
        </span>
      )}
    </p>
  );
}
