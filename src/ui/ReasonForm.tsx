import * as React from 'react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon';
import { usePanel } from './context';
import { useMending } from './mending';
import { isSecret } from './sectionFindings';
import type { IKeyedFinding } from './sectionFindings';
import type { IUnfolding } from './useUnfolding';

interface IReasonFormProps {
  one: IKeyedFinding;
  unfolding: IUnfolding;
}

/** Asks why to go on in spite of what stops the upload. */
export function ReasonForm({ one, unfolding }: IReasonFormProps): JSX.Element {
  const { trans } = usePanel();
  const { busy, accept } = useMending();
  const input = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { id, onKeyDown } = unfolding;
  // It was asked for: the next thing is to type.
  useEffect(() => input.current?.focus(), []);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const words = reason.trim();
    setMissing(words === '');
    if (words === '') {
      input.current?.focus();
    } else if (!busy) {
      accept(one, words);
    }
  };
  return (
    <form
      className="jp-ZenodoPublisher-fix"
      id={id}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <div className="jp-ZenodoPublisher-field">
        <label htmlFor={`${id}-reason`}>
          {isSecret(one.finding)
            ? trans.__('Why is it not a secret?')
            : trans.__('Why is it all right to go on?')}
        </label>
        <input
          ref={input}
          className="jp-mod-styled"
          id={`${id}-reason`}
          value={reason}
          required
          maxLength={300}
          autoComplete="off"
          aria-invalid={isMissing || undefined}
          aria-describedby={`${id}-error`}
          onChange={event => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
        <div id={`${id}-error`} aria-live="polite">
          {isMissing && (
            <p className="jp-ZenodoPublisher-fieldError">
              <Icon name="stop" tone="error" />
              <span>{trans.__('Write a few words.')}</span>
            </p>
          )}
        </div>
      </div>
      <p className="jp-ZenodoPublisher-options">
        <button
          type="submit"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          aria-disabled={busy !== null || undefined}
        >
          {trans.__('Go on with it')}
        </button>
      </p>
    </form>
  );
}
