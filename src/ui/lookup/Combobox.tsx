import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { afterPress } from '../afterPress';
import { useForm } from '../form';
import type { IFieldState } from '../fields/useField';
import { nextOption } from './listKeys';
import { Search, useLookUp } from './useLookUp';

/** How an entry is shown. */
export interface IShown {
  /** Unlike any other in the list. */
  readonly key: string;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly detail?: string;
}

interface IComboboxProps<T> {
  field: IFieldState;
  input: RefObject<HTMLInputElement>;
  /** The name of the list. */
  list: string;
  text: string;
  onText: (text: string) => void;
  search: Search<T>;
  /** What the answer depends on beside text and site. */
  scope?: string;
  show: (item: T) => IShown;
  onTake: (item: T) => void;
  /** The text may be used as it is: told when the user says so. */
  onTyped?: (text: string) => void;
  /** Down offers something before anything is typed. */
  offers?: boolean;
  /** Keys that mean nothing to the list. */
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void;
  onBlur?: () => void;
}

/** Fewer characters than this find too much. */
const SHORTEST = 2;

/**
 * A field that finds entries of the site's lists while the user types. The list
 * stands below it, in the flow; where the site can't be reached, it is a plain
 * field. Keys: arrows, Home and End move in the list, Enter takes, Escape closes.
 */
export function Combobox<T>(props: IComboboxProps<T>): JSX.Element {
  const { field, input, list, text, onText, show, onTake, onTyped } = props;
  const { state, trans } = useForm();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLUListElement>(null);
  const wanted = text.trim();
  const asks = wanted.length >= SHORTEST || (props.offers && wanted === '');
  const { status, found } = useLookUp(
    props.search,
    isOpen && asks ? wanted : null,
    `${state.account.site.id} ${props.scope ?? ''}`
  );
  const options = found.map(item => ({
    ...show(item),
    take: () => onTake(item)
  }));
  if (onTyped && wanted !== '' && options.length > 0) {
    options.push({
      key: '',
      title: trans.__('Use “%1” as typed', wanted),
      take: () => onTyped(wanted)
    });
  }
  const shows = isOpen && options.length > 0;
  const at = shows && active < options.length ? active : -1;
  const listId = `${field.id}-list`;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (index: number) => {
    close();
    options[index].take();
  };
  useEffect(() => {
    if (at >= 0) {
      box.current?.children[at]?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [at]);

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const { key, nativeEvent } = event;
    const next = nextOption(key, at, shows ? options.length : 0);
    if (nativeEvent.isComposing) {
      return;
    }
    if (next !== null) {
      event.preventDefault();
      setActive(next);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
    } else if (key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(at);
    } else if (key === 'Enter' && onTyped && wanted !== '') {
      event.preventDefault();
      close();
      onTyped(wanted);
    } else if (key === 'Enter') {
      event.preventDefault();
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else {
      props.onKeyDown?.(event);
    }
  };

  return (
    <>
      <input
        ref={input}
        className="jp-mod-styled"
        id={field.id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shows}
        aria-controls={listId}
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        value={text}
        autoComplete="off"
        onChange={event => {
          onText(event.target.value);
          setActive(-1);
          setOpen(event.target.value.trim() !== '');
        }}
        onKeyDown={onKeyDown}
        onBlur={() =>
          afterPress(() => {
            close();
            field.touch();
            props.onBlur?.();
          })
        }
        {...field.aria}
      />
      <ul
        ref={box}
        className="jp-ZenodoPublisher-listbox"
        role="listbox"
        id={listId}
        aria-label={list}
        hidden={!shows}
      >
        {options.map(({ key, title, detail }, index) => (
          <li
            key={key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            // The focus stays in the field, so that it does not close the list.
            onMouseDown={event => event.preventDefault()}
            onClick={() => take(index)}
          >
            <span>{title}</span>
            {detail && (
              <span className="jp-ZenodoPublisher-small">{detail}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="jp-ZenodoPublisher-help" aria-live="polite">
        {isOpen && status === 'searching' && trans.__('Searching.')}
        {isOpen &&
          status === 'found' &&
          (found.length === 0
            ? trans.__('Nothing found for “%1”.', wanted)
            : trans._n('%1 result', '%1 results', found.length))}
        {isOpen &&
          status === 'failed' &&
          (onTyped
            ? trans.__('Search is not available now. You can type it.')
            : trans.__(
                'Search is not available now. You can go on without it, and add this after publishing.'
              ))}
      </p>
    </>
  );
}
