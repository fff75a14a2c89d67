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
