import * as React from 'react';
import { FieldError } from './FieldError';
import type { IFieldState } from './useField';

interface IFieldFrameProps {
  field: IFieldState;
  label: string;
  /** Words beside the label of a field that need not be filled in. */
  optional?: string;
  /** Help or origin, below the control. */
  help?: string | null;
  children: React.ReactNode;
}

/** A label, a control, what is wrong with it, and where its value came from. */
export function FieldFrame({
  field,
  label,
  optional,
  help,
  children
}: IFieldFrameProps): JSX.Element {
  return (
    <div className="jp-ZenodoPublisher-field">
      <div className="jp-ZenodoPublisher-labelRow">
        <label htmlFor={field.id}>{label}</label>
        {optional && <span className="jp-ZenodoPublisher-opt">{optional}</span>}
      </div>
      {children}
      <FieldError field={field} />
      {help && (
        <p className="jp-ZenodoPublisher-help" id={field.helpId}>
          {help}
        </p>
      )}
    </div>
  );
}
