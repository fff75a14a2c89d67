import * as React from 'react';
import { useId } from 'react';
import { usePanel } from './context';
import { formatDate } from './format';

/** One thing that can be done after publishing. */
export interface INextStep {
  /** Unlike any other in the list. */
  readonly id: string;
  /** `…` at its end means that it asks first. */
  readonly label: string;
  /** What for, or how long it is possible. */
  readonly help: string;
  readonly onPress: () => void;
}

/** What can be done with a record that was just published; nothing where the list is empty. */
export function WhatNext({
  steps
}: {
  steps: readonly INextStep[];
}): JSX.Element | null {
  const { trans } = usePanel();
  const id = useId();
  if (steps.length === 0) {
    return null;
  }
  return (
    <div className="jp-ZenodoPublisher-next">
      <h3 id={id}>{trans.__('What next?')}</h3>
      <ul aria-labelledby={id}>
        {steps.map(step => (
          <li key={step.id}>
            <button
              type="button"
              className="jp-ZenodoPublisher-link"
              aria-describedby={`${id}-${step.id}`}
              onClick={step.onPress}
            >
              {step.label}
            </button>
            <span id={`${id}-${step.id}`}>{step.help}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The record can be deleted or get other files, as long as the site allows it. */
export function useUndoStep(): INextStep[] {
  const { session, state, trans } = usePanel();
  const until = state.publish.outcome?.undoUntil ?? null;
  return until === null
    ? []
    : [
        {
          id: 'undo',
          label: trans.__('Delete or replace files…'),
          help: trans.__('possible until %1', formatDate(new Date(until))),
          onPress: () => session.publication.showInList()
        }
      ];
}
