import * as React from 'react';
import type { ICreator } from '../../../core/metadata/model';
import { Icon } from '../../Icon';
import type { IconName } from '../../Icon';
import { useForm } from '../../form';
import { fieldErrors } from '../../problems';
import { PeopleField, personName } from './peopleWords';

interface IPersonRowProps {
  list: PeopleField;
  person: ICreator;
  index: number;
  count: number;
  idOf: (part: string) => string;
  onEdit: () => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** A creator or contributor in one line, with buttons to edit, move and remove. */
export function PersonRow({
  list,
  person,
  index,
  count,
  idOf,
  onEdit,
  onMove,
  onRemove
}: IPersonRowProps): JSX.Element {
  const { state, trans } = useForm();
  const name = personName(person, trans);
  const { lists } = state.metadata;
  const roles =
    list === 'creators' ? lists.creatorRoles : lists.contributorRoles;
  const role = roles.find(({ id }) => id === person.role)?.title ?? person.role;
  const wrong =
    state.asked &&
    Object.keys(fieldErrors(state)).some(field =>
      field.startsWith(`${list}.${index}.`)
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
        {person.kind === 'person' && (
          <span>
            {person.orcid
              ? trans.__('ORCID %1', person.orcid)
              : trans.__('no ORCID')}
          </span>
        )}
        {role && <span>{role}</span>}
        {person.affiliations.map(({ id, name: where }) => (
          <span key={id ?? where}>{where}</span>
        ))}
      </p>
      <p
        className="jp-ZenodoPublisher-creatorDo"
        onKeyDown={event => {
          const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
          if (by && event.altKey) {
            event.preventDefault();
            onMove(by);
          }
        }}
      >
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
          trans.__('Move up (Alt+Up)'),
          trans.__('Move %1 up', name),
          () => onMove(-1),
          index === 0
        )}
        {button(
          'down',
          'down',
          trans.__('Move down (Alt+Down)'),
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
