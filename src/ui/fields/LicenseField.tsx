import * as React from 'react';
import { useRef, useState } from 'react';
import type { ILicense } from '../../core/metadata/model';
import { usePanel, useTarget } from '../context';
import { FieldFrame } from './FieldFrame';
import { focusLastPill, Pills } from './Pills';
import { useField } from './useField';
import { useLicenseSearch } from './useLicenseSearch';
import { useOrigin } from './useOrigin';

/** By what a licence is known within the list. */
function licenseKey({ id, own }: ILicense): string {
  return own ? own.key : id;
}

/** Licences of the site's vocabulary, found by typing. */
export function LicenseField(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { licenses } = state.metadata.values;
  const origin = useOrigin('licenses');
  const own = useField('licenses', true);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useTarget('metadata', 'licenses', input);

  const { status, found } = useLicenseSearch(
    session,
    state.account.site.id,
    isOpen ? text.trim() : null
  );
  const options = found.filter(({ id }) => licenses.every(l => l.id !== id));
  const shows = isOpen && options.length > 0;
  const listId = `${own.id}-list`;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (license: ILicense) => {
    session.metadata.set({ licenses: [...licenses, license] });
    setText('');
    close();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (shows) {
        const from = active < 0 && step < 0 ? 0 : active;
        setActive((from + step + options.length) % options.length);
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (shows && options[active] && !event.nativeEvent.isComposing) {
        take(options[active]);
      }
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else {
      focusLastPill(event, list);
    }
  };

  return (
    <FieldFrame
      field={own}
      label={trans.__('Licenses')}
      optional={trans.__('optional, but without one nobody may reuse it')}
      help={origin ?? trans.__('Type to search')}
    >
      <Pills
        label={trans.__('Chosen licences')}
        items={licenses.map(license => ({
          id: licenseKey(license),
          title: license.title
        }))}
        input={input}
        list={list}
        onRemove={id =>
          session.metadata.set({
            licenses: licenses.filter(license => licenseKey(license) !== id)
          })
        }
      />
      <input
        ref={input}
        className="jp-mod-styled"
        id={own.id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shows}
        aria-controls={listId}
        aria-activedescendant={
          shows && options[active] ? `${listId}-${active}` : undefined
        }
        value={text}
        autoComplete="off"
        onChange={event => {
          setText(event.target.value);
          setActive(-1);
          setOpen(event.target.value.trim() !== '');
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          own.touch();
        }}
        {...own.aria}
      />
      <ul
        className="jp-ZenodoPublisher-listbox"
        role="listbox"
        id={listId}
        aria-label={trans.__('Licences')}
        hidden={!shows}
      >
        {options.map((license, index) => (
          <li
            key={license.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            // The focus stays in the field, so that it does not close the list.
            onMouseDown={event => event.preventDefault()}
            onClick={() => take(license)}
          >
            <span>{license.title}</span>
            <span className="jp-ZenodoPublisher-small">{license.id}</span>
          </li>
        ))}
      </ul>
      <p className="jp-ZenodoPublisher-help" aria-live="polite">
        {isOpen && status === 'searching' && trans.__('Searching.')}
        {isOpen &&
          status === 'found' &&
          (options.length === 0
            ? trans.__('Nothing found for “%1”.', text.trim())
            : trans._n(
                '%1 licence found',
                '%1 licences found',
                options.length
              ))}
        {isOpen &&
          status === 'failed' &&
          trans.__(
            'Search is not available now. You can add a licence later, too.'
          )}
      </p>
    </FieldFrame>
  );
}
