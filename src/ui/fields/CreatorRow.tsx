import * as React from 'react';
import type { ICreator } from '../../core/metadata/model';
import type { ITranslator } from '../../core/text';
import { Icon } from '../Icon';
import type { IconName } from '../Icon';
import { usePanel } from '../context';
import { fieldErrors } from '../problems';

/** A creator's name as it is sorted: `Silva, Ana Marques`. */
export function creatorName(creator: ICreator, trans: ITranslator): string {
  const parts =
    creator.kind === 'person'
      ? [creator.familyName, creator.givenName]
      : [creator.name];
  return (
    parts
      .map(part => part.trim())
      .filter(Boolean)
      .join(', ') || trans.__('creator without a name')
  );
}

interface ICreatorRowProps {
  creator: ICreator;
  index: number;
  count: number;
  idOf: (part: string) => string;
  onEdit: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** A creator in one line, with buttons to edit, move and remove. */
export function CreatorRow({
  creator,
  index,
  count,
  idOf,
  onEdit,
  onMove,
  onRemove
}: ICreatorRowProps): JSX.Element {
  const { state, trans } = usePanel();
  const name = creatorName(creator, trans);
  const wrong =
    state.asked &&
    Object.keys(fieldErrors(state)).some(field =>
      field.startsWith(`creators.${index}`)
    );
  const button = (
    part: string,
    icon: IconName,
    title: string,
    label: string,
    onClick: () => void,
    off = false
  ) => (
    <button
      type="button"
      id={idOf(part)}
      className="jp-ZenodoPublisher-icon"
      aria-label={label}
      title={title}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      <p className="jp-ZenodoPublisher-creatorName">
        <b>{name}</b>
        {wrong && (
          <>
            {' '}
            <Icon name="stop" tone="error" />
            <span className="jp-ZenodoPublisher-hidden">
              {trans.__('To fix')}
            </span>
          </>
        )}
      </p>
      <p className="jp-ZenodoPublisher-creatorMore">
        {creator.kind === 'person' && (
          <span>
            {creator.orcid
              ? trans.__('ORCID %1', creator.orcid)
              : trans.__('no ORCID')}
          </span>
        )}
        {creator.affiliations.map(({ id, name: where }) => (
          <span key={id ?? where}>{where}</span>
        ))}
      </p>
      <p className="jp-ZenodoPublisher-creatorDo">
        {button(
          'edit',
          'edit',
          trans.__('Edit'),
          trans.__('Edit %1', name),
          onEdit
        )}
        {button(
          'up',
          'up',
          trans.__('Move up'),
          trans.__('Move %1 up', name),
          () => onMove(-1),
          index === 0
        )}
        {button(
          'down',
          'down',
          trans.__('Move down'),
          trans.__('Move %1 down', name),
          () => onMove(1),
          index === count - 1
        )}
        {button(
          'remove',
          'remove',
          trans.__('Remove'),
          trans.__('Remove %1', name),
          onRemove
        )}
      </p>
    </>
  );
}
