import * as React from 'react';
import { useRef } from 'react';
import { useTarget } from '../context';
import { FieldFrame } from './FieldFrame';
import { useField } from './useField';

interface ICardFieldProps {
  id: string;
  /** The field in the form's notation: `creators.0.orcid`. */
  field: string;
  label: string;
  optional?: string;
  help?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A field of a creator's card. */
export function CardField({
  id,
  field,
  label,
  optional,
  help,
  value,
  onChange
}: ICardFieldProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useTarget('metadata', field, input);
  const own = useField(field, help !== undefined);
  return (
    <FieldFrame
      field={{ ...own, id }}
      label={label}
      optional={optional}
      help={help}
    >
      <input
        ref={input}
        className="jp-mod-styled"
        id={id}
        value={value}
        autoComplete="off"
        onBlur={own.touch}
        onChange={event => onChange(event.target.value)}
        {...own.aria}
      />
    </FieldFrame>
  );
}
