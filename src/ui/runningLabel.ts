import type { StepName } from '../core/publish/steps';
import type { ITranslator } from '../core/text';

/** What is being done in a step. */
export function runningLabel(step: StepName, trans: ITranslator): string {
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
      return trans.__('Publishing');
    case 'finish':
      return trans.__('Finishing');
  }
}
