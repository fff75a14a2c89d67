import type { IMetadata } from '../core/metadata/model';
import { notebookLanguage } from '../core/notebook/notebook';
import { cratePreview } from '../core/publish/crateFile';
import type { IPublicationRequest } from '../core/publish/request';
import { isMadeCrate } from './bundlePlan';
import type { ContentsPart } from './contentsPart';
import type { Inspection } from './inspection';
import type { IFilePreview, IPreviewActions } from './actions/contentsActions';
import type { PublicationStore } from './store';

/** More bytes than these are not shown. */
const MOST_SHOWN = 200_000;

/** What the files hold that are in the bundle and in no folder, to be looked at before they go out. */
export class PreviewPart implements IPreviewActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _request: () => IPublicationRequest,
    /** The record's own details, where those stay; else null. */
    private readonly _kept: () => IMetadata | null
  ) {}

  of(path: string): IFilePreview | null {
    const entry = this._contents.entries.find(one => one.path === path);
    if (!entry || entry.source !== null) {
      return null;
    }
    return isMadeCrate(entry)
      ? { ...shown(new TextEncoder().encode(this._crate())), isCrate: true }
      : { ...shown(entry.content ?? new Uint8Array()), isCrate: false };
  }

  private _crate(): string {
    const languages = new Map(
      this._inspection.notebooks.map(({ path, notebook }) => [
        path,
        notebook && notebookLanguage(notebook)
      ])
    );
    const { draft } = this._store.state.publish;
    const request = this._request();
    const metadata = this._kept() ?? request.metadata;
    return cratePreview({ ...request, metadata }, draft, languages);
  }
}

function shown(bytes: Uint8Array): Omit<IFilePreview, 'isCrate'> {
  const isCut = bytes.length > MOST_SHOWN;
  const part = isCut ? bytes.subarray(0, MOST_SHOWN) : bytes;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    // A character that is cut through is no mistake of the file's.
    const text = decoder.decode(part, { stream: isCut });
    return { text: text.includes('\0') ? null : text, isCut };
  } catch {
    return { text: null, isCut };
  }
}
