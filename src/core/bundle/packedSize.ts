import { isCompressed } from './compressed';
import type { IPlanEntry } from './entry';

/** So many bytes of a file tell how far it can be packed. */
const sampleBytes = 64 * 1024;

/** What a zip says of each file, names aside (APPNOTE 4.3.7 and 4.3.12, with Zip64). */
const perFile = 150;

/** Where more than this share of the bytes is not known, there is no estimate. */
const mostUnknown = 0.1;

/** Learns how far files can be packed, and estimates the size of the archive. */
export class PackedSize {
  /**
   * Learn from a file's bytes. A file that was seen with the same stamp is not
   * looked at again.
   */
  async learn(path: string, stamp: string, bytes: Uint8Array): Promise<void> {
    if (this._ratios.get(path)?.stamp !== stamp) {
      this._ratios.set(path, { stamp, ratio: await ratioOf(bytes) });
    }
  }

  /** About how many bytes the archive of these files will have; null = nobody can tell. */
  estimate(files: readonly Pick<IPlanEntry, 'path' | 'size'>[]): number | null {
    let total = 0;
    let unknown = 0;
    let packed = 0;
    for (const { path, size } of files) {
      const bytes = size ?? 0;
      const ratio = isCompressed(path) ? 1 : this._ratios.get(path)?.ratio;
      total += bytes;
      packed += bytes * (ratio ?? 1) + perFile + 2 * path.length;
      unknown += ratio === undefined ? bytes : 0;
    }
    return total > 0 && unknown <= total * mostUnknown
      ? Math.round(packed)
      : null;
  }

  private readonly _ratios = new Map<
    string,
    { readonly stamp: string; readonly ratio: number }
  >();
}

/** By how much the beginning of a file shrinks. */
async function ratioOf(bytes: Uint8Array): Promise<number> {
  const sample = bytes.slice(0, sampleBytes);
  if (sample.length === 0) {
    return 1;
  }
  const deflated = new Blob([sample])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const { byteLength } = await new Response(deflated).arrayBuffer();
  return Math.min(1, byteLength / sample.length);
}
