/** A record of the data alone, beside the one of the notebooks that need them. */
import { downloadCell, IDataFile } from '../bundle/downloadCell';
import type { IPlanEntry } from '../bundle/entry';
import { dataResourceType } from '../bundle/splitPlan';
import type { ILicense, IMetadata } from '../metadata/model';
import type { IRelatedIdentifier } from '../metadata/toRecord';
import { parentOf } from '../paths';
import type { ITranslator } from '../text';
import { doiUrl } from '../zenodo/sites';
import type { IJournalDraft, IJournalPack } from './journalEntry';
import type { IPublicationRequest } from './request';

/** What the user chose of the data's record. */
export interface ISplitRequest {
  /** The files, as the plan saw them, with their paths in the bundle. */
  readonly files: readonly IPlanEntry[];
  /** Never empty. */
  readonly title: string;
  readonly licenses: readonly ILicense[];
  /** The notebooks that get a cell which fetches the data. */
  readonly notebooks: readonly string[];
}

/** The data's record, as far as the notebooks need it. */
export interface IDataRecord {
  readonly id: string;
  readonly doi: string;
  readonly files: readonly IDataFile[];
}

/** How the data lie in their record. */
export type IDataPacking = Pick<IPublicationRequest, 'layout' | 'base'>;

/** More files than this are fetched as one archive: each is a request. */
const mostSingleFiles = 50;

/** Source: zenodo-rdm, "key ≤255". */
const longestKey = 255;

/** The identity of the data's publication, beside that of the notebooks. */
export function dataPublicationId(id: string): string {
  return `${id}-data`;
}

/** Whether a publication is that of the data alone: it is led by that of its notebooks. */
export function isDataPublication(id: string): boolean {
  return id.endsWith(dataPublicationId(''));
}

/**
 * All choices for the data's record, as they follow from those for the
 * notebooks.
 *
 * @param notebooksDoi - the reserved DOI of the notebooks' record
 */
export function dataRequest(
  request: IPublicationRequest & { readonly split: ISplitRequest },
  notebooksDoi: string,
  trans: ITranslator
): IPublicationRequest {
  const { split, copyEdits } = request;
  // A new version of the notebooks has data of its own.
  const {
    split: _split,
    dataRecord: _record,
    versionOf: _version,
    replaces: _replaces,
    ...rest
  } = request;
  const paths = new Set(split.files.map(({ path }) => path));
  return {
    ...rest,
    id: dataPublicationId(request.id),
    metadata: dataMetadata(request, notebooksDoi, trans),
    files: split.files,
    notebooks: [],
    badges: [],
    archiveName: request.archiveName.replace(/\.zip$/, '-data.zip'),
    binderReady: false,
    ...dataPacking(split.files),
    crate: false,
    environmentFile: null,
    copyEdits: Object.fromEntries(
      Object.entries(copyEdits).filter(([path]) => paths.has(path))
    ),
    related: [
      link(notebooksDoi, 'issupplementto', request.metadata.resourceType)
    ]
  };
}

/**
 * Files that lie in one folder are deposited one by one, so that each can be
 * looked at and fetched; else one archive keeps the folders.
 */
export function dataPacking(files: readonly IPlanEntry[]): IDataPacking {
  const base = commonFolder(files);
  return base !== null && areSingleFiles(files, base)
    ? { layout: 'files', ...(base ? { base } : {}) }
    : { layout: 'zip' };
}

/** What the notebooks need to know of the data's record, once it is packed. */
export function dataRecordOf(
  { layout, base }: IDataPacking,
  { id, doi }: Pick<IJournalDraft, 'id' | 'doi'>,
  { uploads }: Pick<IJournalPack, 'uploads'>
): IDataRecord {
  return {
    id,
    doi,
    files: uploads.map(({ key, size, md5 }) =>
      layout === 'zip'
        ? { path: key, size, md5, unpack: true }
        : { path: base ? `${base}/${key}` : key, key, size, md5 }
    )
  };
}

/** The record's links to other works: those that are asked for, and the data's record. */
export function linksOf(request: IPublicationRequest): IRelatedIdentifier[] {
  const { related = [], dataRecord } = request;
  return [
    ...related,
    ...(dataRecord
      ? [link(dataRecord.doi, 'issupplementedby', dataResourceType)]
      : [])
  ];
}

/** The source of the cell that fetches the data, or null where the notebook gets none. */
export function dataCellFor(
  { split, dataRecord, site }: IPublicationRequest,
  notebook: string,
  trans: ITranslator
): string | null {
  return dataRecord && split?.notebooks.includes(notebook)
    ? downloadCell({
        ...{ site, notebook, trans },
        recordId: dataRecord.id,
        doi: dataRecord.doi,
        files: dataRecord.files
      })
    : null;
}

function dataMetadata(
  { site, split, metadata }: IPublicationRequest & { split: ISplitRequest },
  notebooksDoi: string,
  trans: ITranslator
): IMetadata {
  return {
    ...metadata,
    title: split.title,
    resourceType: dataResourceType,
    licenses: split.licenses,
    description: trans.__(
      'The data of the notebooks “%1” (%2). The notebooks fetch them from here.',
      metadata.title,
      doiUrl(site, notebooksDoi)
    )
  };
}

function link(
  doi: string,
  relation: string,
  resourceType: string
): IRelatedIdentifier {
  return {
    identifier: doi,
    scheme: 'doi',
    relation_type: { id: relation },
    ...(resourceType ? { resource_type: { id: resourceType } } : {})
  };
}

/** The one folder in which all files lie, or null. */
function commonFolder(files: readonly IPlanEntry[]): string | null {
  const folders = new Set(files.map(({ path }) => parentOf(path)));
  return folders.size === 1 ? [...folders][0] : null;
}

/** Whether a record can hold the files one by one: it has no empty ones. */
function areSingleFiles(files: readonly IPlanEntry[], base: string): boolean {
  return (
    files.length <= mostSingleFiles &&
    files.every(({ path, size }) => {
      const key = base ? path.slice(base.length + 1) : path;
      return size !== 0 && !key.startsWith('.') && key.length <= longestKey;
    })
  );
}
