import * as React from 'react';
import { Icon } from '../Icon';
import type { IFieldState } from './useField';

/** What is wrong with a field, right below it. */
export function FieldError({
  field
}: {
  field: Pick<IFieldState, 'error' | 'errorId'>;
}): JSX.Element | null {
  return field.error === null ? null : (
    <p className="jp-ZenodoPublisher-fieldError" id={field.errorId}>
      <Icon name="stop" tone="error" />
      <span>{field.error}</span>
    </p>
  );
}
