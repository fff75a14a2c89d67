import type { ICreator } from '../core/metadata/model';
import { IPublicationRequest, workingPath } from '../core/publish/request';
import { undoDays } from '../core/zenodo/limits';
import type { IConfirmation, IPublicationState } from './state';

/** The facts that the user confirms. */
export function confirmationOf(
  state: IPublicationState,
  request: IPublicationRequest,
  doi: string | null,
  now: number
): IConfirmation {
  const { site, metadata, split } = request;
  const { readme } = state.publish;
  const { last } = state.version;
  const isReplacement = request.replaces !== undefined;
  return {
    site,
    title: (isReplacement && last?.title) || metadata.title,
    creators: metadata.creators.map(creatorName),
    files: state.contents.count,
    bytes: state.contents.bytes,
    layout: request.layout,
    licenses: metadata.licenses.map(({ title }) => title),
    access: metadata.access,
    versionOf: request.versionOf?.doi ?? null,
    ...(request.review
      ? { review: request.review.title || request.review.slug }
      : {}),
    replaces: request.replaces?.files ?? null,
    communities: metadata.communities.map(({ title, slug }) => title || slug),
    data: split
      ? {
          title: split.title,
          files: split.files.length,
          bytes: split.files.reduce((sum, { size }) => sum + (size ?? 0), 0),
          licenses: split.licenses.map(({ title }) => title)
        }
      : null,
    doi: request.replaces?.doi ?? doi,
    // After a review, they are asked for then.
    changed: request.review
      ? []
      : badgedFiles(request, readme?.inFolder ? readme.path : null),
    until: new Date(
      (isReplacement && last?.replaceUntil) || now + undoDays * 24 * 3600 * 1000
    )
  };
}

/**
 * The working files that get the badge.
 *
 * @param readme - that gets it too, by its path in the bundle
 */
export function badgedFiles(
  request: IPublicationRequest,
  readme: string | null
): string[] {
  return request.site.test
    ? []
    : [...request.badges, ...(readme ? [readme] : [])].flatMap(
        path => workingPath(request, path) ?? []
      );
}

function creatorName({ kind, name, familyName, givenName }: ICreator): string {
  return kind === 'organisation'
    ? name
    : [familyName, givenName].filter(Boolean).join(', ');
}
