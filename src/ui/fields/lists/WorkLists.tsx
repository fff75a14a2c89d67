import * as React from 'react';
import { useForm } from '../../form';
import { fieldLabel } from '../../fieldNames';
import { CardField } from '../CardField';
import { ListSelect } from '../ListSelect';
import { EntryList } from './EntryList';
import { SchemeSelect } from './SchemeSelect';

/** Links to other works. */
export function RelatedWorks(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <EntryList
      field="relatedWorks"
      label={fieldLabel('relatedWorks', trans)}
      help={trans.__('Papers, data and software that belong to this work')}
      entries={state.metadata.values.relatedWorks}
      make={key => ({
        key,
        identifier: '',
        scheme: '',
        relation: '',
        resourceType: ''
      })}
      onChange={relatedWorks => session.metadata.set({ relatedWorks })}
      add={trans.__('Add a related work')}
      name={number => trans.__('Related work %1', number)}
    >
      {(work, field, set) => (
        <div className="jp-ZenodoPublisher-grid2">
          <ListSelect
            field={`${field}.relation`}
            label={trans.__('This work …')}
            list="relations"
            value={work.relation}
            none={trans.__('Choose a relation')}
            onChange={relation => set({ relation })}
          />
          <CardField
            field={`${field}.identifier`}
            label={trans.__('DOI, web address or other identifier')}
            value={work.identifier}
            onChange={identifier => set({ identifier })}
          />
          <ListSelect
            field={`${field}.resourceType`}
            label={trans.__('What it is')}
            optional={trans.__('optional')}
            list="linkableTypes"
            value={work.resourceType}
            none={trans.__('not said')}
            onChange={resourceType => set({ resourceType })}
          />
          <SchemeSelect
            field={`${field}.scheme`}
            value={work.scheme}
            onChange={scheme => set({ scheme })}
          />
        </div>
      )}
    </EntryList>
  );
}

/** Works in the list of references. */
export function References(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <EntryList
      field="references"
      label={fieldLabel('references', trans)}
      entries={state.metadata.values.references}
      make={key => ({ key, reference: '', identifier: '', scheme: '' })}
      onChange={references => session.metadata.set({ references })}
      add={trans.__('Add a reference')}
      name={number => trans.__('Reference %1', number)}
    >
      {(one, field, set) => (
        <>
          <CardField
            field={`${field}.reference`}
            label={trans.__('The reference in full')}
            rows={2}
            value={one.reference}
            onChange={reference => set({ reference })}
          />
          <div className="jp-ZenodoPublisher-grid2">
            <CardField
              field={`${field}.identifier`}
              label={trans.__('DOI or other identifier')}
              optional={trans.__('optional')}
              value={one.identifier}
              onChange={identifier => set({ identifier })}
            />
            <SchemeSelect
              field={`${field}.scheme`}
              value={one.scheme}
              onChange={scheme => set({ scheme })}
            />
          </div>
        </>
      )}
    </EntryList>
  );
}

/** Other identifiers of the same work. */
export function AlternateIdentifiers(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <EntryList
      field="alternateIdentifiers"
      label={fieldLabel('alternateIdentifiers', trans)}
      help={trans.__('Under which this same work is known elsewhere')}
      entries={state.metadata.values.alternateIdentifiers}
      make={key => ({ key, identifier: '', scheme: '' })}
      onChange={alternateIdentifiers =>
        session.metadata.set({ alternateIdentifiers })
      }
      add={trans.__('Add an alternate identifier')}
      name={number => trans.__('Alternate identifier %1', number)}
    >
      {(one, field, set) => (
        <div className="jp-ZenodoPublisher-grid2">
          <CardField
            field={`${field}.identifier`}
            label={trans.__('Identifier')}
            value={one.identifier}
            onChange={identifier => set({ identifier })}
          />
          <SchemeSelect
            field={`${field}.scheme`}
            value={one.scheme}
            onChange={scheme => set({ scheme })}
          />
        </div>
      )}
    </EntryList>
  );
}
