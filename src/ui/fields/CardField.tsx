import * as React from 'react';
import { useRef } from 'react';
import { useTarget } from '../form';
import { FieldFrame } from './FieldFrame';
import { useField } from './useField';

interface ICardFieldProps {
  /** Where the focus is put from elsewhere; else it is made of `field`. */
  id?: string;
  /** The field in the form's notation: `creators.0.orcid`. */
  field: string;
  label: string;
  optional?: string;
  help?: string;
  value: string;
  /** Lines of a text of several lines. */
  rows?: number;
  onChange: (value: string) => void;
}

/** A field of text that is part of a card or group. */
export function CardField({
  id,
  field,
  label,
  optional,
  help,
  value,
  rows,
  onChange
}: ICardFieldProps): JSX.Element {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useTarget('metadata', field, input);
  const own = useField(field, help !== undefined);
  const common = {
    ref: input,
    className: 'jp-mod-styled',
    id: id ?? own.id,
    value,
    onBlur: own.touch,
    ...own.aria
  };
  return (
    <FieldFrame
      field={{ ...own, id: common.id }}
      label={label}
      optional={optional}
      help={help}
    >
      {rows === undefined ? (
        <input
          {...common}
          autoComplete="off"
          onChange={event => onChange(event.target.value)}
        />
      ) : (
        <textarea
          {...common}
          rows={rows}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
