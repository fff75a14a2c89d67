import * as React from 'react';
import { useRef } from 'react';
import type { MetadataField } from '../../core/metadata/model';
import { useTarget } from '../form';
import { FieldFrame } from './FieldFrame';
import { useField } from './useField';
import { useOrigin } from './useOrigin';

interface ISelectFieldProps {
  field: MetadataField;
  label: string;
  value: string;
  options: readonly { readonly id: string; readonly title: string }[];
  onChange: (value: string) => void;
}

/** One of a list. */
export function SelectField({
  field,
  label,
  value,
  options,
  onChange
}: ISelectFieldProps): JSX.Element {
  const origin = useOrigin(field);
  const own = useField(field, origin !== null);
  const select = useRef<HTMLSelectElement>(null);
  useTarget('metadata', field, select);
  const known = options.some(option => option.id === value);
  return (
    <FieldFrame field={own} label={label} from={field}>
      <select
        ref={select}
        className="jp-mod-styled"
        id={own.id}
        value={value}
        onBlur={own.touch}
        onChange={event => onChange(event.target.value)}
        {...own.aria}
      >
        {!known && <option value={value}>{value}</option>}
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
