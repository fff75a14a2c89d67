import * as React from 'react';
import { useEffect, useRef } from 'react';
import type { IPersonIdentifier } from '../../../core/metadata/model';
import { useForm, useTarget } from '../../form';
import { CardField } from '../CardField';
import { FieldError } from '../FieldError';
import { freshKey } from '../freshKey';
import { useField } from '../useField';

interface IPersonIdentifiersProps {
  /** The list in the form's notation. */
  field: string;
  identifiers: readonly IPersonIdentifier[];
  idOf: (part: string) => string;
  onChange: (identifiers: readonly IPersonIdentifier[]) => void;
}

/** Identifiers beside the ORCID: GND, ISNI, ROR. */
export function PersonIdentifiers({
  field,
  identifiers,
  idOf,
  onChange
}: IPersonIdentifiersProps): JSX.Element {
  const { trans } = useForm();
  const own = useField(field, false);
  const add = useRef<HTMLButtonElement>(null);
  useTarget('metadata', field, add);
  const pending = useRef<string | null>(null);
  useEffect(() => {
    if (pending.current !== null) {
      document.getElementById(pending.current)?.focus();
      pending.current = null;
    }
  });
  return (
    <div className="jp-ZenodoPublisher-group">
      {identifiers.map((one, at) => (
        <div key={one.key} className="jp-ZenodoPublisher-joined">
          <CardField
            id={idOf(`identifier-${one.key}`)}
            field={`${field}.${at}`}
            label={trans.__('Other identifier %1', at + 1)}
            help={trans.__('GND, ISNI, or ROR of an organisation')}
            value={one.identifier}
            onChange={identifier =>
              onChange(
                identifiers.map(other =>
                  // Which kind it is may be another one now.
                  other === one ? { ...one, identifier, scheme: '' } : other
                )
              )
            }
          />
          <button
            type="button"
            className="jp-ZenodoPublisher-link"
            aria-label={trans.__('Remove other identifier %1', at + 1)}
            onClick={() => {
              pending.current = idOf('add-identifier');
              onChange(identifiers.filter(other => other !== one));
            }}
          >
            {trans.__('Remove')}
          </button>
        </div>
      ))}
      <FieldError field={own} />
      <button
        ref={add}
        type="button"
        id={idOf('add-identifier')}
        className="jp-ZenodoPublisher-link"
        onClick={() => {
          const key = freshKey(identifiers);
          pending.current = idOf(`identifier-${key}`);
          onChange([...identifiers, { key, scheme: '', identifier: '' }]);
        }}
      >
        {trans.__('Add another identifier')}
      </button>
    </div>
  );
}
