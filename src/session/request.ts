import { archiveName, IPublicationRequest } from '../core/publish/request';
import { withEvidence } from '../core/testRun/evidenceInDescription';
import { isMadeCrate } from './bundlePlan';
import type { ContentsPart } from './contentsPart';
import { binderReady } from './readiness';
import { reviewOffer } from './reviewChoice';
import type { IPublicationState } from './state';

/**
 * All choices as they stand now, for the publication.
 *
 * @param aside - keys of the findings that the user set aside
 * @param more - the data that get a record of their own, and the records that
 *   this one belongs to; whether the form counts though the site's details were taken
 */
export function requestOf(
  state: IPublicationState,
  contents: ContentsPart,
  aside: readonly string[],
  more: Pick<
    IPublicationRequest,
    'split' | 'versionOf' | 'replaces' | 'related' | 'isEdited' | 'evidence'
  >
): IPublicationRequest {
  const { id, selection, account, metadata, environment, publish } = state;
  const { root, notebooks } = contents;
  const review = publish.reviewFirst ? reviewOffer(state) : null;
  return {
    id,
    site: account.site,
    selection,
    // Without what an earlier run showed: a record's details are taken over.
    metadata: withEvidence(metadata.values, more.evidence ?? null),
    // The list of contents is made when all else is packed.
    files: contents.included.filter(entry => !isMadeCrate(entry)),
    root,
    notebooks,
    badges: publish.badges.filter(({ on }) => on).map(({ path }) => path),
    archiveName: archiveName(root, notebooks),
    binderReady: binderReady(state),
    layout: contents.layout,
    // Not where the user unticked one of their own: what is not shown does not go out.
    crate: contents.included.some(isMadeCrate),
    environmentFile: environment.file,
    copyEdits: contents.choices.copyEdits,
    accepted: aside,
    ...(review ? { review } : {}),
    ...more
  };
}
