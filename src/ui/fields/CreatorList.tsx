import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import { emptyCreator } from '../../core/metadata/empty';
import type { ICreator } from '../../core/metadata/model';
import { usePanel, useTarget } from '../context';
import { CreatorCard } from './CreatorCard';
import { creatorName, CreatorRow } from './CreatorRow';
import { FieldError } from './FieldError';
import { useField } from './useField';
import { useOrigin } from './useOrigin';

/** A key that no creator in the list has. */
function freshKey(creators: readonly ICreator[]): string {
  let number = creators.length + 1;
  while (creators.some(({ key }) => key === `new-${number}`)) {
    number += 1;
  }
  return `new-${number}`;
}

/** The creators in their order; the one being edited is a card. */
export function CreatorList(): JSX.Element {
  const { session, state, trans, prefix, target } = usePanel();
  const { creators } = state.metadata.values;
  const origin = useOrigin('creators');
  const own = useField('creators', false);
  const [editing, setEditing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const pending = useRef<string | null>(null);
  const handled = useRef<typeof target>(null);
  const add = useRef<HTMLButtonElement>(null);
  useTarget('metadata', 'creators', add);

  // A bare notebook starts with an empty card; typing makes it a creator.
  const shown =
    creators.length > 0 ? creators : [emptyCreator(freshKey(creators))];
  const openKey = creators.length > 0 ? editing : shown[0].key;

  const idOf = (key: string, part: string) =>
    `${prefix}-creator-${key}-${part}`;
  const focusLater = (id: string) => {
    pending.current = id;
  };
  useEffect(() => {
    if (pending.current !== null) {
      document.getElementById(pending.current)?.focus();
      pending.current = null;
    }
  });

  // Going to a part of a creator opens its card.
  useEffect(() => {
    // Only a new wish opens a card, not each change of the list.
    if (handled.current === target) {
      return;
    }
    handled.current = target;
    const index = /^creators\.(\d+)/.exec(target?.field ?? '')?.[1];
    if (target && !target.reached && index !== undefined) {
      setEditing(creators[Number(index)]?.key ?? null);
    }
  }, [target, creators]);

  const set = (next: readonly ICreator[]) =>
    session.metadata.set({ creators: next });
  const replace = (changed: ICreator) => {
    if (creators.length === 0) {
      setEditing(changed.key);
    }
    set(shown.map(one => (one.key === changed.key ? changed : one)));
  };
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    if (to < 0 || to >= creators.length) {
      return;
    }
    const next = [...creators];
    const [creator] = next.splice(index, 1);
    next.splice(to, 0, creator);
    focusLater(idOf(creator.key, by < 0 ? 'up' : 'down'));
    setSaid(
      trans.__(
        '%1 is now creator %2 of %3',
        creatorName(creator, trans),
        to + 1,
        next.length
      )
    );
    set(next);
  };
  const remove = (index: number) => {
    const next = creators.filter((_, at) => at !== index);
    const following = next[index] ?? next[next.length - 1];
    focusLater(
      following ? idOf(following.key, 'edit') : `${prefix}-add-creator`
    );
    setEditing(null);
    setSaid(trans.__('%1 is removed', creatorName(creators[index], trans)));
    set(next);
  };

  return (
    <fieldset
      className="jp-ZenodoPublisher-group"
      aria-describedby={own.aria['aria-describedby']}
    >
      <legend>{trans.__('Creators')}</legend>
      <ol className="jp-ZenodoPublisher-creators">
        {shown.map((creator, index) => (
          <li
            key={creator.key}
            className={
              creator.key === openKey
                ? 'jp-ZenodoPublisher-creator jp-ZenodoPublisher-creatorOpen'
                : 'jp-ZenodoPublisher-creator'
            }
          >
            {creator.key === openKey ? (
              <CreatorCard
                creator={creator}
                index={index}
                idOf={part => idOf(creator.key, part)}
                onChange={replace}
                onDone={
                  creators.length === 0
                    ? null
                    : () => {
                        setEditing(null);
                        focusLater(idOf(creator.key, 'edit'));
                      }
                }
                onRemove={creators.length === 0 ? null : () => remove(index)}
              />
            ) : (
              <CreatorRow
                creator={creator}
                index={index}
                count={creators.length}
                idOf={part => idOf(creator.key, part)}
                onEdit={() => {
                  setEditing(creator.key);
                  focusLater(idOf(creator.key, 'first'));
                }}
                onMove={by => move(index, by)}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      <FieldError field={own} />
      <p className="jp-ZenodoPublisher-options">
        <button
          ref={add}
          type="button"
          id={`${prefix}-add-creator`}
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          onClick={() => {
            const creator = emptyCreator(freshKey(creators));
            const card = creators.length > 0 ? creator : shown[0];
            focusLater(idOf(card.key, 'first'));
            setEditing(card.key);
            if (creators.length > 0) {
              set([...creators, creator]);
            }
          }}
        >
          {trans.__('Add creator')}
        </button>
      </p>
      {origin && <p className="jp-ZenodoPublisher-help">{origin}</p>}
      <p className="jp-ZenodoPublisher-hidden" aria-live="polite">
        {said}
      </p>
    </fieldset>
  );
}
