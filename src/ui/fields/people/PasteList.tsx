import * as React from 'react';
import { useId, useState } from 'react';
import type { ICreator } from '../../../core/metadata/model';
import { readPeople } from '../../../core/metadata/peopleList';
import { useForm } from '../../form';
import { useUnfolding } from '../../useUnfolding';
import type { IPeopleWords } from './peopleWords';

interface IPasteListProps {
  words: IPeopleWords;
  /** Those whose keys are taken. */
  taken: readonly ICreator[];
  onAdd: (people: readonly ICreator[]) => void;
  /** Tell those who listen. */
  say: (words: string) => void;
  /** The button beside it. */
  children: React.ReactNode;
}

/** Adds many people at once, from a list that was pasted. */
export function PasteList({
  words,
  taken,
  onAdd,
  say,
  children
}: IPasteListProps): JSX.Element {
  const { trans } = useForm();
  const { isOpen, id, button, toggle, close, onKeyDown } = useUnfolding();
  const [text, setText] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const field = useId();
  const keys = new Set(taken.map(({ key }) => key));
  let next = 0;
  const people = readPeople(text, () => {
    do {
      next += 1;
    } while (keys.has(`pasted-${next}`));
    return `pasted-${next}`;
  });
  return (
    <>
      <p className="jp-ZenodoPublisher-options">
        {children}
        <button
          ref={button}
          type="button"
          className="jp-ZenodoPublisher-link"
          aria-label={words.paste}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={toggle}
        >
          {trans.__('Paste a list…')}
        </button>
      </p>
      <div id={id} hidden={!isOpen} onKeyDown={onKeyDown}>
        {isOpen && (
          <div className="jp-ZenodoPublisher-entry">
            <div className="jp-ZenodoPublisher-field">
              <label htmlFor={field}>{trans.__('Names, one per line')}</label>
              <textarea
                id={field}
                className="jp-mod-styled"
                rows={4}
                value={text}
                aria-describedby={`${field}-help`}
                onChange={event => setText(event.target.value)}
              />
              <p className="jp-ZenodoPublisher-help" id={`${field}-help`}>
                {trans.__(
                  '“Silva, Ana” or “Ana Silva”, then, where you have them, ORCID and affiliation: Ana Silva; University of Évora; 0000-0002-1825-0097'
                )}
              </p>
              <p aria-live="polite" className="jp-ZenodoPublisher-help">
                {isEmpty &&
                  people.length === 0 &&
                  trans.__('There is no name in it yet.')}
              </p>
            </div>
            <p className="jp-ZenodoPublisher-options">
              <button
                type="button"
                className="jp-mod-styled jp-ZenodoPublisher-btn"
                onClick={() => {
                  if (people.length === 0) {
                    setEmpty(true);
                    return;
                  }
                  onAdd(people);
                  setText('');
                  say(
                    trans._n(
                      '%1 person added. Look at how the name was split.',
                      '%1 people added. Look at how the names were split.',
                      people.length
                    )
                  );
                  close();
                }}
              >
                {people.length === 0
                  ? trans.__('Add people')
                  : trans._n('Add %1 person', 'Add %1 people', people.length)}
              </button>
              <button
                type="button"
                className="jp-ZenodoPublisher-link"
                onClick={close}
              >
                {trans.__('Cancel')}
              </button>
            </p>
          </div>
        )}
      </div>
    </>
  );
}
