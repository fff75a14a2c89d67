import * as React from 'react';
import { useId, useState } from 'react';
import { useTrans } from '../context';

interface IAnswerFormProps {
  /** The community's title, or ''. */
  community: string;
  isBusy: boolean;
  /** Answers false where it did not arrive: then the text stays. */
  onSend: (text: string) => Promise<boolean>;
}

/** As many characters as anybody reads. */
const LONGEST = 5000;

/** A field to write to the curators. */
export function AnswerForm({
  community,
  isBusy,
  onSend
}: IAnswerFormProps): JSX.Element {
  const trans = useTrans();
  const id = useId();
  const [text, setText] = useState('');
  const [isSent, setSent] = useState(false);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (text.trim() && !isBusy) {
      void onSend(text).then(arrived => {
        setSent(arrived);
        setText(now => (arrived ? '' : now));
      });
    }
  };
  return (
    <form className="jp-ZenodoPublisher-answer" onSubmit={submit}>
      <label htmlFor={id}>
        {community
          ? trans.__('Write to the curators of “%1”', community)
          : trans.__('Write to the curators')}
      </label>
      <textarea
        className="jp-mod-styled"
        id={id}
        rows={2}
        maxLength={LONGEST}
        value={text}
        onChange={event => {
          setText(event.target.value);
          setSent(false);
        }}
      />
      <p className="jp-ZenodoPublisher-links">
        <button
          type="submit"
          className="jp-mod-styled jp-ZenodoPublisher-btn"
          aria-disabled={!text.trim() || isBusy || undefined}
        >
          {trans.__('Send')}
        </button>
        <span aria-live="polite">{isSent && trans.__('Sent.')}</span>
      </p>
    </form>
  );
}
