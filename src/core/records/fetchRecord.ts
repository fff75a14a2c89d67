import type { IFileWriter } from '../fileWriter';
import { BadAddressError } from '../zenodo/errors';
import type { RecordFiles } from '../zenodo/recordFiles';
import type { IRecordFile } from '../zenodo/types';
import { DownloadChecksumError } from './errors';
import { ILeftOut, leftOut } from './leftOut';
import { PathTaker } from './paths';
import type { IOpenableRecord } from './record';
import { RecordFolder } from './recordFolder';
import { isArchive, IUnpackOptions, planUnpacking } from './unpack';

/** What is being done with a record's files. */
export type FetchStep = 'download' | 'write';

/** Told of what happens while a record is fetched. */
export interface IFetchObserver {
  /** The folder was made: from now on something is there. */
  folderMade(folder: RecordFolder): void;
  /** Bytes done, of those of the step. */
  progress(step: FetchStep, file: string, done: number, total: number): void;
}

export interface IFetchOptions extends IUnpackOptions {
  readonly record: IOpenableRecord;
  readonly source: RecordFiles;
  readonly writer: IFileWriter;
  /** The folder in which the new one is made; '' is the server's root. */
  readonly parent: string;
  /** The name of the new folder; the next one where it is there already. */
  readonly name: string;
  readonly observer: IFetchObserver;
}

/** What was fetched. */
export interface IFetched {
  readonly folder: RecordFolder;
  /** What is not in the folder, and why. */
  readonly leftOut: readonly ILeftOut[];
}

/**
 * Download all files of a record, compare their checksums, and write them into
 * a new folder: unpacked where the record is one zip, as Binder does, else as
 * they are. Nothing is written of a file whose checksum is another.
 *
 * @throws DownloadChecksumError, UnpackError, FileWriteError, SiteError, CancelledError
 */
export async function fetchRecord(options: IFetchOptions): Promise<IFetched> {
  const { record } = options;
  const [first] = record.files;
  const run = new Run(options);
  return record.files.length === 1 && /\.zip$/i.test(first.key)
    ? run.archive(first)
    : run.files();
}

class Run {
  constructor(private readonly _options: IFetchOptions) {}

  async archive(file: IRecordFile): Promise<IFetched> {
    const blob = await this._download(file);
    if (!(await isArchive(blob))) {
      await this._place(file, () => Promise.resolve(blob));
      return this._end();
    }
    const plan = await planUnpacking(blob, this._options);
    this._leftOut.push(...plan.leftOut);
    const folder = await this._folder();
    for (const path of plan.folders) {
      await folder.addFolder(path);
    }
    const { observer, signal } = this._options;
    for (const { path, open } of plan.files) {
      const before = folder.bytes;
      const onProgress = (bytes: number) =>
        observer.progress('write', path, before + bytes, plan.bytes);
      onProgress(0);
      await folder.addFile(path, open, { onProgress, signal });
    }
    return this._end();
  }

  async files(): Promise<IFetched> {
    for (const file of this._options.record.files) {
      await this._place(file, () => this._download(file));
    }
    return this._end();
  }

  private async _download({ key, size, md5 }: IRecordFile): Promise<Blob> {
    const { record, source, observer, signal, trans } = this._options;
    const before = this._downloaded;
    const onProgress = (bytes: number) =>
      observer.progress('download', key, before + bytes, record.totalBytes);
    onProgress(0);
    const arrived = await source.download(record.id, key, {
      withToken: record.needsToken,
      ...{ size, onProgress, signal }
    });
    if (arrived.md5 !== md5) {
      throw new DownloadChecksumError(trans, key);
    }
    this._downloaded += arrived.blob.size;
    return arrived.blob;
  }

  /** Write a file as it is; one that may not be written is not even fetched. */
  private async _place(
    { key }: IRecordFile,
    get: () => Promise<Blob>
  ): Promise<void> {
    const { path, reason } = this._taker.file(key);
    if (reason) {
      this._leftOut.push(leftOut(key, reason));
      return;
    }
    let blob: Blob;
    try {
      blob = await get();
    } catch (error) {
      if (!(error instanceof BadAddressError)) {
        throw error;
      }
      // A key that no address can carry (FINDINGS 6) is no file name either.
      this._leftOut.push(leftOut(key, 'name'));
      return;
    }
    const folder = await this._folder();
    const open = () => blob.stream() as ReadableStream<Uint8Array>;
    await folder.addFile(path, open, { signal: this._options.signal });
  }

  /** The new folder; made when there is something for it. */
  private async _folder(): Promise<RecordFolder> {
    if (!this._made) {
      const { writer, parent, name, observer } = this._options;
      this._made = await RecordFolder.make(writer, parent, name);
      observer.folderMade(this._made);
    }
    return this._made;
  }

  private async _end(): Promise<IFetched> {
    const folder = await this._folder();
    return { folder, leftOut: [...this._leftOut, ...folder.leftOut] };
  }

  private readonly _taker = new PathTaker();
  private readonly _leftOut: ILeftOut[] = [];
  private _made: RecordFolder | null = null;
  private _downloaded = 0;
}
