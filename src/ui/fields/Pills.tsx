import * as React from 'react';
import type { RefObject } from 'react';
import { Icon } from '../Icon';
import { useForm } from '../form';

interface IPillsProps {
  label: string;
  items: readonly { readonly id: string; readonly title: string }[];
  /** The field to which the focus goes when the last one is gone. */
  input: RefObject<HTMLInputElement>;
  /** The list, so that Backspace in the field can move to the last one. */
  list: RefObject<HTMLUListElement>;
  onRemove: (id: string) => void;
}

/** What has been chosen, each with a button that takes it away. */
export function Pills({
  label,
  items,
  input,
  list,
  onRemove
}: IPillsProps): JSX.Element | null {
  const { trans } = useForm();
  const remove = (index: number) => {
    const buttons = list.current?.querySelectorAll('button') ?? [];
    const next = buttons[index + 1] ?? buttons[index - 1];
    onRemove(items[index].id);
    (next ?? input.current)?.focus();
  };
  if (items.length === 0) {
    return null;
  }
  return (
    <ul ref={list} className="jp-ZenodoPublisher-pills" aria-label={label}>
      {items.map((item, index) => (
        <li key={item.id}>
          {item.title}
          <button
            type="button"
            className="jp-ZenodoPublisher-icon"
            aria-label={trans.__('Remove %1', item.title)}
            title={trans.__('Remove')}
            onClick={() => remove(index)}
            onKeyDown={event => {
              if (event.key === 'Delete' || event.key === 'Backspace') {
                event.preventDefault();
                remove(index);
              }
            }}
          >
            <Icon name="remove" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Backspace in an empty field moves to the last of what has been chosen. */
export function focusLastPill(
  event: React.KeyboardEvent<HTMLInputElement>,
  list: RefObject<HTMLUListElement>
): boolean {
  if (event.key !== 'Backspace' || event.currentTarget.value !== '') {
    return false;
  }
  const buttons = list.current?.querySelectorAll('button');
  buttons?.[buttons.length - 1]?.focus();
  event.preventDefault();
  return true;
}
