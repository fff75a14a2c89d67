import * as React from 'react';
import { useEffect, useRef } from 'react';
import type { ILicense, IOwnLicense } from '../../core/metadata/model';
import { useForm } from '../form';
import { PillField } from '../lookup/PillField';
import { CardField } from './CardField';
import { freshKey } from './freshKey';

/** Licences: of the site's list, or in words of one's own. */
export function LicenseField(): JSX.Element {
  const { session, state, trans, prefix } = useForm();
  const { licenses } = state.metadata.values;
  const set = (next: readonly ILicense[]) =>
    session.metadata.set({ licenses: next });
  const own = licenses.flatMap(license => license.own ?? []);
  const pending = useRef<string | null>(null);
  const idOf = (key: string) => `${prefix}-license-${key}`;
  useEffect(() => {
    if (pending.current !== null) {
      document.getElementById(pending.current)?.focus();
      pending.current = null;
    }
  });
  return (
    <div className="jp-ZenodoPublisher-group">
      <PillField
        field="licenses"
        label={trans.__('Licenses')}
        optional={trans.__('optional, but without one nobody may reuse it')}
        help={trans.__('Type to search, or press Down')}
        from="licenses"
        chosenLabel={trans.__('Chosen licences')}
        chosen={licenses.filter(license => !license.own)}
        onRemove={id => set(licenses.filter(one => one.own || one.id !== id))}
        list={trans.__('Licences')}
        search={(text, signal) => session.lookUps.licenses(text, signal)}
        show={({ id, title }) => ({ key: id, title, detail: id })}
        onTake={license => set([...licenses, license])}
        offers
      />
      {licenses.map(
        (license, index) =>
          license.own && (
            <OwnLicense
              key={license.own.key}
              id={idOf(license.own.key)}
              field={`licenses.${index}`}
              license={license}
              own={license.own}
              onChange={changed =>
                set(licenses.map(one => (one === license ? changed : one)))
              }
              onRemove={() => {
                pending.current = `${prefix}-add-license`;
                set(licenses.filter(one => one !== license));
              }}
            />
          )
      )}
      <button
        type="button"
        id={`${prefix}-add-license`}
        className="jp-ZenodoPublisher-link"
        onClick={() => {
          const key = freshKey(own);
          pending.current = idOf(key);
          const words: IOwnLicense = { key, description: '', link: '' };
          set([...licenses, { id: '', title: '', own: words }]);
        }}
      >
        {trans.__('Add a licence that is not in the list')}
      </button>
    </div>
  );
}

interface IOwnLicenseProps {
  id: string;
  field: string;
  license: ILicense;
  own: IOwnLicense;
  onChange: (license: ILicense) => void;
  onRemove: () => void;
}

function OwnLicense({
  id,
  field,
  license,
  own,
  onChange,
  onRemove
}: IOwnLicenseProps): JSX.Element {
  const { trans } = useForm();
  const set = (change: Partial<IOwnLicense>) =>
    onChange({ ...license, own: { ...own, ...change } });
  return (
    <fieldset className="jp-ZenodoPublisher-entry">
      <legend>{trans.__('A licence of your own')}</legend>
      <CardField
        id={id}
        field={`${field}.title`}
        label={trans.__('Name of the licence')}
        value={license.title}
        onChange={title => onChange({ ...license, title })}
      />
      <CardField
        field={`${field}.own.link`}
        label={trans.__('Web address of its text')}
        optional={trans.__('optional')}
        value={own.link}
        onChange={link => set({ link })}
      />
      <CardField
        field={`${field}.own.description`}
        label={trans.__('What it allows')}
        optional={trans.__('optional')}
        rows={2}
        value={own.description}
        onChange={description => set({ description })}
      />
      <button
        type="button"
        className="jp-ZenodoPublisher-link"
        aria-label={trans.__('Remove the licence of your own')}
        onClick={onRemove}
      >
        {trans.__('Remove')}
      </button>
    </fieldset>
  );
}
