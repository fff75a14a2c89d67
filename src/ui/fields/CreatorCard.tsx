import * as React from 'react';
import type { ICreator } from '../../core/metadata/model';
import { usePanel } from '../context';
import { Affiliations } from './Affiliations';
import { CardField } from './CardField';
import { creatorName } from './CreatorRow';

interface ICreatorCardProps {
  creator: ICreator;
  index: number;
  idOf: (part: string) => string;
  onChange: (creator: ICreator) => void;
  /** Null while the creator is not in the list yet. */
  onDone: (() => void) | null;
  onRemove: (() => void) | null;
}

/** A creator being edited. */
export function CreatorCard({
  creator,
  index,
  idOf,
  onChange,
  onDone,
  onRemove
}: ICreatorCardProps): JSX.Element {
  const { trans } = usePanel();
  const { kind } = creator;
  const name = creatorName(creator, trans);
  const isNew = !creator.familyName && !creator.givenName && !creator.name;
  const set = (change: Partial<ICreator>) =>
    onChange({ ...creator, ...change });
  const kindButton = (value: ICreator['kind'], label: string) => (
    <label>
      <input
        type="radio"
        name={idOf('kind')}
        checked={kind === value}
        onChange={() => set({ kind: value })}
      />{' '}
      {label}
    </label>
  );
  return (
    <fieldset className="jp-ZenodoPublisher-card">
      <legend>
        {isNew
          ? trans.__('Creator %1', index + 1)
          : trans.__('Creator %1: %2', index + 1, name)}
      </legend>
      <fieldset className="jp-ZenodoPublisher-choices jp-ZenodoPublisher-choicesRow">
        <legend className="jp-ZenodoPublisher-hidden">
          {trans.__('Kind of creator')}
        </legend>
        {kindButton('person', trans.__('Person'))}
        {kindButton('organisation', trans.__('Organisation'))}
      </fieldset>
      <div className="jp-ZenodoPublisher-grid2">
        {kind === 'person' ? (
          <>
            <CardField
              id={idOf('first')}
              field={`creators.${index}.familyName`}
              label={trans.__('Family name')}
              value={creator.familyName}
              onChange={familyName => set({ familyName })}
            />
            <CardField
              id={idOf('givenName')}
              field={`creators.${index}.givenName`}
              label={trans.__('Given name')}
              optional={trans.__('optional')}
              value={creator.givenName}
              onChange={givenName => set({ givenName })}
            />
            <CardField
              id={idOf('orcid')}
              field={`creators.${index}.orcid`}
              label={trans.__('ORCID')}
              optional={trans.__('optional')}
              help={trans.__('16 digits, or the whole address')}
              value={creator.orcid}
              onChange={orcid => set({ orcid })}
            />
          </>
        ) : (
          <CardField
            id={idOf('first')}
            field={`creators.${index}.name`}
            label={trans.__('Name')}
            value={creator.name}
            onChange={newName => set({ name: newName })}
          />
        )}
        <Affiliations
          creator={creator}
          index={index}
          idOf={idOf}
          onChange={affiliations => set({ affiliations })}
        />
      </div>
      {onDone && (
        <p className="jp-ZenodoPublisher-options">
          <button
            type="button"
            className="jp-mod-styled jp-ZenodoPublisher-btn"
            aria-label={trans.__('Done with %1', name)}
            onClick={onDone}
          >
            {trans.__('Done')}
          </button>
          {onRemove && (
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              aria-label={trans.__('Remove %1', name)}
              onClick={onRemove}
            >
              {trans.__('Remove')}
            </button>
          )}
        </p>
      )}
    </fieldset>
  );
}
