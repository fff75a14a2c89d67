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
  context: IContext,
  errors: readonly IFieldError[]
): void {
  const objections = objectionsTo(errors);
  if (objections.length) {
    const { client, request, trans } = context;
    throw new RefusedMetadataError(
      {
        trans,
        site: request.site,
        details: {
          method: 'PUT',
          url: apiUrl(client.site),
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
