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
  const { site, badges, metadata, split } = request;
  const { readme } = state.publish;
  return {
    site,
    title: metadata.title,
    creators: metadata.creators.map(creatorName),
    files: state.contents.count,
    bytes: state.contents.bytes,
    layout: request.layout,
    licenses: metadata.licenses.map(({ title }) => title),
    access: metadata.access,
    versionOf: request.versionOf?.doi ?? null,
    communities: metadata.communities.map(({ title, slug }) => title || slug),
    data: split
      ? {
          title: split.title,
          files: split.files.length,
          bytes: split.files.reduce((sum, { size }) => sum + (size ?? 0), 0),
          licenses: split.licenses.map(({ title }) => title)
        }
      : null,
    doi,
    changed: site.test
      ? []
      : [...badges, ...(readme?.inFolder ? [readme.path] : [])].flatMap(
          path => workingPath(request, path) ?? []
        ),
    until: new Date(now + undoDays * 24 * 3600 * 1000)
  };
}

function creatorName({ kind, name, familyName, givenName }: ICreator): string {
  return kind === 'organisation'
    ? name
    : [familyName, givenName].filter(Boolean).join(', ');
}
