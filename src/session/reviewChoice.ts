import type { ICommunity } from '../core/metadata/model';
import type { IPublicationState } from './state';

/**
 * The community that can look at the draft before it is published, or null. A
 * review is of one draft by one community. The server has none for the next
 * version of a record; and data with a record of their own would be public
 * before the notebooks were accepted.
 */
export function reviewOffer({
  metadata,
  version,
  data
}: Pick<
  IPublicationState,
  'metadata' | 'version' | 'data'
>): ICommunity | null {
  const { communities } = metadata.values;
  const [only] = communities;
  const isFirst = version.last === null || version.as === 'separate';
  return communities.length === 1 &&
    only.id !== '' &&
    isFirst &&
    data.paths.length === 0
    ? only
    : null;
}
