import * as React from 'react';
import { usePanel } from './context';

/** Words in the pictures: the same in every language, as in every badge. */
const PICTURE_WORDS = { doi: 'DOI', launch: 'launch', binder: 'binder' };

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
        <span>{PICTURE_WORDS.doi}</span>
        <span>{doi}</span>
      </span>
      {binder && (
        <span
          className="jp-ZenodoPublisher-badge"
          role="img"
          aria-label={trans.__('Badge: Binder')}
        >
          <span>{PICTURE_WORDS.launch}</span>
          <span>{PICTURE_WORDS.binder}</span>
        </span>
      )}
    </p>
  );
}
