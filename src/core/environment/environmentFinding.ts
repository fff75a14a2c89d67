import { IFinding } from '../finding';

/** A finding of the environment's section. */
export function environmentFinding(
  id: string,
  severity: IFinding['severity'],
  message: string,
  more: Partial<IFinding> = {}
): IFinding {
  return { id, severity, section: 'environment', message, ...more };
}
