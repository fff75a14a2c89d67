import * as React from 'react';
import type { MetadataField } from '../../core/metadata/model';
import { FieldError } from './FieldError';
import { Origin } from './Origin';
import type { IFieldState } from './useField';

interface IFieldFrameProps {
  field: IFieldState;
  label: string;
  /** Words beside the label of a field that need not be filled in. */
  optional?: string;
  /** Below the control. */
  help?: string;
  /** The field whose origin is said instead of the help, where it has one. */
  from?: MetadataField;
  children: React.ReactNode;
}

/** A label, a control, what is wrong with it, and where its value came from. */
export function FieldFrame({
  field,
  label,
  optional,
  help,
  from,
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
      {from ? (
        <Origin field={from} id={field.helpId} help={help} />
      ) : (
        help && (
          <p className="jp-ZenodoPublisher-help" id={field.helpId}>
            {help}
          </p>
        )
      )}
    </div>
  );
}
