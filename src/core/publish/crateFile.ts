import type { IArchiveEntry, IPackedFile } from '../bundle/archive';
import { bytesStream } from '../bundle/stability';
import { cratePath, makesCrate, roCrate } from '../crate/crate';
import type { IContext } from './context';
import type { IJournalDraft } from './journalEntry';
import type { IPreparedFile } from './prepare';

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
    prepared.map(({ path, language }) => [path, language])
  );
  const text = roCrate({
    metadata: request.metadata,
    files: read.map(({ path, size, sha256 }) => ({
      path,
      size,
      sha256,
      lastModified: times.get(path) ?? ''
    })),
    notebooks: request.notebooks.map(path => ({
      path,
      language: languages.get(path) ?? null
    })),
    environmentFile: request.environmentFile,
    site: request.site,
    record: { id: draft.id, doi: draft.doi }
  });
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
