import { type IFiles, readBytes, readText } from '../../files';
import { joinPath, nameOf } from '../../paths';

/** So many tags are read, the last ones by name first. */
const MOST = 100;

/** Bytes of a tag object as git keeps it: its message may be of some length. */
const LARGEST = 100_000;

/**
 * The tags that git has not packed, as lines of its `packed-refs`: the tag, and
 * after an annotated one the commit that it is of.
 *
 * Source: git's documentation, gitrepository-layout and gitformat-pack (loose
 * objects are deflated, in zlib's format).
 *
 * @param git - the folder `.git`
 * @throws what the port to read files throws, and what is no tag
 */
export async function looseTags(
  files: IFiles,
  git: string,
  signal?: AbortSignal
): Promise<string> {
  const folder = joinPath(git, 'refs/tags');
  const found = (await files.list(folder, signal))
    .filter(({ kind, size }) => kind === 'file' && (size ?? 0) < 100)
    .sort((a, b) => b.path.localeCompare(a.path))
    .slice(0, MOST);
  const lines: string[] = [];
  for (const { path } of found) {
    const id = (await readText(files, path, signal)).trim();
    if (/^[\da-f]{40}$/.test(id)) {
      lines.push(`${id} refs/tags/${nameOf(path)}`);
      const commit = await commitOf(files, git, id, signal);
      if (commit) {
        lines.push(`^${commit}`);
      }
    }
  }
  return lines.map(line => `${line}\n`).join('');
}

/** The commit that an annotated tag is of; '' of what is none, or is packed. */
async function commitOf(
  files: IFiles,
  git: string,
  id: string,
  signal?: AbortSignal
): Promise<string> {
  const path = joinPath(git, `objects/${id.slice(0, 2)}/${id.slice(2)}`);
  try {
    const { size } = await files.stat(path, signal);
    if (
      (size ?? LARGEST) >= LARGEST ||
      typeof DecompressionStream === 'undefined'
    ) {
      return '';
    }
    const bytes = new Uint8Array(await readBytes(files, path, signal));
    const inflated = new Blob([bytes])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'));
    const text = await beginningOf(inflated);
    return (
      /^tag \d+\0object ([\da-f]{40})\ntype commit\n/.exec(text)?.[1] ?? ''
    );
  } catch {
    signal?.throwIfAborted();
    // In a pack, or another kind of object: then it is no annotated tag of ours.
    return '';
  }
}

/** The first bytes as text: what inflates without end is not read to the end. */
async function beginningOf(
  stream: ReadableStream<Uint8Array>
): Promise<string> {
  const reader = stream.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder('latin1').decode(value?.subarray(0, 200));
}
