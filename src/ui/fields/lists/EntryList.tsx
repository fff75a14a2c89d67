import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import type { MetadataField } from '../../../core/metadata/model';
import { useForm, useTarget } from '../../form';
import { FieldError } from '../FieldError';
import { freshKey } from '../freshKey';
import { useField } from '../useField';
import { Origin } from '../Origin';

interface IEntryListProps<T extends { readonly key: string }> {
  field: MetadataField;
  label: string;
  help?: string;
  entries: readonly T[];
  /** An entry that says nothing yet. */
  make: (key: string) => T;
  onChange: (entries: readonly T[]) => void;
  /** What the button says: `Add a date`. */
  add: string;
  /** The name of an entry: `Date 1`. */
  name: (number: number) => string;
  /** The fields of an entry. */
  children: (
    entry: T,
    /** The entry in the form's notation: `dates.0`. */
    field: string,
    set: (change: Partial<T>) => void
  ) => React.ReactNode;
}

/** A list of which each entry is a card of fields. */
export function EntryList<T extends { readonly key: string }>({
  field,
  label,
  help,
  entries,
  make,
  onChange,
  add,
  name,
  children
}: IEntryListProps<T>): JSX.Element {
  const { trans, prefix } = useForm();
  const own = useField(field, false);
  const button = useRef<HTMLButtonElement>(null);
  useTarget('metadata', field, button);
  const pending = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const idOf = (key: string) => `${prefix}-${field}-${key}`;
  useEffect(() => {
    if (pending.current !== null) {
      const card = document.getElementById(pending.current);
      const first = card?.querySelector<HTMLElement>('input, select, textarea');
      (first ?? button.current)?.focus();
      pending.current = null;
    }
  });
  const remove = (index: number) => {
    const rest = entries.filter((_, at) => at !== index);
    const next = rest[index] ?? rest[index - 1];
    pending.current = next ? idOf(next.key) : '';
    setSaid(trans.__('%1 is removed', name(index + 1)));
    onChange(rest);
  };
  return (
    <fieldset className="jp-ZenodoPublisher-group">
      <legend>{label}</legend>
      {help && <p className="jp-ZenodoPublisher-help">{help}</p>}
      {entries.length > 0 && (
        <ol className="jp-ZenodoPublisher-entries">
          {entries.map((entry, index) => (
            <li key={entry.key} id={idOf(entry.key)}>
              <fieldset className="jp-ZenodoPublisher-entry">
                <legend>{name(index + 1)}</legend>
                {children(entry, `${field}.${index}`, change =>
                  onChange(
                    entries.map(one =>
                      one.key === entry.key ? { ...one, ...change } : one
                    )
                  )
                )}
                <button
                  type="button"
                  className="jp-ZenodoPublisher-link"
                  aria-label={trans.__('Remove %1', name(index + 1))}
                  onClick={() => remove(index)}
                >
                  {trans.__('Remove')}
                </button>
              </fieldset>
            </li>
          ))}
        </ol>
      )}
      <FieldError field={own} />
      <p className="jp-ZenodoPublisher-options">
        <button
          ref={button}
          type="button"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => {
            const entry = make(freshKey(entries));
            pending.current = idOf(entry.key);
            onChange([...entries, entry]);
          }}
        >
          {add}
        </button>
      </p>
      <Origin field={field} />
      <p className="jp-ZenodoPublisher-hidden" aria-live="polite">
        {said}
      </p>
    </fieldset>
  );
}
