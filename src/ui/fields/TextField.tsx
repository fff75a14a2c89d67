import * as React from 'react';
import { useRef } from 'react';
import type { MetadataField } from '../../core/metadata/model';
import { useTarget } from '../form';
import { FieldFrame } from './FieldFrame';
import { useField } from './useField';
import { useOrigin } from './useOrigin';

interface ITextFieldProps {
  field: MetadataField;
  label: string;
  optional?: string;
  value: string;
  /** Lines of a text of several lines. */
  rows?: number;
  onChange: (value: string) => void;
}

/** A line or some lines of text. */
export function TextField({
  field,
  label,
  optional,
  value,
  rows,
  onChange
}: ITextFieldProps): JSX.Element {
  const origin = useOrigin(field);
  const own = useField(field, origin !== null);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useTarget('metadata', field, input);
  const common = {
    ref: input,
    className: 'jp-mod-styled',
    id: own.id,
    value,
    onBlur: own.touch,
    ...own.aria
  };
  return (
    <FieldFrame field={own} label={label} optional={optional} from={field}>
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
