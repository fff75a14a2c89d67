/** The steps of a publication. Each can ask the server whether it already happened. */
export type StepName =
  'check' | 'reserve' | 'pack' | 'upload' | 'publish' | 'finish';

/** The steps in their order. */
export const stepNames: readonly StepName[] = [
  'check',
  'reserve',
  'pack',
  'upload',
  'publish',
  'finish'
];
