/** Drafts: creating, changing, discarding. */

import { contentOf, expires, snapshotOf } from './draftCopies';
import { broken } from './http';
import { copy, IJsonObject, isObject, Json, objectOf, textOf } from './json';
import { extension } from './mediaTypes';
import { IDraft, IEntity, IParent, IRecord } from './model';
import { loadPids } from './pids';
import { ISettings } from './settings';
import { State } from './state';
import { loadAccess } from './validation/access';
import { loadCustomFields } from './validation/customFields';
import { Errors, withoutEmpty } from './validation/loader';
import { loadMetadata } from './validation/metadata';
import { accessStatus } from './view';

/** A draft's body, and what was wrong with it. */
interface ILoaded {
  metadata: IJsonObject;
  customFields: IJsonObject;
  access: IJsonObject;
  pids: IJsonObject;
  errors: Errors;
}

/** Drafts of one site. */
export class Drafts {
  constructor(
    private readonly _state: State,
    private readonly _settings: ISettings
  ) {}

  /** Create a draft from a body, which may be empty. */
  create(body: Json, ownerId: string): { draft: IDraft; errors: Errors } {
    const state = this._state;
    const parent: IParent = {
      id: state.nextId(),
      ownerId,
      pids: {},
      communities: [],
      defaultCommunity: null,
      links: [],
      reviewId: null
    };
    const id = state.nextId();
    const loaded = this._load(body, {});
    const created = state.time();
    const draft: IDraft = {
      id,
      parent,
      index: 1,
      created,
      updated: created,
      expires: expires(created),
      revision: loaded.metadata.resource_type === undefined ? 4 : 5,
      pids: loaded.pids,
      metadata: loaded.metadata,
      customFields: loaded.customFields,
      access: loaded.access,
      bucket: state.newBucket()
    };
    state.parents.set(parent.id, parent);
    state.drafts.set(id, draft);
    this.touch(draft, 0);
    this.index(draft, true);
    return { draft, errors: loaded.errors };
  }

  /** Replace a draft's content. */
  update(draft: IDraft, body: Json): Errors {
    const loaded = this._load(body, draft.pids);
    draft.metadata = loaded.metadata;
    draft.customFields = loaded.customFields;
    draft.access = loaded.access;
    draft.pids = loaded.pids;
    this._setPreview(draft, objectOf(objectOf(body).files), loaded.errors);
    if (!draft.bucket.files.size) {
      loaded.errors.add('files.enabled', 'Missing uploaded files.');
    }
    this.touch(draft);
    this.index(draft);
    return loaded.errors;
  }

  /** The draft that edits a published record; the same one if it is open. */
  edit(record: IRecord): IDraft {
    const open = this._state.drafts.get(record.id);
    if (open) {
      return open;
    }
    const created = this._state.time();
    const draft: IDraft = {
      ...contentOf(record),
      created,
      updated: created,
      expires: expires(created),
      revision: 4 + 6 * record.revision,
      bucket: {
        ...this._state.newBucket(),
        defaultPreview: record.bucket.defaultPreview,
        files: new Map(
          [...record.bucket.files].map(([key, file]) => [key, { ...file }])
        ),
        locked: true,
        quota: record.bucket.quota
      }
    };
    this._state.drafts.set(record.id, draft);
    this.index(draft);
    return draft;
  }

  /** The draft of the next version; the same one if it is open. */
  newVersion(record: IRecord): IDraft {
    const state = this._state;
    const open = state.newVersionDraftOf(record.parent);
    if (open) {
      return open;
    }
    const latest = state.latestOf(record.parent) ?? record;
    const created = state.time();
    const { version: _version, ...metadata } = copy(latest.metadata);
    const draft: IDraft = {
      ...contentOf(latest),
      id: state.nextId(),
      index: latest.index + 1,
      created,
      updated: created,
      expires: expires(created),
      revision: 5,
      pids: {},
      metadata: { ...metadata, publication_date: state.today() },
      bucket: state.newBucket()
    };
    state.drafts.set(draft.id, draft);
    this.index(draft);
    return draft;
  }

  /** Discard a draft. A draft that was never published is gone for good. */
  discard(draft: IDraft): void {
    const state = this._state;
    state.drafts.delete(draft.id);
    const record = state.records.get(draft.id);
    if (record) {
      this.index(record);
    } else {
      state.index.remove(draft.id);
      for (const file of draft.bucket.files.values()) {
        // Imported files share their bytes with the earlier version.
        if (!this._isShared(draft, file.fileId)) {
          file.bytes?.discard();
        }
      }
      if (!state.versionsOf(draft.parent).length) {
        state.parents.delete(draft.parent.id);
      }
    }
  }

  /** Discard the draft of an id, if there is one. */
  discardById(id: string): void {
    const draft = this._state.drafts.get(id);
    if (draft) {
      this.discard(draft);
    }
  }

  /** Note a change: the time and the revision. */
  touch(entity: IEntity, by = 2): void {
    entity.updated = this._state.time();
    entity.revision += by;
  }

  /** Put a draft or record into the search index. */
  index(entity: IDraft | IRecord, early = false): void {
    const isDraft = !('publishedAt' in entity);
    const status = accessStatus(entity);
    this._state.index.put({
      id: entity.id,
      isDraft,
      isNew: isDraft && !this._state.records.has(entity.id),
      accessStatus: early && status !== 'embargoed' ? 'metadata-only' : status,
      extensions: [...entity.bucket.files.values()]
        .filter(file => file.status === 'completed')
        .map(file => extension(file.key)),
      snapshot: snapshotOf(entity)
    });
  }

  private _load(body: Json, present: IJsonObject): ILoaded {
    // A body that is no object breaks the recorded server (FINDINGS 16).
    if (body !== null && !isObject(body)) {
      throw broken();
    }
    const given = objectOf(body);
    const errors = new Errors();
    const access = loadAccess(given.access, this._state.today(), errors);
    const metadata = objectOf(
      withoutEmpty(loadMetadata(given.metadata, errors))
    );
    const customFields = objectOf(
      withoutEmpty(loadCustomFields(given.custom_fields, errors))
    );
    if (objectOf(given.files).enabled === false) {
      errors.add(
        'files.enabled',
        "You don't have permissions to manage files options."
      );
    }
    const pids = loadPids(
      this._settings,
      given.pids,
      present,
      metadata.publisher,
      errors
    );
    return { metadata, customFields, access, pids, errors };
  }

  private _setPreview(draft: IDraft, files: IJsonObject, errors: Errors): void {
    const name = files.default_preview;
    if (name === undefined || name === null) {
      draft.bucket.defaultPreview = null;
    } else if (draft.bucket.files.has(textOf(name))) {
      draft.bucket.defaultPreview = textOf(name);
    } else {
      errors.add('files.default_preview', `No file with key "${textOf(name)}"`);
    }
  }

  private _isShared(draft: IDraft, fileId: string): boolean {
    return this._state
      .versionsOf(draft.parent)
      .some(record =>
        [...record.bucket.files.values()].some(file => file.fileId === fileId)
      );
  }
}
