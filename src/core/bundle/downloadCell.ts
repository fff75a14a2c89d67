import { PublisherError } from '../error';
import { ITranslator } from '../text';
import { nameProblem } from './names';
import { pythonLiteral } from './pythonLiteral';

/** A file of the data's record. */
export interface IDataFile {
  /** Where it belongs: a path in the bundle. */
  readonly path: string;
  /** Its name in the record; the path, unless said otherwise. */
  readonly key?: string;
  readonly size: number;
  /** Hexadecimal, with or without the server's `md5:` in front. */
  readonly md5: string;
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
    python,
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
  return `(${[pythonLiteral(file.path), pythonLiteral(url), file.size, pythonLiteral(md5)].join(', ')})`; // prettier-ignore
}

/** What the cell does with the values above. */
const python = `
    import hashlib, http.client, os, time, urllib.error, urllib.request

    def md5(path):
        digest = hashlib.md5()
        with open(path, "rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
        return digest.hexdigest()

    def size_of(path):
        return os.path.getsize(path) if os.path.exists(path) else 0

    def fetch(url, part):
        request = urllib.request.Request(url, headers={"User-Agent": "jupyterlab-zenodo-publisher"})
        if size_of(part):
            request.add_header("Range", "bytes=%d-" % size_of(part))
        with urllib.request.urlopen(request, timeout=60) as answer:
            with open(part, "ab" if answer.status == 206 else "wb") as file:
                for block in iter(lambda: answer.read(1 << 20), b""):
                    file.write(block)

    for path, url, size, checksum in files:
        target = os.path.join(folder, *path.split("/"))
        if os.path.exists(target):
            if size_of(target) != size or md5(target) != checksum:
                print(differs.replace("%1", path))
            continue
        print(fetching.replace("%1", path), flush=True)
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        part = target + ".part"
        tries = 0
        problem = None
        while not os.path.exists(target):
            before = size_of(part)
            wait = 2 ** tries
            try:
                if before < size or not os.path.exists(part):
                    fetch(base + url, part)
            except urllib.error.HTTPError as error:
                if error.code == 416:
                    os.remove(part)
                elif error.code != 429 and error.code < 500:
                    raise RuntimeError(refused.replace("%1", path) + " %d" % error.code) from None
                else:
                    after = error.headers.get("Retry-After", "")
                    wait = min(int(after), 60) if after.isdigit() else wait
                problem = error
            except (OSError, http.client.HTTPException) as error:
                problem = error
            if size_of(part) >= size and os.path.exists(part):
                if size_of(part) == size and md5(part) == checksum:
                    os.replace(part, target)
                    break
                os.remove(part)
                tries += 2
            tries = 0 if size_of(part) > before else tries + 1
            if tries >= 5:
                raise RuntimeError(failed.replace("%1", path)) from problem
            time.sleep(wait)`;
