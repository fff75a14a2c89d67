import { buildArchive, IArchiveEntry } from '../../src/core/bundle/archive';
import { systemClock } from '../../src/core/clock';
import { plainEnglish as trans } from '../../src/core/text';
import { ZenodoClient } from '../../src/core/zenodo/client';
import { FetchHttp } from '../../src/core/zenodo/fetchHttp';
import { zenodoSandbox } from '../../src/core/zenodo/sites';
import { uploadFile } from '../../src/core/zenodo/uploadFile';
import { startWorkerSums } from '../../src/jupyter/workerSums';
import { streamOf } from './httpFiles';

/** Where files come from, and where they go. */
export interface IWay {
  /** Name, size and address of each file. */
  readonly files: readonly { path: string; size: number; address: string }[];
  readonly site: string;
  readonly token: string;
  readonly draft: string;
}

/** Pack files of a Jupyter server and upload the archive, as a publication does. */
export async function packAndUpload({
  files,
  site,
  token,
  draft
}: IWay): Promise<{ milliseconds: number; packing: number; size: number }> {
  const entries = files.map(({ path, size, address }): IArchiveEntry => ({
    path,
    size,
    lastModified: '2026-01-02T03:04:05Z',
    open: () => streamOf(address)
  }));
  const client = new ZenodoClient({
    site: { ...zenodoSandbox, url: site },
    http: new FetchHttp(),
    clock: systemClock,
    trans,
    getToken: () => token
  });
  const begin = performance.now();
  const { blob, md5, size } = await buildArchive({
    entries,
    trans,
    startSums: () => startWorkerSums()
  });
  const packing = performance.now() - begin;
  await uploadFile({
    client,
    clock: client.clock,
    trans,
    draftId: draft,
    key: 'bundle.zip',
    content: blob,
    md5,
    isFresh: true,
    onProgress: () => undefined
  });
  return { milliseconds: performance.now() - begin, packing, size };
}
