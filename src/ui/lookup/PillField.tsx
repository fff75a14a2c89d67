import * as React from 'react';
import { useRef, useState } from 'react';
import type { MetadataField } from '../../core/metadata/model';
import { useTarget } from '../form';
import { FieldFrame } from '../fields/FieldFrame';
import { focusLastPill, Pills } from '../fields/Pills';
import { useField } from '../fields/useField';
import { Combobox, IShown } from './Combobox';
import type { Search } from './useLookUp';

interface IPillFieldProps<T> {
  /** The field in the form's notation. */
  field: string;
  label: string;
  optional?: string;
  help: string;
  /** The field whose origin is said instead of the help, where it has one. */
  from?: MetadataField;
  /** The name of what was chosen. */
  chosenLabel: string;
  chosen: readonly { readonly id: string; readonly title: string }[];
  onRemove: (id: string) => void;
  /** The name of the list. */
  list: string;
  search: Search<T>;
  show: (item: T) => IShown;
  onTake: (item: T) => void;
  onTyped?: (text: string) => void;
  offers?: boolean;
  /** What stands below. */
  children?: React.ReactNode;
}

/** Several entries of a list, found by typing. */
export function PillField<T>(props: IPillFieldProps<T>): JSX.Element {
  const { field, label, optional, help, from, chosen, onTake, onTyped } = props;
  const own = useField(field, true);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const pills = useRef<HTMLUListElement>(null);
  useTarget('metadata', field, input);
  const typed =
    onTyped &&
    ((value: string) => {
      setText('');
      onTyped(value);
    });
  return (
    <FieldFrame
      field={own}
      label={label}
      optional={optional}
      help={help}
      from={from}
    >
      <Pills
        label={props.chosenLabel}
        items={chosen}
        input={input}
        list={pills}
        onRemove={props.onRemove}
      />
      <Combobox
        field={own}
        input={input}
        list={props.list}
        text={text}
        onText={setText}
        search={async (query, signal) => {
          const found = await props.search(query, signal);
          const has = (key: string) => chosen.some(({ id }) => id === key);
          return found.filter(item => !has(props.show(item).key));
        }}
        show={props.show}
        onTake={item => {
          setText('');
          onTake(item);
        }}
        onTyped={typed}
        offers={props.offers}
        onKeyDown={event => focusLastPill(event, pills)}
        onBlur={() => {
          // What was typed is meant; it is not lost by clicking elsewhere.
          if (text.trim() !== '') {
            typed?.(text.trim());
          }
        }}
      />
      {props.children}
    </FieldFrame>
  );
}
