/** Drafts and records as the API shows them. */

import { copy, IJsonObject, objectOf } from './json';
import { draftLinks, ILinkBase, quoteKey, recordLinks } from './links';
import { extension, mediaType } from './mediaTypes';
import { IBucket, IDraft, IEntity, IFile, IRecord } from './model';
import { State } from './state';
import { uiOf } from './ui';
import { reviewStatus, viewParent } from './viewParent';
import { viewCustomFields, viewMetadata } from './viewMetadata';

/** Who looks, and what the answer looks like. */
export interface IViewer {
  base: ILinkBase;
  userId: string | null;
  /** Whether the localised `ui` is asked for (inveniordm.v1+json). */
  ui: boolean;
}

/** Where an entity is shown, because some details differ. */
export type Place = 'created' | 'single' | 'answer' | 'hit';

/** `access.status` as it is now. */
export function accessStatus(entity: IEntity): string {
  const embargo = objectOf(entity.access.embargo);
  if (embargo.active === true) {
    return 'embargoed';
  }
  return entity.access.files === 'restricted' ? 'restricted' : 'open';
}

/** A draft. */
export function viewDraft(
  state: State,
  draft: IDraft,
  viewer: IViewer,
  place: Place
): IJsonObject {
  const published = state.records.has(draft.id);
  const isOwner = viewer.userId === draft.parent.ownerId;
  const newVersion = !published && draft.index > 1;
  const status = published
    ? 'published'
    : newVersion
      ? 'new_version_draft'
      : (reviewStatus(state, draft.parent) ?? 'draft');
  const view: IJsonObject = {
    ...head(draft, draftLinks(viewer.base, draft, published)),
    parent: viewParent(state, draft.parent, isOwner, viewer, place),
    versions: versions(state, draft, isOwner),
    is_published: published,
    is_draft: true,
    expires_at: draft.expires,
    ...body(draft, place, viewer.base),
    status
  };
  return finish(view, draft, viewer, true);
}

/** A record. */
export function viewRecord(
  state: State,
  record: IRecord,
  viewer: IViewer,
  place: Place
): IJsonObject {
  const isOwner = viewer.userId === record.parent.ownerId;
  const nothing = {
    views: 0,
    unique_views: 0,
    downloads: 0,
    unique_downloads: 0,
    data_volume: 0
  };
  const view: IJsonObject = {
    ...head(record, recordLinks(viewer.base, record)),
    parent: viewParent(state, record.parent, isOwner, viewer, place),
    versions: versions(state, record, isOwner),
    is_published: true,
    is_draft: false,
    ...body(record, place, viewer.base, isOwner),
    status: 'published',
    deletion_status: { is_deleted: false, status: 'P' },
    stats: { this_version: { ...nothing }, all_versions: { ...nothing } }
  };
  return finish(view, record, viewer, false);
}

function head(entity: IEntity, links: IJsonObject): IJsonObject {
  return {
    id: entity.id,
    created: entity.created,
    updated: entity.updated,
    links,
    revision_id: entity.revision
  };
}

function body(
  entity: IEntity,
  place: Place,
  base: ILinkBase,
  mayReadFiles = true
): IJsonObject {
  // The answer to the creation is written before the draft knows that it may
  // have files (FINDINGS 15).
  const status = accessStatus(entity);
  const early = place === 'created' && status !== 'embargoed';
  const readable = mayReadFiles || status === 'open';
  return {
    pids: copy(entity.pids),
    metadata: viewMetadata(entity.metadata),
    custom_fields: viewCustomFields(entity.customFields),
    access: {
      ...copy(entity.access),
      status: early ? 'metadata-only' : status
    },
    files: viewFiles(entity, place, base, readable),
    media_files: {
      enabled: false,
      order: [],
      count: 0,
      total_bytes: 0,
      entries: {}
    }
  };
}

function finish(
  view: IJsonObject,
  entity: IEntity,
  viewer: IViewer,
  isDraft: boolean
): IJsonObject {
  return viewer.ui ? { ...view, ui: uiOf(view, entity, isDraft) } : view;
}

function viewFiles(
  entity: IEntity,
  place: Place,
  base: ILinkBase,
  readable: boolean
): IJsonObject {
  const bucket: IBucket = entity.bucket;
  const files = [...bucket.files.values()];
  const completed = files.filter(file => file.status === 'completed');
  const entries: IJsonObject = {};
  for (const file of files) {
    entries[file.key] = viewSummary(entity, file, place, base);
  }
  return {
    enabled: true,
    ...(bucket.defaultPreview === null
      ? {}
      : { default_preview: bucket.defaultPreview }),
    order: [],
    ...(readable
      ? {
          count: files.length,
          total_bytes: completed.reduce(
            (total, file) => total + (file.bytes?.size ?? 0),
            0
          ),
          entries
        }
      : {})
  };
}

/** A file inside the JSON of its draft or record. */
function viewSummary(
  entity: IEntity,
  file: IFile,
  place: Place,
  base: ILinkBase
): IJsonObject {
  if (file.status === 'pending' || !file.bytes) {
    return { key: file.key, metadata: null, access: { hidden: false } };
  }
  const self = `${base.origin}/api/records/${entity.id}/files/${quoteKey(file.key)}`;
  const isRecord = 'publishedAt' in entity;
  return {
    id: file.fileId,
    checksum: `md5:${file.bytes.md5}`,
    ext: extension(file.key),
    size: file.bytes.size,
    mimetype: mediaType(file.key),
    ...(place === 'hit' ? {} : { storage_class: 'L' }),
    key: file.key,
    metadata: {},
    access: { hidden: false },
    ...(isRecord && place === 'single'
      ? { links: { self, content: `${self}/content` } }
      : {})
  };
}

function versions(
  state: State,
  entity: IEntity,
  isOwner: boolean
): IJsonObject {
  const newest =
    state.newVersionDraftOf(entity.parent) ?? state.latestOf(entity.parent);
  return {
    is_latest: state.latestOf(entity.parent)?.id === entity.id,
    ...(isOwner ? { is_latest_draft: newest?.id === entity.id } : {}),
    index: entity.index
  };
}
