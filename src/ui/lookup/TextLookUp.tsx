import * as React from 'react';
import { useRef } from 'react';
import { useTarget } from '../form';
import { FieldFrame } from '../fields/FieldFrame';
import { useField } from '../fields/useField';
import { Combobox, IShown } from './Combobox';
import type { Search } from './useLookUp';

interface ITextLookUpProps<T> {
  /** Where the focus is put from elsewhere; else it is made of `field`. */
  id?: string;
  /** The field in the form's notation. */
  field: string;
  /** A field that has no control of its own; its objections show here. */
  also?: string;
  label: string;
  optional?: string;
  help: string;
  /** The name of the list. */
  list: string;
  value: string;
  onChange: (value: string) => void;
  search: Search<T>;
  scope?: string;
  show: (item: T) => IShown;
  onTake: (item: T) => void;
}

/** A text that may be an entry of a list, and may be another one. */
export function TextLookUp<T>(props: ITextLookUpProps<T>): JSX.Element {
  const { field, label, optional, help, value, onChange } = props;
  const input = useRef<HTMLInputElement>(null);
  useTarget('metadata', field, input);
  useTarget('metadata', props.also ?? field, input);
  const own = useField(field, true, props.also);
  const shown = { ...own, id: props.id ?? own.id };
  return (
    <FieldFrame field={shown} label={label} optional={optional} help={help}>
      <Combobox
        field={shown}
        input={input}
        list={props.list}
        text={value}
        onText={onChange}
        search={props.search}
        scope={props.scope}
        show={props.show}
        onTake={props.onTake}
        // It is the value already; the list only closes.
        onTyped={onChange}
      />
    </FieldFrame>
  );
}
