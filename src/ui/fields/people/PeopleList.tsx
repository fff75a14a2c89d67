import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import { emptyCreator } from '../../../core/metadata/empty';
import type { ICreator } from '../../../core/metadata/model';
import { useForm, useTarget } from '../../form';
import { FieldError } from '../FieldError';
import { freshKey } from '../freshKey';
import { useField } from '../useField';
import { Origin } from '../Origin';
import { PasteList } from './PasteList';
import { PersonCard } from './PersonCard';
import { PersonRow } from './PersonRow';
import { PeopleField, peopleWords, personName } from './peopleWords';

interface IPeopleListProps {
  field: PeopleField;
  /** There must be somebody: an empty list starts with an empty card. */
  required: boolean;
}

/** Creators or contributors in their order; the one being edited is a card. */
export function PeopleList({ field, required }: IPeopleListProps): JSX.Element {
  const { session, state, trans, prefix, target } = useForm();
  const people = state.metadata.values[field];
  const words = peopleWords(field, trans);
  const own = useField(field, false);
  const [editing, setEditing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const pending = useRef<string | null>(null);
  const handled = useRef<typeof target>(null);
  const add = useRef<HTMLButtonElement>(null);
  useTarget('metadata', field, add);

  // A bare notebook starts with an empty card; typing makes it a creator.
  const isBare = required && people.length === 0;
  const shown = isBare ? [emptyCreator(freshKey(people))] : people;
  const openKey = isBare ? shown[0].key : editing;

  const idOf = (key: string, part: string) =>
    `${prefix}-${field}-${key}-${part}`;
  const focusLater = (id: string) => {
    pending.current = id;
  };
  useEffect(() => {
    if (pending.current !== null) {
      document.getElementById(pending.current)?.focus();
      pending.current = null;
    }
  });

  // Going to a part of a person opens the card.
  useEffect(() => {
    // Only a new wish opens a card, not each change of the list.
    if (handled.current === target) {
      return;
    }
    handled.current = target;
    const [list, index] = target?.field.split('.') ?? [];
    if (target && !target.reached && list === field && index !== undefined) {
      setEditing(people[Number(index)]?.key ?? null);
    }
  }, [target, people, field]);

  const set = (next: readonly ICreator[]) =>
    session.metadata.set({ [field]: next });
  const replace = (changed: ICreator) => {
    if (isBare) {
      setEditing(changed.key);
    }
    set(shown.map(one => (one.key === changed.key ? changed : one)));
  };
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    if (to < 0 || to >= people.length) {
      return;
    }
    const next = [...people];
    const [person] = next.splice(index, 1);
    next.splice(to, 0, person);
    focusLater(idOf(person.key, by < 0 ? 'up' : 'down'));
    setSaid(words.moved(personName(person, trans), to + 1, next.length));
    set(next);
  };
  const remove = (index: number) => {
    const next = people.filter((_, at) => at !== index);
    const following = next[index] ?? next[next.length - 1];
    focusLater(
      following ? idOf(following.key, 'edit') : `${prefix}-add-${field}`
    );
    setEditing(null);
    setSaid(trans.__('%1 is removed', personName(people[index], trans)));
    set(next);
  };

  return (
    <fieldset
      className="jp-ZenodoPublisher-group"
      aria-describedby={own.aria['aria-describedby']}
    >
      <legend>{words.title}</legend>
      {shown.length > 0 && (
        <ol className="jp-ZenodoPublisher-creators">
          {shown.map((person, index) => (
            <li
              key={person.key}
              className={
                person.key === openKey
                  ? 'jp-ZenodoPublisher-creator jp-ZenodoPublisher-creatorOpen'
                  : 'jp-ZenodoPublisher-creator'
              }
            >
              {person.key === openKey ? (
                <PersonCard
                  list={field}
                  person={person}
                  index={index}
                  idOf={part => idOf(person.key, part)}
                  onChange={replace}
                  onDone={
                    isBare
                      ? null
                      : () => {
                          setEditing(null);
                          focusLater(idOf(person.key, 'edit'));
                        }
                  }
                  onRemove={isBare ? null : () => remove(index)}
                />
              ) : (
                <PersonRow
                  list={field}
                  person={person}
                  index={index}
                  count={people.length}
                  idOf={part => idOf(person.key, part)}
                  onEdit={() => {
                    setEditing(person.key);
                    focusLater(idOf(person.key, 'first'));
                  }}
                  onMove={by => move(index, by)}
                  onRemove={() => remove(index)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <FieldError field={own} />
      <PasteList
        words={words}
        taken={people}
        say={setSaid}
        onAdd={added => {
          setEditing(null);
          set([...people, ...added]);
        }}
      >
        <button
          ref={add}
          type="button"
          id={`${prefix}-add-${field}`}
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => {
            const person = isBare ? shown[0] : emptyCreator(freshKey(people));
            focusLater(idOf(person.key, 'first'));
            setEditing(person.key);
            if (!isBare) {
              set([...people, person]);
            }
          }}
        >
          {words.add}
        </button>
      </PasteList>
      <Origin field={field} />
      <p className="jp-ZenodoPublisher-hidden" aria-live="polite">
        {said}
      </p>
    </fieldset>
  );
}
