import * as React from 'react';
import { useEffect, useRef } from 'react';
import type { ListName } from '../../session/lists/lists';
import { useForm, useTarget } from '../form';
import { FieldFrame } from './FieldFrame';
import { useField } from './useField';

interface IListSelectProps {
  /** The field in the form's notation. */
  field: string;
  label: string;
  optional?: string;
  list: ListName;
  value: string;
  /** What the empty choice says. */
  none: string;
  onChange: (value: string) => void;
}

/** One of the site's short lists. */
export function ListSelect({
  field,
  label,
  optional,
  list,
  value,
  none,
  onChange
}: IListSelectProps): JSX.Element {
  const { session, state } = useForm();
  const own = useField(field, false);
  const select = useRef<HTMLSelectElement>(null);
  useTarget('metadata', field, select);
  const { site, status } = state.account;
  // A guest's questions are kept to the titles of what files name (CONTRIBUTING):
  // a whole list only because its field is there can wait for the sign-in.
  const mayAsk = status === 'signed-in';
  useEffect(() => {
    if (mayAsk) {
      void session.lookUps.loadList(list);
    }
  }, [session, list, site.id, mayAsk]);
  const options = state.metadata.lists[list];
  const known = value === '' || options.some(({ id }) => id === value);
  return (
    <FieldFrame field={own} label={label} optional={optional}>
      <select
        ref={select}
        className="jp-mod-styled"
        id={own.id}
        value={value}
        onBlur={own.touch}
        onChange={event => onChange(event.target.value)}
        {...own.aria}
      >
        <option value="">{none}</option>
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
