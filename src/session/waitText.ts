import type { ITranslator } from '../core/text';
import type { IWait } from '../core/zenodo/retry';
import type { ISite } from '../core/zenodo/sites';

/** What an upload or a download waits for, in the user's words. @param now - milliseconds since 1970 */
export function waitText(
  { reason, until, attempt }: IWait,
  { name }: Pick<ISite, 'name'>,
  now: number,
  trans: ITranslator
): string {
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  switch (reason) {
    case 'rate-limit':
      return trans.__('%1 asks us to wait %2 s.', name, seconds);
    case 'turn':
      return trans.__(
        'Another upload to %1 is under way. This one is next.',
        name
      );
    case 'trouble':
      return trans.__(
        '%1 has a problem of its own. Attempt %3 begins in %2 s.',
        name,
        seconds,
        attempt
      );
    case 'connection':
      return trans.__(
        '%1 does not answer. Attempt %3 begins in %2 s.',
        name,
        seconds,
        attempt
      );
  }
}
