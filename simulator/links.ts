/** The links of drafts, records and files. */

import { IDraft, IRecord } from './model';
import { IJsonObject, objectOf, textOf } from './json';
import { ISettings } from './settings';

/** Where links point to: the site's own address, and its DOI resolver. */
export interface ILinkBase {
  origin: string;
  settings: ISettings;
}

/** A file's key as a part of an address, as InvenioRDM quotes it. */
export function quoteKey(key: string): string {
  return encodeURI(key).replace(/[?#]/g, encodeURIComponent);
}

/** A DOI at its resolver. */
export function doiLink(base: ILinkBase, doi: string): string {
  // The recorded server, like the sandbox, names a test resolver; the
  // simulated production site is its own resolver, because nobody must be
  // sent to doi.org with a DOI that was made up here.
  return base.settings.resolves
    ? `${base.origin}/doi/${doi}`
    : `https://handle.test.datacite.org/${doi}`;
}

function doiOf(pids: IJsonObject): string | undefined {
  const doi = objectOf(pids.doi).identifier;
  return typeof doi === 'string' ? doi : undefined;
}

/** Links that drafts and records have alike. */
function common(api: string): IJsonObject {
  return {
    versions: `${api}/versions`,
    access_links: `${api}/access/links`,
    access_grants: `${api}/access/grants`,
    access_users: `${api}/access/users`,
    access_request: `${api}/access/request`,
    access: `${api}/access`,
    communities: `${api}/communities`,
    'communities-suggestions': `${api}/communities-suggestions`,
    quota_increase: `${api}/quota-increase`,
    requests: `${api}/requests`
  };
}

function dois(
  base: ILinkBase,
  pids: IJsonObject,
  parentPids: IJsonObject
): IJsonObject {
  const links: IJsonObject = {};
  const doi = doiOf(pids);
  const parentDoi = doiOf(parentPids);
  if (doi !== undefined) {
    links.doi = doiLink(base, doi);
    links.self_doi = doiLink(base, doi);
  }
  if (parentDoi !== undefined) {
    links.parent_doi = doiLink(base, parentDoi);
    links.parent_doi_html = `${base.origin}/doi/${parentDoi}`;
  }
  return links;
}

/** The links of a draft. */
export function draftLinks(
  base: ILinkBase,
  draft: IDraft,
  published: boolean
): IJsonObject {
  const { origin } = base;
  const api = `${origin}/api/records/${draft.id}`;
  return {
    self: `${api}/draft`,
    self_html: `${origin}/uploads/${draft.id}`,
    preview_html: `${origin}/records/${draft.id}?preview=1`,
    ...dois(base, draft.pids, draft.parent.pids),
    reserve_doi: `${api}/draft/pids/doi`,
    self_iiif_manifest: `${origin}/api/iiif/draft:${draft.id}/manifest`,
    self_iiif_sequence: `${origin}/api/iiif/draft:${draft.id}/sequence/default`,
    files: `${api}/draft/files`,
    media_files: `${api}/draft/media-files`,
    archive: `${api}/draft/files-archive`,
    archive_media: `${api}/draft/media-files-archive`,
    record: api,
    record_html: `${origin}/records/${draft.id}`,
    publish: `${api}/draft/actions/publish`,
    review: `${api}/draft/review`,
    ...common(api),
    ...(published ? selfService(api) : {})
  };
}

/** The links of a record. */
export function recordLinks(base: ILinkBase, record: IRecord): IJsonObject {
  const { origin } = base;
  const api = `${origin}/api/records/${record.id}`;
  const doi = textOf(objectOf(record.pids.doi).identifier);
  return {
    self: api,
    self_html: `${origin}/records/${record.id}`,
    preview_html: `${origin}/records/${record.id}?preview=1`,
    ...dois(base, record.pids, record.parent.pids),
    self_doi_html: `${origin}/doi/${doi}`,
    reserve_doi: `${api}/draft/pids/doi`,
    parent: `${origin}/api/records/${record.parent.id}`,
    parent_html: `${origin}/records/${record.parent.id}`,
    self_iiif_manifest: `${origin}/api/iiif/record:${record.id}/manifest`,
    self_iiif_sequence: `${origin}/api/iiif/record:${record.id}/sequence/default`,
    files: `${api}/files`,
    media_files: `${api}/media-files`,
    archive: `${api}/files-archive`,
    archive_media: `${api}/media-files-archive`,
    latest: `${api}/versions/latest`,
    latest_html: `${origin}/records/${record.id}/latest`,
    draft: `${api}/draft`,
    ...common(api),
    ...selfService(api)
  };
}

function selfService(api: string): IJsonObject {
  return {
    request_deletion: `${api}/request-deletion`,
    file_modification: `${api}/file-modification`
  };
}
