import type { KernelBusyError } from '../core/environment/kernel';
import type { IFinding } from '../core/finding';
import type { ITranslator } from '../core/text';

/** The kernel cannot answer now, and what can be done about it. */
export function busyFinding(
  error: KernelBusyError,
  trans: ITranslator
): IFinding {
  return {
    id: 'environment.kernel-busy',
    severity: 'warning',
    section: 'environment',
    message: error.message,
    fixes: [
      {
        label: trans.__('Wait until it is done'),
        fix: { kind: 'capture', whenBusy: 'wait' }
      },
      {
        label: trans.__('Ask another kernel of the same kind'),
        fix: { kind: 'capture', whenBusy: 'start-another' }
      }
    ]
  };
}
