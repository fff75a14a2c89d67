import * as React from 'react';
import type { StepName } from '../core/publish/steps';
import type { ITranslator } from '../core/text';
import { reviewOffer } from '../session/reviewChoice';
import type { IPublicationState, IStepView } from '../session/state';
import { Icon } from './Icon';
import { usePanel } from './context';

/** The six steps: what will happen, happens, and has happened. */
export function Steps(): JSX.Element {
  const { state, trans } = usePanel();
  const { steps } = state.publish;
  const begun = steps.some(({ status }) => status !== 'to-come');
  return (
    <ol className="jp-ZenodoPublisher-steps" aria-label={trans.__('Steps')}>
      {steps.map((step, index) => (
        <li
          key={step.name}
          aria-current={step.status === 'now' ? 'step' : undefined}
          data-mark={step.status}
        >
          <span className="jp-ZenodoPublisher-stepMark">
            {begun ? <Mark step={step} /> : `${index + 1}.`}
          </span>
          <span>
            <b>{stepLabel(step.name, trans)}</b>
            <span>{step.detail || stepPromise(step.name, state, trans)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Mark({ step }: { step: IStepView }): JSX.Element {
  const { trans } = usePanel();
  const hidden = (text: string) => (
    <span className="jp-ZenodoPublisher-hidden">{text}</span>
  );
  switch (step.status) {
    case 'done':
      return (
        <>
          <Icon name="ok" tone="ok" />
          {hidden(trans.__('done:'))}
        </>
      );
    case 'now':
      return (
        <>
          <Icon name="now" tone="brand" />
          {hidden(trans.__('now:'))}
        </>
      );
    case 'stopped':
      return (
        <>
          <Icon name="warn" tone="warn" />
          {hidden(trans.__('stopped:'))}
        </>
      );
    default:
      return (
        <>
          <Icon name="wait" />
          {hidden(trans.__('to come:'))}
        </>
      );
  }
}

/** A step's name. */
export function stepLabel(step: StepName, trans: ITranslator): string {
  switch (step) {
    case 'check':
      return trans.__('Check');
    case 'reserve':
      return trans.__('Reserve the DOI');
    case 'pack':
      return trans.__('Pack');
    case 'upload':
      return trans.__('Upload');
    case 'publish':
      return trans.__('Publish');
    case 'finish':
      return trans.__('Finish');
  }
}

/** What a step will do. */
function stepPromise(
  step: StepName,
  state: IPublicationState,
  trans: ITranslator
): string {
  const { site } = state.account;
  switch (step) {
    case 'check':
      return trans.__(
        '%1 looks at the details, before anything is uploaded',
        site.name
      );
    case 'reserve':
      return trans.__('so that it can go into your notebooks');
    case 'pack':
      return state.contents.layout === 'zip'
        ? trans.__('copies with badges, searched for secrets, in one zip file')
        : trans.__('copies with badges, searched for secrets');
    case 'upload':
      return trans.__('and compare the checksum');
    case 'publish':
      return state.publish.reviewFirst && reviewOffer(state)
        ? trans.__('after you confirm, and the curators accept it')
        : trans.__('only after you confirm; until then nothing is public');
    case 'finish': {
      const count = state.publish.badges.filter(({ on }) => on).length;
      if (state.publish.reviewFirst && reviewOffer(state)) {
        return trans.__('once it is accepted, the badges are offered to you');
      }
      return site.test || count === 0
        ? trans.__('your notebooks stay as they are')
        : trans._n(
            'the badge goes into %1 of your notebooks',
            'the badge goes into %1 of your notebooks',
            count
          );
    }
  }
}
