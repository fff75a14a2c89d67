import type { IPlanEntry } from '../bundle/entry';
import { readStable } from '../bundle/stability';
import type { ISecretScanner } from '../checks/secrets/secretScanner';
import type { IFiles } from '../files';
import type { CopyEdit } from '../finding';
import { editedCopy } from '../publish/prepare';
import type { ITranslator } from '../text';
import type { ITransferEntry } from '../transfer/transfers';
import { isOnOtherDrive } from '../transfer/jupyterServer';

/** What the files of a run are made of. */
export interface ITestRunFiles {
  /** The files of the bundle, those of a record of the data among them. */
  readonly entries: readonly IPlanEntry[];
  readonly copyEdits: Readonly<Record<string, readonly CopyEdit[]>>;
  readonly files: IFiles;
  readonly scanner: ISecretScanner;
  readonly trans: ITranslator;
  readonly signal?: AbortSignal;
}

/**
 * The files as they would be deposited, but for badges and DOI, for a server
 * that reads the user's own files by itself: what the page made, changed, or
 * alone can read goes along.
 *
 * @throws FileChangedError, FileAccessError, FileMissingError, CopyEditError,
 *   TooLargeToMaskError
 */
export async function testRunEntries(
  options: ITestRunFiles
): Promise<ITransferEntry[]> {
  const entries: ITransferEntry[] = [];
  for (const entry of options.entries) {
    entries.push(await entryOf(entry, options));
  }
  return entries;
}

async function entryOf(
  entry: IPlanEntry,
  options: ITestRunFiles
): Promise<ITransferEntry> {
  const { path, source, size, lastModified, link } = entry;
  const isServers =
    source !== null &&
    size !== null &&
    !isOnOtherDrive(source) &&
    !options.copyEdits[path]?.length;
  if (isServers) {
    const outside = link?.inside === false ? { outside: true } : {};
    return { path, size, lastModified, source, ...outside };
  }
  const content = await testRunBytes(entry, options);
  return { path, size: content.length, lastModified, content };
}

/** The bytes of a file as they would be deposited, but for badges and DOI. Throws as `testRunEntries`. */
export async function testRunBytes(
  entry: IPlanEntry,
  { copyEdits, files, scanner, trans, signal }: ITestRunFiles
): Promise<Uint8Array> {
  const stream = await readStable(files, entry, { trans, signal });
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const edits = copyEdits[entry.path] ?? [];
  return edits.length > 0
    ? editedCopy({ scanner, trans }, entry.path, bytes, edits)
    : bytes;
}
