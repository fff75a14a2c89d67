/**
 * Media types of files by the ends of their names. Zenodo asks its host's
 * tables, which do not know `.ipynb` or `.yml` (FINDINGS 28).
 */

const TYPES: { [extension: string]: string } = {
  bz2: 'application/x-bzip2',
  c: 'text/x-csrc',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  h5: 'application/x-hdf5',
  hdf: 'application/x-hdf',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  nc: 'application/x-netcdf',
  pdf: 'application/pdf',
  png: 'image/png',
  py: 'text/x-python',
  rst: 'text/x-rst',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  wav: 'audio/x-wav',
  xml: 'text/xml',
  zip: 'application/zip'
};

const BINARY = 'application/octet-stream';

/** The longest end of a name that counts as an extension of its own. */
const LONGEST = 4;

function endOf(key: string): string {
  return /[^/]\.([^./]+)$/.exec(key)?.[1].toLowerCase() ?? '';
}

/** The media type of a file. */
export function mediaType(key: string): string {
  return TYPES[endOf(key)] ?? BINARY;
}

/** The extension by which searches count a file. */
export function extension(key: string): string {
  const end = endOf(key);
  if (TYPES[end]) {
    return end;
  }
  return end && end.length <= LONGEST ? end : 'bin';
}

/** Types that are served as they are. Others are text or a download. */
const SERVED = /^(audio|video)\/|^image\/(gif|jpeg|png|tiff)$|^text\/plain$/;
const AS_TEXT =
  /^text\/(css|csv|html|xml|javascript)$|^image\/svg\+xml$|^application\/(json|xml)$/;

/**
 * How a file's content is served (`invenio_files_rest.helpers.send_stream`):
 * nothing that a browser would run keeps its type.
 */
export function servedAs(
  key: string,
  download: boolean
): { type: string; disposition: string } {
  const type = mediaType(key);
  const attachment = `attachment; ${fileName(key)}`;
  if (AS_TEXT.test(type) || type === 'text/plain') {
    return {
      type: 'text/plain; charset=utf-8',
      disposition: download ? attachment : 'inline'
    };
  }
  if (SERVED.test(type)) {
    return { type, disposition: download ? attachment : 'inline' };
  }
  return { type: BINARY, disposition: attachment };
}

/** `filename=` as werkzeug writes it. */
function fileName(key: string): string {
  const plain = key
    .normalize('NFKD')
    .replace(/[^\u0020-\u007e]/g, '')
    .trim();
  const quoted = /^[\w!#$%&'*+.^`|~-]+$/.test(plain)
    ? plain
    : `"${plain.replace(/["\\]/g, '\\$&')}"`;
  if (plain === key) {
    return `filename=${quoted}`;
  }
  return `filename=${quoted}; filename*=UTF-8''${encodeURIComponent(key)}`;
}
