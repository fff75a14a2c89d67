import { PublisherError } from '../error';
import { ITranslator } from '../text';
import { pythonSource } from './downloadCellPython';
import { nameProblem } from './names';
import { pythonLiteral } from './pythonLiteral';

/** A file of the data's record. */
export interface IDataFile {
  /** Where it belongs: a path in the bundle. Of an archive, its name in the record. */
  readonly path: string;
  /** Its name in the record; the path, unless said otherwise. */
  readonly key?: string;
  readonly size: number;
  /** Hexadecimal, with or without the server's `md5:` in front. */
  readonly md5: string;
  /** It is a zip file whose files belong into the bundle, from its root on. */
  readonly unpack?: boolean;
}

export interface IDownloadCellOptions {
  /** `url` as in `ISite`: `https://zenodo.org`. */
  readonly site: { readonly url: string; readonly doiResolver: string };
  /** The data's record. */
  readonly recordId: string;
  readonly doi: string;
  readonly files: readonly IDataFile[];
  /** The notebook that the cell is for, as a path in the bundle: the cell runs in its folder. */
  readonly notebook: string;
  readonly trans: ITranslator;
}

/**
 * The source of a code cell that puts the data of a record where the notebook
 * looks for them. It needs Python 3.6 and nothing else, and leaves no names
 * behind. A file that is there stays as it is; a broken download goes on where
 * it stopped; what has another checksum than the record is not used.
 *
 * @throws PublisherError for a path that leads out of the bundle, or a checksum
 *   or address that is none
 */
export function downloadCell(options: IDownloadCellOptions): string {
  const { site, recordId, doi, notebook, trans } = options;
  const base = `${site.url}/api/records/${encodeURIComponent(recordId)}/files/`;
  if (!/^https?:\/\/[^\s/]/.test(base)) {
    throw new PublisherError(
      trans.__('“%1” is no address of a site.', site.url)
    );
  }
  const up = notebook.split('/').slice(1).map(() => '..'); // prettier-ignore
  const files = options.files.map(file => fileLine(file, trans));
  // The DOI goes into a comment, which must not end before its line does.
  const link = /^10\.\d+\/[!-~]+$/.test(doi)
    ? `: ${site.doiResolver}/${encodeURI(doi)}`
    : '';
  const comment = (text: string) => `# ${text.replace(/[\r\n]+/g, ' ')}`;
  return [
    comment(trans.__('Fetches the data of this notebook') + link),
    comment(trans.__('Files that are there already stay as they are.')),
    'def _fetch_data():',
    `    base = ${pythonLiteral(base)}`,
    `    folder = ${pythonLiteral(up.join('/') || '.')}`,
    '    files = [',
    ...files.map(line => `        ${line},`),
    '    ]',
    `    fetching = ${pythonLiteral(trans.__('Fetching %1', '%1'))}`,
    `    differs = ${pythonLiteral(trans.__('%1 is there, but is not the published file. It stays as it is; delete it to fetch the published one.', '%1'))}`,
    `    refused = ${pythonLiteral(trans.__('%1 cannot be fetched: the site answered', '%1'))}`,
    `    failed = ${pythonLiteral(trans.__('%1 could not be fetched. Run this cell again to go on.', '%1'))}`,
    pythonSource(options.files.some(file => file.unpack)),
    '',
    '_fetch_data()',
    'del _fetch_data',
    ''
  ].join('\n');
}

function fileLine(file: IDataFile, trans: ITranslator): string {
  const problem = nameProblem(file.path, trans);
  if (problem !== null) {
    throw new PublisherError(problem);
  }
  const md5 = file.md5.replace(/^md5:/, '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(md5) || !Number.isSafeInteger(file.size)) {
    throw new PublisherError(
      trans.__('The checksum of “%1” is not known.', file.path)
    );
  }
  const url = `${encodeURIComponent(file.key ?? file.path)}/content`;
  // Hidden, and gone once it is unpacked: not in the way of the user's files.
  const path = file.unpack ? `.${file.path}` : file.path;
  const parts = [pythonLiteral(path), pythonLiteral(url), file.size, pythonLiteral(md5), file.unpack ? 'True' : 'False']; // prettier-ignore
  return `(${parts.join(', ')})`;
}
