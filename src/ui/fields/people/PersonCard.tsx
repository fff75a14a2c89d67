import * as React from 'react';
import type { ICreator } from '../../../core/metadata/model';
import type { IPersonEntry } from '../../../core/zenodo/vocabularyEntries';
import { useForm } from '../../form';
import { TextLookUp } from '../../lookup/TextLookUp';
import { CardField } from '../CardField';
import { ListSelect } from '../ListSelect';
import { Affiliations } from './Affiliations';
import { PersonIdentifiers } from './PersonIdentifiers';
import { PeopleField, peopleWords, personName } from './peopleWords';

interface IPersonCardProps {
  list: PeopleField;
  person: ICreator;
  index: number;
  idOf: (part: string) => string;
  onChange: (person: ICreator) => void;
  /** Null while the person is not in the list yet. */
  onDone: (() => void) | null;
  onRemove: (() => void) | null;
}

/** A creator or contributor being edited. */
export function PersonCard({
  list,
  person,
  index,
  idOf,
  onChange,
  onDone,
  onRemove
}: IPersonCardProps): JSX.Element {
  const { trans } = useForm();
  const { kind } = person;
  const words = peopleWords(list, trans);
  const name = personName(person, trans);
  const isNew = !person.familyName && !person.givenName && !person.name;
  const field = `${list}.${index}`;
  const set = (change: Partial<ICreator>) => onChange({ ...person, ...change });
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
      <legend>{words.card(index + 1, isNew ? null : name)}</legend>
      <fieldset className="jp-ZenodoPublisher-choices jp-ZenodoPublisher-choicesRow">
        <legend className="jp-ZenodoPublisher-hidden">{words.kind}</legend>
        {kindButton('person', trans.__('Person'))}
        {kindButton('organisation', trans.__('Organisation'))}
      </fieldset>
      <div className="jp-ZenodoPublisher-grid2">
        {kind === 'person' ? (
          <>
            <FamilyName
              id={idOf('first')}
              field={field}
              person={person}
              set={set}
            />
            <CardField
              field={`${field}.givenName`}
              label={trans.__('Given name')}
              optional={trans.__('optional')}
              value={person.givenName}
              onChange={givenName => set({ givenName })}
            />
            <CardField
              field={`${field}.orcid`}
              label={trans.__('ORCID')}
              optional={trans.__('optional')}
              help={trans.__('16 digits, or the whole address')}
              value={person.orcid}
              onChange={orcid => set({ orcid })}
            />
          </>
        ) : (
          <CardField
            id={idOf('first')}
            field={`${field}.name`}
            label={trans.__('Name')}
            value={person.name}
            onChange={newName => set({ name: newName })}
          />
        )}
        <Affiliations
          field={`${field}.affiliations`}
          affiliations={person.affiliations}
          idOf={idOf}
          onChange={affiliations => set({ affiliations })}
        />
      </div>
      <div className="jp-ZenodoPublisher-grid2">
        <ListSelect
          field={`${field}.role`}
          label={trans.__('Role')}
          optional={list === 'creators' ? trans.__('optional') : undefined}
          list={list === 'creators' ? 'creatorRoles' : 'contributorRoles'}
          value={person.role}
          none={
            list === 'creators'
              ? trans.__('no role')
              : trans.__('Choose a role')
          }
          onChange={role => set({ role })}
        />
        <PersonIdentifiers
          field={`${field}.identifiers`}
          identifiers={person.identifiers}
          idOf={idOf}
          onChange={identifiers => set({ identifiers })}
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

interface IFamilyNameProps {
  id: string;
  field: string;
  person: ICreator;
  set: (change: Partial<ICreator>) => void;
}

/** With a token, the site's list of people can be searched by name or ORCID. */
function FamilyName({ id, field, person, set }: IFamilyNameProps): JSX.Element {
  const { session, state, trans } = useForm();
  const common = {
    id,
    field: `${field}.familyName`,
    label: trans.__('Family name'),
    value: person.familyName,
    onChange: (familyName: string) => set({ familyName })
  };
  if (state.account.status !== 'signed-in') {
    return <CardField {...common} />;
  }
  const take = (found: IPersonEntry) =>
    set({
      familyName: found.familyName,
      givenName: found.givenName,
      orcid: found.orcid || person.orcid,
      affiliations:
        found.affiliations.length > 0 ? found.affiliations : person.affiliations
    });
  return (
    <TextLookUp
      {...common}
      help={trans.__('Type a name or an ORCID to search')}
      list={trans.__('People')}
      search={(text, signal) => session.lookUps.people(text, signal)}
      show={({ id: key, name, orcid, affiliations }) => ({
        key,
        title: name,
        detail: [orcid, affiliations[0]?.name].filter(Boolean).join(', ')
      })}
      onTake={take}
    />
  );
}
