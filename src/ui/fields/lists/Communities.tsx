import * as React from 'react';
import { useRef, useState } from 'react';
import type { ICommunity } from '../../../core/metadata/model';
import type { ITranslator } from '../../../core/text';
import { Icon } from '../../Icon';
import { useForm, useTarget } from '../../form';
import { fieldLabel } from '../../fieldNames';
import { Combobox } from '../../lookup/Combobox';
import { FieldFrame } from '../FieldFrame';
import { useField } from '../useField';

/** Who may submit, and whether somebody has to look at it first. */
export function communityRules(
  { submissionPolicy, reviewPolicy }: ICommunity,
  trans: ITranslator
): string[] {
  const submission = {
    open: trans.__('Takes submissions from everyone.'),
    closed: trans.__('Takes submissions from its members only.'),
    '': ''
  }[submissionPolicy];
  const review = {
    closed: trans.__('Its curators look at each before it is accepted.'),
    members: trans.__(
      'Its curators look at submissions of those who are not members.'
    ),
    open: trans.__(
      'Its curators and managers may publish without being looked at; all others are.'
    ),
    '': ''
  }[reviewPolicy];
  return [submission, review].filter(Boolean);
}

/** The communities to which the record is submitted. */
export function Communities(): JSX.Element {
  const { session, state, trans } = useForm();
  const { communities } = state.metadata.values;
  const own = useField('communities', true);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useTarget('metadata', 'communities', input);
  const set = (next: readonly ICommunity[]) =>
    session.metadata.set({ communities: next });
  return (
    <FieldFrame
      field={own}
      label={fieldLabel('communities', trans)}
      optional={trans.__('optional')}
      help={trans.__('Type to search')}
      from="communities"
    >
      {communities.length > 0 && (
        <ul
          className="jp-ZenodoPublisher-entries"
          aria-label={trans.__('Chosen communities')}
        >
          {communities.map((one, at) => (
            // Files may name one twice, of which nothing but the name is known.
            <li
              key={`${one.id || one.slug} ${at}`}
              className="jp-ZenodoPublisher-community"
            >
              <p>
                <b>{one.title}</b>
              </p>
              <button
                type="button"
                className="jp-ZenodoPublisher-icon"
                aria-label={trans.__('Remove %1', one.title)}
                title={trans.__('Remove')}
                onClick={() => {
                  set(communities.filter(other => other !== one));
                  input.current?.focus();
                }}
              >
                <Icon name="remove" />
              </button>
              <p className="jp-ZenodoPublisher-small">
                {communityRules(one, trans).join(' ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        field={own}
        input={input}
        list={trans.__('Communities')}
        text={text}
        onText={setText}
        search={async (query, signal) => {
          const found = await session.lookUps.communities(query, signal);
          return found.filter(one =>
            communities.every(({ id, slug }) =>
              id ? id !== one.id : slug !== one.slug
            )
          );
        }}
        show={one => ({
          key: one.id,
          title: one.title,
          detail: communityRules(one, trans).join(' ')
        })}
        onTake={one => {
          setText('');
          set([...communities, one]);
        }}
      />
    </FieldFrame>
  );
}
