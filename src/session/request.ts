import { archiveName, IPublicationRequest } from '../core/publish/request';
import type { ContentsPart } from './contentsPart';
import type { IPublicationState } from './state';

/** All choices as they stand now, for the publication. */
export function requestOf(
  state: IPublicationState,
  contents: ContentsPart
): IPublicationRequest {
  const { id, selection, account, metadata, environment, publish } = state;
  const { root, notebooks } = contents;
  return {
    id,
    site: account.site,
    selection,
    metadata: metadata.values,
    files: contents.included,
    root,
    notebooks,
    badges: publish.badges.filter(({ on }) => on).map(({ path }) => path),
    archiveName: archiveName(root, notebooks),
    binderReady: environment.accepted
  };
}
