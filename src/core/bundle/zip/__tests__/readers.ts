/** Other programs that read archives, and what they say of the files. */
import {
  Entry,
  Reader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader
} from '@zip.js/zip.js';
import JSZip from 'jszip';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What Python's zipfile says of a file. */
export interface IPythonFile {
  readonly name: string;
  readonly content: string | null;
  readonly size: number;
  readonly packed: number;
  /** In the form of ISO 8601, without a zone. */
  readonly date: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly offset: number;
  readonly version: number;
  readonly system: number;
  /** Unix mode, in octal. */
  readonly mode: string;
}

/** Reads the files that are shorter than a million bytes, from one on. */
const pythonCode = `
import datetime, io, json, sys, zipfile

place, first = sys.argv[1], int(sys.argv[2])
source = io.BytesIO(sys.stdin.buffer.read()) if place == '-' else place
with zipfile.ZipFile(source) as archive:
    print(json.dumps({
        'bad': archive.testzip() if place == '-' else None,
        'files': [{
            'name': file.filename,
            'content': archive.read(file).decode()
                if index >= first and file.file_size < 1e6 else None,
            'size': file.file_size,
            'packed': file.compress_size,
            'date': datetime.datetime(*file.date_time).isoformat(),
            'flags': file.flag_bits,
            'method': file.compress_type,
            'crc': file.CRC,
            'offset': file.header_offset,
            'version': file.extract_version,
            'system': file.create_system,
            'mode': oct(file.external_attr >> 16)
        } for index, file in enumerate(archive.infolist())]
    }))
`;

/**
 * Python's zipfile on an archive in memory: tests all files.
 *
 * @param first - Files before this one are tested, but not handed over.
 */
export function pythonReads(
  archive: Buffer,
  first = 0
): {
  /** A file that is not what its sum says. */
  readonly bad: string | null;
  readonly files: readonly IPythonFile[];
} {
  return python('-', first, archive);
}

/** Python's zipfile on an archive on disk: reads the short files only. */
export function pythonReadsFile(place: string): readonly IPythonFile[] {
  return python(place, 0).files;
}

function python(place: string, first: number, input?: Buffer) {
  const args = ['-c', pythonCode, place, `${first}`];
  const options = { input, encoding: 'utf8', maxBuffer: 1e8 } as const;
  return JSON.parse(execFileSync('python3', args, options));
}

/** What zip.js or jszip says of a file. */
export interface IListedFile {
  readonly name: string;
  /** null = not read. */
  readonly content: string | null;
  readonly date: string;
}

/**
 * zip.js as strict as it can be: it compares each local header and descriptor
 * with the directory, and reads the files that are shorter than a million bytes.
 *
 * @param first - Files before this one are listed only: to read takes its time.
 */
export async function zipJsReads(
  source: Buffer | Reader<unknown>,
  first = 0
): Promise<IListedFile[]> {
  const reader = new ZipReader(
    source instanceof Reader ? source : new Uint8ArrayReader(source),
    { strictness: 'strict', useWebWorkers: false }
  );
  const files: IListedFile[] = [];
  for (const [index, entry] of (await reader.getEntries()).entries()) {
    files.push({
      name: entry.filename,
      content: index < first ? null : await contentOf(entry),
      date: entry.lastModDate.toISOString()
    });
  }
  await reader.close();
  return files;
}

async function contentOf(entry: Entry): Promise<string | null> {
  if (entry.directory) {
    throw new Error(`${entry.filename} is no file.`);
  }
  const isShort = entry.uncompressedSize < 1e6;
  const bytes = await entry.getData(new Uint8ArrayWriter(), {
    checkSignature: true,
    checkOverlappingEntry: true,
    checkOverlappingEntryOnly: !isShort
  });
  return isShort ? new TextDecoder().decode(bytes) : null;
}

/** A file on disk for zip.js. Node 20's `openAsBlob` cuts sizes to 32 bits. */
export class DiskReader extends Reader<string> {
  constructor(private readonly _place: string) {
    super(_place);
    this.size = statSync(_place).size;
  }

  async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const handle = openSync(this._place, 'r');
    const bytes = Buffer.alloc(Math.min(length, this.size - index));
    readSync(handle, bytes, 0, bytes.length, index);
    closeSync(handle);
    return bytes;
  }
}

/**
 * jszip, which compares the sums.
 *
 * @param first - Files before this one are listed only; if there are such, no
 *   sums are compared.
 */
export async function jszipReads(
  archive: Buffer,
  first = 0
): Promise<IListedFile[]> {
  const zip = await JSZip.loadAsync(archive, {
    checkCRC32: first === 0
  });
  return Promise.all(
    Object.values(zip.files).map(async (file, index) => ({
      name: file.name,
      content: index < first ? null : await file.async('string'),
      date: file.date.toISOString()
    }))
  );
}
