import type { IClock } from '../clock';
import { CitationFormat, citeRecord } from './citations';
import { deleteRecord, isGone } from './deletion';
import { DraftFiles } from './draftFiles';
import { Drafts } from './drafts';
import { unlockFiles } from './fileModification';
import { findDraftByReference } from './findDraft';
import { doiResolves } from './handles';
import { IOwnPage, IOwnSearch, searchOwn } from './ownRecords';
import { Inclusions } from './inclusions';
import type { WaitListener } from './retry';
import { Requests } from './requests';
import { Reviews } from './reviews';
import { SecretLinks } from './secretLinks';
import { ISiteApiOptions, SiteApi } from './siteApi';
import { ISite } from './sites';
import { DraftBody, IDraft, IRecord, IRecordFile } from './types';
import { Vocabularies } from './vocabularies';

/**
 * A site's API, typed. The only thing that the rest of the product talks to a
 * site with. Safe calls are repeated by themselves; the others throw
 * `AnswerLostError` when their answer was lost, so that the caller asks first.
 */
export class ZenodoClient {
  constructor(private readonly _options: ZenodoClient.IOptions) {
    const api = new SiteApi(_options);
    this._api = api;
    this._drafts = new Drafts(api);
    this._files = new DraftFiles(api);
    this.reviews = new Reviews(api);
    this.requests = new Requests(api);
    this.links = new SecretLinks(api);
    this.inclusions = new Inclusions(api);
    this.vocabularies = new Vocabularies(api);
  }

  /** Licences, languages, organisations …; remembered as long as this client lives. */
  readonly vocabularies: Vocabularies;

  /** Submitting a draft to a community. */
  readonly reviews: Reviews;

  /** What was asked of communities, and what they say. */
  readonly requests: Requests;

  /** Showing a draft to people without an account. */
  readonly links: SecretLinks;

  /** Proposing a record to communities. */
  readonly inclusions: Inclusions;

  get site(): ISite {
    return this._options.site;
  }

  get clock(): IClock {
    return this._options.clock;
  }

  /**
   * Upload when no other publication of this page uploads to this site.
   *
   * @throws CancelledError, and what `upload` throws
   */
  inTurn<T>(
    upload: () => Promise<T>,
    onWait?: WaitListener,
    signal?: AbortSignal
  ): Promise<T> {
    const { traffic, clock } = this._api;
    return traffic.uploads.take(
      upload,
      waiting =>
        onWait?.(
          waiting ? { reason: 'turn', until: clock.now(), attempt: 1 } : null
        ),
      signal
    );
  }

  /** See `Drafts.verifyToken`. */
  verifyToken(signal?: AbortSignal): Promise<{ ok: true }> {
    return this._drafts.verifyToken(signal);
  }

  /** See `Drafts.createDraft`. */
  createDraft(body: DraftBody, signal?: AbortSignal): Promise<IDraft> {
    return this._drafts.createDraft(body, signal);
  }

  /** See `Drafts.getDraft`. */
  getDraft(id: string, signal?: AbortSignal): Promise<IDraft> {
    return this._drafts.getDraft(id, signal);
  }

  /** See `Drafts.updateDraft`. */
  updateDraft(
    id: string,
    body: DraftBody,
    options: { readonly revision?: number } = {},
    signal?: AbortSignal
  ): Promise<IDraft> {
    return this._drafts.updateDraft(id, body, options, signal);
  }

  /** See `Drafts.deleteDraft`. */
  deleteDraft(id: string, signal?: AbortSignal): Promise<void> {
    return this._drafts.deleteDraft(id, signal);
  }

  /** See `findDraftByReference` in findDraft.ts. */
  findDraftByReference(
    nonce: string,
    signal?: AbortSignal
  ): Promise<IDraft | null> {
    return findDraftByReference(this._api, this._drafts, nonce, signal);
  }

  /** See `Drafts.reserveDoi`. */
  reserveDoi(id: string, signal?: AbortSignal): Promise<string> {
    return this._drafts.reserveDoi(id, signal);
  }

  /** See `Drafts.publish`. */
  publish(id: string, signal?: AbortSignal): Promise<IRecord> {
    return this._drafts.publish(id, signal);
  }

  /** See `Drafts.getRecord`. */
  getRecord(...args: Parameters<Drafts['getRecord']>): Promise<IRecord | null> {
    return this._drafts.getRecord(...args);
  }

  /** See `citeRecord` in citations.ts. */
  citeRecord(
    id: string,
    format: CitationFormat,
    signal?: AbortSignal
  ): Promise<string> {
    return citeRecord(this._api, id, format, signal);
  }

  /** See `Drafts.editRecord`. */
  editRecord(id: string, signal?: AbortSignal): Promise<IDraft> {
    return this._drafts.editRecord(id, signal);
  }

  /** See `Drafts.newVersion`. */
  newVersion(id: string, signal?: AbortSignal): Promise<IDraft> {
    return this._drafts.newVersion(id, signal);
  }

  /** See `Drafts.listOwn`. */
  listOwn(
    query: string,
    size: number,
    signal?: AbortSignal
  ): Promise<IDraft[]> {
    return this._drafts.listOwn(query, size, signal);
  }

  /** See `searchOwn` in ownRecords.ts. */
  searchOwn(search: IOwnSearch, signal?: AbortSignal): Promise<IOwnPage> {
    return searchOwn(this._api, search, signal);
  }

  /** See `deleteRecord` in deletion.ts. */
  deleteRecord(
    id: string,
    reason: string,
    signal?: AbortSignal
  ): Promise<void> {
    return deleteRecord(this._api, id, reason, signal);
  }

  /** See `unlockFiles` in fileModification.ts. */
  unlockFiles(id: string, signal?: AbortSignal): Promise<void> {
    return unlockFiles(this._api, id, signal);
  }

  /** See `isGone` in deletion.ts. */
  isGone(id: string, signal?: AbortSignal): Promise<boolean> {
    return isGone(this._api, id, signal);
  }

  /** See `DraftFiles.listFiles`. */
  listFiles(id: string, signal?: AbortSignal): Promise<IRecordFile[]> {
    return this._files.listFiles(id, signal);
  }

  /** See `DraftFiles.getFile`. */
  getFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<IRecordFile | null> {
    return this._files.getFile(id, key, signal);
  }

  /** See `DraftFiles.initFile`. */
  initFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<IRecordFile> {
    return this._files.initFile(id, key, signal);
  }

  /** See `DraftFiles.uploadContent`: never for a completed file. */
  uploadContent(
    id: string,
    key: string,
    content: Blob,
    options: { readonly onProgress?: (sentBytes: number) => void } = {},
    signal?: AbortSignal
  ): Promise<void> {
    return this._files.uploadContent(id, key, content, options, signal);
  }

  /** See `DraftFiles.commitFile`. */
  commitFile(
    id: string,
    key: string,
    signal?: AbortSignal
  ): Promise<IRecordFile> {
    return this._files.commitFile(id, key, signal);
  }

  /** See `DraftFiles.deleteFile`. */
  deleteFile(id: string, key: string, signal?: AbortSignal): Promise<void> {
    return this._files.deleteFile(id, key, signal);
  }

  /** See `doiResolves` in handles.ts. */
  doiResolves(doi: string, signal?: AbortSignal): Promise<boolean> {
    return doiResolves(this._options.http, this.site, doi, signal);
  }

  private readonly _api: SiteApi;
  private readonly _drafts: Drafts;
  private readonly _files: DraftFiles;
}

/** The namespace of `ZenodoClient`. */
export namespace ZenodoClient {
  /** What a client needs. */
  export type IOptions = ISiteApiOptions;
}
