import * as React from 'react';
import type { TextFormat } from '../../../core/metadata/model';
import { useForm } from '../../form';
import { fieldLabel } from '../../fieldNames';
import { LanguageField } from '../../lookup/LanguageField';
import { CardField } from '../CardField';
import { DescriptionField } from '../DescriptionField';
import { ListSelect } from '../ListSelect';
import { EntryList } from './EntryList';

/** Titles beside the main one. */
export function AdditionalTitles(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <EntryList
      field="additionalTitles"
      label={fieldLabel('additionalTitles', trans)}
      entries={state.metadata.values.additionalTitles}
      make={key => ({ key, title: '', type: '', language: null })}
      onChange={additionalTitles => session.metadata.set({ additionalTitles })}
      add={trans.__('Add a title')}
      name={number => trans.__('Additional title %1', number)}
    >
      {(one, field, set) => (
        <>
          <CardField
            field={`${field}.title`}
            label={trans.__('Wording')}
            value={one.title}
            onChange={title => set({ title })}
          />
          <div className="jp-ZenodoPublisher-grid2">
            <ListSelect
              field={`${field}.type`}
              label={trans.__('Kind of title')}
              list="titleTypes"
              value={one.type}
              none={trans.__('Choose a kind')}
              onChange={type => set({ type })}
            />
            <LanguageField
              field={`${field}.language`}
              value={one.language}
              onChange={language => set({ language })}
            />
          </div>
        </>
      )}
    </EntryList>
  );
}

/** Descriptions beside the main one: methods, notes … */
export function AdditionalDescriptions(): JSX.Element {
  const { session, state, trans } = useForm();
  const format: TextFormat = 'text';
  return (
    <EntryList
      field="additionalDescriptions"
      label={fieldLabel('additionalDescriptions', trans)}
      help={trans.__('Methods, technical information, notes')}
      entries={state.metadata.values.additionalDescriptions}
      make={key => ({
        key,
        description: '',
        format,
        type: '',
        language: null
      })}
      onChange={additionalDescriptions =>
        session.metadata.set({ additionalDescriptions })
      }
      add={trans.__('Add a description')}
      name={number => trans.__('Additional description %1', number)}
    >
      {(one, field, set) => (
        <>
          <DescriptionField
            field={`${field}.description`}
            label={trans.__('Text')}
            text={one.description}
            format={one.format}
            onChange={(description, written) =>
              set({ description, format: written })
            }
          />
          <div className="jp-ZenodoPublisher-grid2">
            <ListSelect
              field={`${field}.type`}
              label={trans.__('Kind of description')}
              list="descriptionTypes"
              value={one.type}
              none={trans.__('Choose a kind')}
              onChange={type => set({ type })}
            />
            <LanguageField
              field={`${field}.language`}
              value={one.language}
              onChange={language => set({ language })}
            />
          </div>
        </>
      )}
    </EntryList>
  );
}

/** Dates of the work beside that of its publication. */
export function Dates(): JSX.Element {
  const { session, state, trans } = useForm();
  return (
    <EntryList
      field="dates"
      label={fieldLabel('dates', trans)}
      entries={state.metadata.values.dates}
      make={key => ({ key, date: '', type: '', description: '' })}
      onChange={dates => session.metadata.set({ dates })}
      add={trans.__('Add a date')}
      name={number => trans.__('Date %1', number)}
    >
      {(one, field, set) => (
        <div className="jp-ZenodoPublisher-grid3">
          <CardField
            field={`${field}.date`}
            label={trans.__('Date or interval')}
            help={trans.__('2026-11-21, 2026-11, 2026 or 2026-01/2026-03')}
            value={one.date}
            onChange={date => set({ date })}
          />
          <ListSelect
            field={`${field}.type`}
            label={trans.__('Kind of date')}
            list="dateTypes"
            value={one.type}
            none={trans.__('Choose a kind')}
            onChange={type => set({ type })}
          />
          <CardField
            field={`${field}.description`}
            label={trans.__('Note')}
            optional={trans.__('optional')}
            value={one.description}
            onChange={description => set({ description })}
          />
        </div>
      )}
    </EntryList>
  );
}
