import type { IArchiveEntry, IPackedFile } from '../bundle/archive';
import { bytesStream } from '../bundle/stability';
import {
  cratePath,
  type ICrateFile,
  makesCrate,
  roCrate
} from '../crate/crate';
import { PLACEHOLDER_DOI } from '../notebook/badge';
import type { IContext } from './context';
import type { IJournalDraft } from './journalEntry';
import type { IPreparedFile } from './prepare';
import { changesContent } from './prepare';
import type { IPublicationRequest } from './request';

/** Stands for a checksum that is not known before the file is packed. */
const UNKNOWN_CHECKSUM = '…';

/**
 * `ro-crate-metadata.json`, which names the checksums of all other files and so
 * comes last; nothing where the project brings its own, or the user wants none.
 */
export function crateFile(
  { request, clock }: IContext,
  draft: IJournalDraft,
  prepared: readonly IPreparedFile[],
  read: readonly IPackedFile[]
): IArchiveEntry[] {
  if (!request.crate || !makesCrate(prepared.map(({ path }) => path))) {
    return [];
  }
  const times = new Map(
    prepared.map(({ path, lastModified }) => [path, lastModified])
  );
  const languages = new Map(
    prepared.map(({ path, language }) => [path, language ?? null])
  );
  const files = read.map(({ path, size, sha256 }) => ({
    path,
    size,
    sha256,
    lastModified: times.get(path) ?? ''
  }));
  const text = crateText(request, draft, files, languages);
  const bytes = new TextEncoder().encode(text);
  return [
    {
      path: cratePath,
      size: bytes.length,
      lastModified: new Date(clock.now()).toISOString(),
      open: async () => bytesStream(bytes)
    }
  ];
}

/**
 * The text of `ro-crate-metadata.json` as far as it is known before anything is
 * packed: with stand-ins for the checksums and, without a draft, for the DOI,
 * and without the size of files whose copies get a badge or other changes.
 *
 * @param languages - of the notebooks' kernels, by path
 */
export function cratePreview(
  request: IPublicationRequest,
  draft: Pick<IJournalDraft, 'id' | 'doi'> | null,
  languages: ReadonlyMap<string, string | null>
): string {
  const files = request.files.map(file => ({
    path: file.path,
    size: changesContent(request, file.path) ? null : file.size,
    sha256: UNKNOWN_CHECKSUM,
    lastModified: file.lastModified
  }));
  const stand = { id: PLACEHOLDER_DOI.split('.').pop() ?? '', doi: PLACEHOLDER_DOI }; // prettier-ignore
  return crateText(request, draft?.doi ? draft : stand, files, languages);
}

function crateText(
  request: IPublicationRequest,
  { id, doi }: Pick<IJournalDraft, 'id' | 'doi'>,
  files: readonly ICrateFile[],
  languages: ReadonlyMap<string, string | null>
): string {
  const { metadata, notebooks, environmentFile, site } = request;
  return roCrate({
    metadata,
    files,
    notebooks: notebooks.map(path => ({
      path,
      language: languages.get(path) ?? null
    })),
    environmentFile,
    site,
    record: { id, doi },
    evidence: request.evidence ?? null
  });
}
