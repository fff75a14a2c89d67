import * as React from 'react';
import { useId, useRef } from 'react';
import type { Access, IEmbargo } from '../../core/metadata/model';
import { useForm, useTarget } from '../form';
import { fieldLabel } from '../fieldNames';
import { CardField } from './CardField';
import { FieldError } from './FieldError';
import { useField } from './useField';
import { Origin } from './Origin';

/** Who may see the files, and until when not. */
export function AccessField(): JSX.Element {
  const { session, state, trans } = useForm();
  const { access, embargo } = state.metadata.values;
  const own = useField('access', false);
  const name = useId();
  const chosen = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  useTarget('metadata', 'access', chosen);
  useTarget('metadata', 'embargo', first);
  const setEmbargo = (change: Partial<IEmbargo>) =>
    session.metadata.set({ embargo: { ...embargo, ...change } });
  const choice = (value: Access, words: string) => (
    <label>
      <input
        ref={access === value ? chosen : undefined}
        type="radio"
        name={name}
        checked={access === value}
        onChange={() => session.metadata.set({ access: value })}
      />{' '}
      {words}
    </label>
  );
  return (
    <div className="jp-ZenodoPublisher-group">
      <fieldset
        className="jp-ZenodoPublisher-choices"
        aria-describedby={own.aria['aria-describedby']}
      >
        <legend>{fieldLabel('access', trans)}</legend>
        {choice('public', trans.__('Public: everyone sees everything'))}
        {choice(
          'restricted-files',
          trans.__(
            'Restricted files: everyone sees the description, you decide who gets the files. Binder cannot open them'
          )
        )}
        {access === 'restricted-record' &&
          choice(
            'restricted-record',
            trans.__('Restricted record: you decide who sees anything of it')
          )}
      </fieldset>
      <FieldError field={own} />
      <Origin field="access" />
      {access !== 'public' && (
        <>
          <div className="jp-ZenodoPublisher-choices">
            <label>
              <input
                ref={first}
                type="checkbox"
                checked={embargo.active}
                onChange={event => setEmbargo({ active: event.target.checked })}
              />{' '}
              {trans.__('They become public by themselves on a day')}
            </label>
          </div>
          {embargo.active && (
            <div className="jp-ZenodoPublisher-grid2">
              <CardField
                field="embargo.until"
                label={fieldLabel('embargo', trans)}
                help={trans.__('The day on which it ends, as 2027-06-01')}
                value={embargo.until}
                onChange={until => setEmbargo({ until })}
              />
              <CardField
                field="embargo.reason"
                label={trans.__('Reason of the embargo')}
                optional={trans.__('optional')}
                value={embargo.reason}
                onChange={reason => setEmbargo({ reason })}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}
