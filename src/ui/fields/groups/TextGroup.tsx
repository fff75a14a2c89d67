import * as React from 'react';
import { useForm } from '../../form';
import { CardField } from '../CardField';

interface ITextGroupProps<T extends { readonly [name in keyof T]: string }> {
  /** The group in the form's notation. */
  field: string;
  label: string;
  value: T;
  /** The fields in their order, with their labels. */
  fields: readonly (readonly [name: keyof T & string, label: string])[];
  onChange: (value: T) => void;
}

/** Fields of text that belong together and need not be filled in. */
export function TextGroup<T extends { readonly [name in keyof T]: string }>({
  field,
  label,
  value,
  fields,
  onChange
}: ITextGroupProps<T>): JSX.Element {
  const { trans } = useForm();
  return (
    <fieldset className="jp-ZenodoPublisher-group">
      <legend>{label}</legend>
      <div className="jp-ZenodoPublisher-grid2">
        {fields.map(([name, words]) => (
          <CardField
            key={name}
            field={`${field}.${name}`}
            label={words}
            optional={trans.__('optional')}
            value={value[name]}
            onChange={text => onChange({ ...value, [name]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
}
