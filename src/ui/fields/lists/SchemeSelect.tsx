import * as React from 'react';
import { useRef } from 'react';
import { workSchemes } from '../../../core/metadata/identifiers/workSchemes';
import { useForm, useTarget } from '../../form';
import { FieldFrame } from '../FieldFrame';
import { useField } from '../useField';

interface ISchemeSelectProps {
  /** The field in the form's notation. */
  field: string;
  value: string;
  onChange: (value: string) => void;
}

/** The kind of an identifier, which is told from the identifier by itself. */
export function SchemeSelect({
  field,
  value,
  onChange
}: ISchemeSelectProps): JSX.Element {
  const { trans } = useForm();
  const select = useRef<HTMLSelectElement>(null);
  useTarget('metadata', field, select);
  const own = useField(field, false);
  return (
    <FieldFrame
      field={own}
      label={trans.__('Kind of identifier')}
      optional={trans.__('optional')}
    >
      <select
        ref={select}
        className="jp-mod-styled"
        id={own.id}
        value={value}
        onBlur={own.touch}
        onChange={event => onChange(event.target.value)}
        {...own.aria}
      >
        <option value="">{trans.__('found out by itself')}</option>
        {workSchemes(trans).map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
