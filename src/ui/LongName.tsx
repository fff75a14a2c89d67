import * as React from 'react';

interface ILongNameProps {
  /** What is seen: the beginning of the name. */
  short: string;
  /** What a screen reader says. */
  long: string;
}

/**
 * A button's words, and its name for those who do not see where it stands. Text
 * and no `aria-label`: that would make it a second thing labelled as the field
 * which it names.
 */
export function LongName({ short, long }: ILongNameProps): JSX.Element {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="jp-ZenodoPublisher-hidden">{long}</span>
    </>
  );
}
