import * as React from 'react';
import { useRef, useState } from 'react';
import { usePanel, useTarget } from '../context';
import { FieldFrame } from './FieldFrame';
import { focusLastPill, Pills } from './Pills';
import { useField } from './useField';
import { useOrigin } from './useOrigin';

/** Keywords: typed, one after the other. */
export function KeywordField(): JSX.Element {
  const { session, state, trans } = usePanel();
  const { keywords } = state.metadata.values;
  const origin = useOrigin('keywords');
  const own = useField('keywords', true);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useTarget('metadata', 'keywords', input);
  const add = () => {
    const keyword = text.trim();
    if (keyword && !keywords.includes(keyword)) {
      session.metadata.set({ keywords: [...keywords, keyword] });
    }
    setText('');
  };
  return (
    <FieldFrame
      field={own}
      label={trans.__('Keywords and subjects')}
      optional={trans.__('optional')}
      help={origin ?? trans.__('Press Enter after each')}
    >
      <Pills
        label={trans.__('Chosen keywords')}
        items={keywords.map(keyword => ({ id: keyword, title: keyword }))}
        input={input}
        list={list}
        onRemove={id =>
          session.metadata.set({
            keywords: keywords.filter(keyword => keyword !== id)
          })
        }
      />
      <input
        ref={input}
        className="jp-mod-styled"
        id={own.id}
        value={text}
        autoComplete="off"
        onChange={event => setText(event.target.value)}
        onBlur={() => {
          // What was typed is meant; it is not lost by clicking elsewhere.
          add();
          own.touch();
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add();
          } else {
            focusLastPill(event, list);
          }
        }}
        {...own.aria}
      />
    </FieldFrame>
  );
}
