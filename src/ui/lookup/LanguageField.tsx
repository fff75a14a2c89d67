import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import type { IChoice } from '../../core/metadata/model';
import { useForm, useTarget } from '../form';
import { FieldFrame } from '../fields/FieldFrame';
import { useField } from '../fields/useField';
import { Combobox } from './Combobox';

interface ILanguageFieldProps {
  /** The field in the form's notation. */
  field: string;
  value: IChoice | null;
  onChange: (value: IChoice | null) => void;
}

/** The language of a text: one of the site's, or none. */
export function LanguageField({
  field,
  value,
  onChange
}: ILanguageFieldProps): JSX.Element {
  const { session, trans } = useForm();
  const input = useRef<HTMLInputElement>(null);
  useTarget('metadata', field, input);
  const own = useField(field, true);
  const title = value?.title ?? '';
  const [text, setText] = useState(title);
  useEffect(() => setText(title), [title]);
  return (
    <FieldFrame
      field={own}
      label={trans.__('Language')}
      optional={trans.__('optional')}
      help={trans.__('Type to search')}
    >
      <Combobox
        field={own}
        input={input}
        list={trans.__('Languages')}
        text={text}
        onText={typed => {
          setText(typed);
          if (typed.trim() === '') {
            onChange(null);
          }
        }}
        search={(query, signal) => session.lookUps.languages(query, signal)}
        show={({ id, title: name }) => ({ key: id, title: name, detail: id })}
        onTake={found => {
          setText(found.title);
          onChange(found);
        }}
        // What was not found is not sent, and so it does not stay.
        onBlur={() => setText(title)}
      />
    </FieldFrame>
  );
}
