import { RefusedMetadataError } from '../zenodo/errors';
import { apiUrl } from '../zenodo/sites';
import type { IFieldError } from '../zenodo/types';
import type { IContext } from './context';

/**
 * Stop when the site objects to the details of a draft. `files.enabled` is
 * said of every draft as long as it has no file, and is no objection
 * (FINDINGS 9).
 *
 * @throws RefusedMetadataError
 */
export function refuseErrors(
  context: IContext,
  errors: readonly IFieldError[]
): void {
  const objections = errors.filter(error => error.field !== 'files.enabled');
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
