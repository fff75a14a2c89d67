/**
 * Endings of files that are compressed already: deflating them again costs
 * time and gains nothing. HDF5 and netCDF are not among them, as they are
 * compressed only where their author asked for it.
 */
const endings: ReadonlySet<string> = new Set(
  [
    'png jpg jpeg gif webp avif heic jp2',
    'mp3 m4a aac ogg opus flac mp4 m4v mov mkv webm avi',
    'gz tgz bz2 tbz2 xz txz zst lz4 lzma br 7z rar zip',
    'npz parquet feather orc whl conda jar',
    'docx xlsx pptx odt ods odp epub kmz',
    'rds rdata woff woff2'
  ]
    .join(' ')
    .split(' ')
);

/** Whether a file is better stored than deflated, by its name. */
export function isCompressed(path: string): boolean {
  const ending = /\.([^./]+)$/.exec(path)?.[1];
  return ending !== undefined && endings.has(ending.toLowerCase());
}

/** Bytes from a file's beginning that tell whether it is compressed. */
export const SAMPLE_BYTES = 64 * 1024;

/** Bytes of which too little is to be gained, or to be learnt. */
const FEW = 1024;

/** What deflate must leave of a sample at most, to be worth its time. */
const WORTH = 0.95;

/**
 * Whether a file's first bytes do not become at least 5 % smaller: then the
 * rest rarely does, and storing it saves most of the time that packing takes.
 *
 * Where some bytes are more frequent than others, deflate's Huffman codes
 * alone come close to the entropy; so the sample is deflated only where
 * the entropy leaves the question open (bytes that are all as frequent may
 * still repeat).
 *
 * @param begun - the file's first chunks; of more than the sample the rest is
 * not looked at.
 */
export async function isDense(begun: readonly Uint8Array[]): Promise<boolean> {
  const sample = firstBytes(begun, SAMPLE_BYTES);
  if (
    sample.length < FEW ||
    entropy(sample) < 8 * WORTH ||
    typeof CompressionStream === 'undefined'
  ) {
    return false;
  }
  const stream = new Blob([sample]).stream();
  const deflated = stream.pipeThrough(new CompressionStream('deflate-raw'));
  const { byteLength } = await new Response(deflated).arrayBuffer();
  return byteLength > WORTH * sample.length;
}

function firstBytes(
  chunks: readonly Uint8Array[],
  most: number
): Uint8Array<ArrayBuffer> {
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(Math.min(size, most));
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, bytes.length - at);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Bits a byte (Shannon's, of single bytes). */
function entropy(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) {
    counts[byte]++;
  }
  let bits = 0;
  for (const count of counts) {
    if (count > 0) {
      bits -= (count / bytes.length) * Math.log2(count / bytes.length);
    }
  }
  return bits;
}
