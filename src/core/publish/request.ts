import { sha256 } from 'hash-wasm';
import type { ITestEvidence } from '../testRun/evidence';
import { byPath, IPlanEntry } from '../bundle/entry';
import { contentKey } from '../bundle/generated';
import type { Layout } from '../bundle/layouts';
import type { CopyEdit } from '../finding';
import type { IRelatedIdentifier } from '../metadata/toRecord';
import type { ICommunity, IMetadata } from '../metadata/model';
import type { ISite } from '../zenodo/sites';
import type { IDataRecord, ISplitRequest } from './dataRecord';
import type { IReplacement } from './replaceFiles';
import type { IVersionOf } from './versions';

/**
 * The user's answer to a `DraftChangedError`: send what stands in the form, or
 * leave what stands on the site. Good for that one revision of that one draft.
 */
export interface IDraftChoice {
  readonly id: string;
  readonly revision: number | null;
  readonly details: 'mine' | 'site';
}

/** All choices of one publication, as they stand when it is started or resumed. */
export interface IPublicationRequest {
  readonly id: string;
  readonly site: ISite;
  readonly selection: readonly string[];
  readonly metadata: IMetadata;
  /** The included files, as the plan saw them: what is packed must still be the same. */
  readonly files: readonly IPlanEntry[];
  /** The notebooks, the one that Binder opens first. */
  readonly notebooks: readonly string[];
  /** Those of them that get a badge cell. */
  readonly badges: readonly string[];
  /** The bundle's root, from the server's root. */
  readonly root: string;
  /** File name of the archive, as `soil-moisture.zip`. */
  readonly archiveName: string;
  /** Binder accepts the bundle; without it, badges carry the DOI only. */
  readonly binderReady: boolean;
  /** One archive, or individual files. */
  readonly layout: Layout;
  /** Make `ro-crate-metadata.json`. */
  readonly crate: boolean;
  /** The file that Binder builds from, for the crate. */
  readonly environmentFile: string | null;
  /** Changes to the copies in the bundle, by path. */
  readonly copyEdits: Readonly<Record<string, readonly CopyEdit[]>>;
  /** Keys of the possible secrets that the user accepted. */
  readonly accepted: readonly string[];
  /** Individual files lie in this folder of the bundle; their keys begin after it. */
  readonly base?: string;
  /** Other works that the record is linked with, besides what the form says. */
  readonly related?: readonly IRelatedIdentifier[];
  /** The record of which this is a further version; else it becomes a new record. */
  readonly versionOf?: IVersionOf;
  /** The community that looks at the draft before it is published; else it is published at once. */
  readonly review?: ICommunity;
  /** The record whose files it replaces; its details stay as they are on the site. */
  readonly replaces?: IReplacement;
  /** The data that get a record of their own. */
  readonly split?: ISplitRequest;
  /** What to do about a draft that was changed on the site. */
  readonly draftChoice?: IDraftChoice;
  /** The form began with the details of the site, and was changed since: it counts. */
  readonly isEdited?: boolean;
  /** What a test run showed of these files, to be told with them. The details have its sentence already. */
  readonly evidence?: ITestEvidence;
  /** That record, once it has a DOI and its files are there. */
  readonly dataRecord?: IDataRecord;
}

/**
 * The identity of what would be packed, without reading the files: the plan's
 * paths, sizes and times, what is made here, and the badges' parameters. Equal
 * stamps mean that an archive built earlier is still the right one.
 */
export function requestStamp(
  request: IPublicationRequest,
  draftId: string,
  doi: string
): string {
  return JSON.stringify([
    request.site.url,
    draftId,
    doi,
    request.binderReady,
    [...request.badges].sort(),
    request.layout,
    Object.entries(request.copyEdits).sort(([a], [b]) => (a < b ? -1 : 1)),
    request.base,
    request.dataRecord,
    request.split && {
      ...request.split,
      files: request.split.files.map(fileStamp)
    },
    // What the crate says.
    request.crate && [request.metadata, request.environmentFile],
    // What the README says, too.
    ...(request.evidence ? [request.evidence] : []),
    [...request.files].sort(byPath).map(fileStamp)
  ]);
}

/** The same, short enough for the journal. */
export function packStamp(
  request: IPublicationRequest,
  draftId: string,
  doi: string
): Promise<string> {
  return sha256(requestStamp(request, draftId, doi));
}

function fileStamp(entry: IPlanEntry) {
  return [
    entry.path,
    entry.size,
    entry.source === null ? contentKey(entry) : entry.lastModified
  ];
}

/** Where the user's own file of a path in the bundle is, from the server's root; null for one that is in no folder. */
export function workingPath(
  { files }: IPublicationRequest,
  path: string
): string | null {
  return files.find(file => file.path === path)?.source ?? null;
}

/** A name for the archive: what a reader finds in the download folder. */
export function archiveName(
  root: string,
  notebooks: readonly string[]
): string {
  const last = (path: string) => path.split('/').pop() ?? '';
  const stem =
    last(root) ||
    last(notebooks[0] ?? '').replace(/\.ipynb$/i, '') ||
    'notebooks';
  const safe = stem
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${(safe || 'notebooks').slice(0, 80)}.zip`;
}
