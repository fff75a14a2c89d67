import type { StepName } from '../core/publish/steps';
import type { ITranslator } from '../core/text';
import { reviewOffer } from '../session/reviewChoice';
import type { IPublicationState } from '../session/state';

/** What is being done in a step. */
export function runningLabel(
  step: StepName,
  trans: ITranslator,
  state: IPublicationState
): string {
  switch (step) {
    case 'check':
      return trans.__('Checking the details');
    case 'reserve':
      return trans.__('Reserving the DOI');
    case 'pack':
      return trans.__('Packing');
    case 'upload':
      return trans.__('Uploading');
    case 'publish':
      return state.publish.reviewFirst && reviewOffer(state)
        ? trans.__('Submitting for review')
        : trans.__('Publishing');
    case 'finish':
      return trans.__('Finishing');
  }
}
