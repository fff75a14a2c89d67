import { useState } from 'react';
import { afterPress } from '../afterPress';
import { useForm } from '../form';
import { fieldErrors } from '../problems';

/** What a field says about itself to screen readers and eyes. */
export interface IFieldState {
  /** Id of the control. */
  readonly id: string;
  readonly errorId: string;
  readonly helpId: string;
  /** The objection to show; null while there is none or it would come too early. */
  readonly error: string | null;
  /** For the control: which objection describes it, and whether it is wrong. */
  readonly aria: {
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  };
  /** The user has been in the field. */
  touch(): void;
}

/**
 * The state of one field. Objections show once the user has left the field, or
 * has asked for publishing: what is not done yet is no error.
 *
 * @param also - a field that has no control of its own; its objections show here
 */
export function useField(
  field: string,
  hasHelp: boolean,
  also?: string
): IFieldState {
  const { state, prefix } = useForm();
  const [touched, setTouched] = useState(false);
  const errors = fieldErrors(state);
  const message = errors[field] ?? (also === undefined ? null : errors[also]);
  const error = message && (touched || state.asked) ? message : null;
  const id = `${prefix}-field-${field}`;
  const errorId = `${id}-error`;
  const helpId = `${id}-help`;
  const described = [error && errorId, hasHelp && helpId].filter(Boolean);
  return {
    id,
    errorId,
    helpId,
    error,
    aria: {
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described.join(' ') || undefined
    },
    touch: () => afterPress(() => setTouched(true))
  };
}
