import type { ITranslator } from '../text';
import { BadAddressError } from './errors';
import { isRecordId } from './recordId';
import { apiUrl, ISite } from './sites';

/**
 * An address under a site's `/api`, of parts that are not encoded.
 *
 * @throws BadAddressError for a part that would lead elsewhere
 */
export function apiAddress(
  site: ISite,
  path: readonly string[],
  trans: ITranslator
): string {
  const parts = path.map((part, index) => {
    // A browser resolves dots, encoded or not, and so would leave the path;
    // a front server may do so after it has decoded a slash.
    const isDots =
      part === '' ||
      part.split(/[/\\]/).some(one => one === '.' || one === '..');
    const isId = index === 1 && path[0] === 'records';
    if (isDots || (isId && !isRecordId(part))) {
      throw new BadAddressError(trans, part);
    }
    try {
      return encodeURIComponent(part);
    } catch {
      throw new BadAddressError(trans, part);
    }
  });
  return [apiUrl(site), ...parts].join('/');
}
