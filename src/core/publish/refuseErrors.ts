import { RefusedMetadataError } from '../zenodo/errors';
import { apiUrl } from '../zenodo/sites';
import type { IFieldError } from '../zenodo/types';
import type { IContext } from './context';

/**
 * What the site objects to. `files.enabled` is said of every draft as long as
 * it has no file, and is no objection (FINDINGS 9).
 */
export function objectionsTo(errors: readonly IFieldError[]): IFieldError[] {
  return errors.filter(({ field }) => field !== 'files.enabled');
}

/**
 * Stop when the site objects to the details of a draft.
 *
 * @throws RefusedMetadataError
 */
export function refuseErrors(
  { client, trans }: Pick<IContext, 'client' | 'trans'>,
  errors: readonly IFieldError[]
): void {
  const objections = objectionsTo(errors);
  if (objections.length) {
    const { site } = client;
    throw new RefusedMetadataError(
      {
        trans,
        site,
        details: {
          method: 'PUT',
          url: apiUrl(site),
          status: 200,
          message: objections
            .map(({ field, messages }) => [field, ...messages].join(': '))
            .join('; ')
        }
      },
      objections
    );
  }
}
