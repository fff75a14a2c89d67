import type { ITranslator } from '../core/text';
import { JupyterServerError } from './errors';

/**
 * What was made of an answer of our server extension.
 *
 * @param read - null = nothing could be made of it
 * @throws JupyterServerError
 */
export function understood<T>(read: T | null, trans: ITranslator): T {
  if (read === null) {
    throw new JupyterServerError(
      trans.__(
        'Jupyter’s server gave an answer that we do not understand. Is the same version of this extension installed on it?'
      ),
      null
    );
  }
  return read;
}
