import * as React from 'react';
import { usePanel } from './context';

/** One of the answers, with what follows from it. */
export interface IRadioChoice<T> {
  readonly value: T;
  readonly label: string;
  readonly help: string;
}

interface IRadioChoicesProps<T> {
  /** Tells these buttons from others in the panel; the same at each drawing. */
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly IRadioChoice<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly className?: string;
  /** The id of more words about it. */
  readonly describedBy?: string;
  /** After the answers. */
  readonly children?: React.ReactNode;
}

/** A question with few answers, each of which says what follows from it. */
export function RadioChoices<T extends string | boolean>(
  props: IRadioChoicesProps<T>
): JSX.Element {
  const { prefix } = usePanel();
  const { name, legend, choices, value, onChoose, children } = props;
  const { className = '', describedBy } = props;
  return (
    <fieldset
      className={`jp-ZenodoPublisher-choices ${className}`.trim()}
      aria-describedby={describedBy}
    >
      <legend>{legend}</legend>
      {choices.map(choice => (
        <label key={String(choice.value)}>
          <input
            type="radio"
            name={`${prefix}-${name}`}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            {choice.label}
            <span className="jp-ZenodoPublisher-help">{choice.help}</span>
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
