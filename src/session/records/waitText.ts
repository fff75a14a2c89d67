import type { ITranslator } from '../../core/text';
import type { IWait } from '../../core/zenodo/retry';
import type { ISite } from '../../core/zenodo/sites';

/** What a download waits for, in the user's words. @param now - milliseconds since 1970 */
export function waitText(
  { reason, until }: IWait,
  { name }: ISite,
  now: number,
  trans: ITranslator
): string {
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  switch (reason) {
    case 'rate-limit':
      return trans.__('%1 asks us to wait %2 s.', name, seconds);
    case 'trouble':
      return trans.__(
        '%1 has a problem of its own. Next attempt in %2 s.',
        name,
        seconds
      );
    default:
      return trans.__(
        '%1 does not answer. Next attempt in %2 s.',
        name,
        seconds
      );
  }
}
