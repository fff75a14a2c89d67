import * as React from 'react';
import { emptyAward } from '../../../core/metadata/empty';
import type { IAward, IFunding } from '../../../core/metadata/model';
import { useForm } from '../../form';
import { countryName } from '../../countryName';
import { fieldLabel } from '../../fieldNames';
import { TextLookUp } from '../../lookup/TextLookUp';
import { CardField } from '../CardField';
import { EntryList } from './EntryList';

/** An award that says something, or none. */
function orNone(award: IAward): IAward | null {
  return award.id || award.number || award.title || award.url ? award : null;
}

/** Who paid, and for which grants. */
export function Funding(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <EntryList
      field="funding"
      label={fieldLabel('funding', trans)}
      entries={state.metadata.values.funding}
      make={key => ({ key, funder: { name: '' }, award: null })}
      onChange={funding => session.metadata.set({ funding })}
      add={trans.__('Add funding')}
      name={number => trans.__('Funding %1', number)}
    >
      {(one, field, set) => <Grant one={one} field={field} set={set} />}
    </EntryList>
  );
}

interface IGrantProps {
  one: IFunding;
  field: string;
  set: (change: Partial<IFunding>) => void;
}

function Grant({ one, field, set }: IGrantProps): JSX.Element {
  const { session, trans } = useForm();
  const { funder } = one;
  const award = one.award ?? emptyAward;
  // What is typed is no longer what was chosen from the list.
  const type = (change: Partial<IAward>) => {
    const { number, title, url } = { ...award, ...change };
    set({ award: orNone({ number, title, url }) });
  };
  return (
    <>
      <div className="jp-ZenodoPublisher-grid2">
        <TextLookUp
          field={`${field}.funder`}
          also={field}
          label={trans.__('Funder')}
          help={
            funder.id
              ? trans.__('ROR %1', funder.id)
              : trans.__('Type to search, or write it out')
          }
          list={trans.__('Funders')}
          value={funder.name}
          onChange={name => {
            if (name !== funder.name) {
              set({ funder: { name } });
            }
          }}
          search={(text, signal) => session.lookUps.funders(text, signal)}
          show={({ id, name, country }) => ({
            key: id,
            title: name,
            detail: countryName(country)
          })}
          onTake={({ id, name }) => set({ funder: { id, name } })}
        />
        <TextLookUp
          field={`${field}.award.number`}
          also={`${field}.award`}
          label={trans.__('Award number')}
          optional={trans.__('optional')}
          help={
            award.id
              ? trans.__('in the site’s list: %1', award.title)
              : trans.__('Type a number or acronym to search, or write it out')
          }
          list={trans.__('Awards')}
          value={award.number}
          onChange={number => {
            if (number !== award.number) {
              type(award.id ? { number, title: '', url: '' } : { number });
            }
          }}
          scope={funder.id}
          search={(text, signal) =>
            session.lookUps.awards(text, funder.id ?? '', signal)
          }
          show={found => ({
            key: found.id,
            title: found.acronym
              ? trans.__('%1: %2', found.acronym, found.title)
              : found.title,
            detail: [found.number, found.funder.name].filter(Boolean).join(', ')
          })}
          onTake={({ id, number, title, url, funder: payer }) =>
            set({
              award: { id, number, title, url },
              ...(payer.id && { funder: { id: payer.id, name: payer.name } })
            })
          }
        />
      </div>
      {!award.id && (
        <div className="jp-ZenodoPublisher-grid2">
          <CardField
            field={`${field}.award.title`}
            label={trans.__('Title of the award')}
            optional={trans.__('optional')}
            value={award.title}
            onChange={title => type({ title })}
          />
          <CardField
            field={`${field}.award.url`}
            label={trans.__('Web address of the award')}
            optional={trans.__('optional')}
            value={award.url}
            onChange={url => type({ url })}
          />
        </div>
      )}
    </>
  );
}
