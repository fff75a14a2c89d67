import type { IPlanEntry } from '../core/bundle/entry';
import { readHiddenFiles } from '../core/environment/hiddenFiles';
import { PublisherError } from '../core/error';
import type { ISessionPorts } from './ports';

/**
 * Hidden text files of a bundle that the server keeps back, as a notebook's
 * kernel sees them; none where no Python kernel answers.
 *
 * @param notebook - path in the bundle of the notebook whose kernel is asked
 * @returns texts by path in the bundle. What a kernel read before is read
 *   again: it may be another text by now
 */
export async function hiddenByKernel(
  { kernelFor, trans }: Pick<ISessionPorts, 'kernelFor' | 'trans'>,
  entries: readonly IPlanEntry[],
  notebook: string | undefined
): Promise<Record<string, string>> {
  const source = entries.find(({ path }) => path === notebook)?.source;
  if (!notebook || !source) {
    return {};
  }
  const known = new Set(
    entries.flatMap(({ path, source, reasonKind }) =>
      source === null && reasonKind !== 'picked' ? [] : path
    )
  );
  // A kernel works in its notebook's folder.
  const root = '../'.repeat(notebook.split('/').length - 1) || '.';
  try {
    const seen = await readHiddenFiles(kernelFor(source), root, trans);
    return Object.fromEntries([...seen].filter(([path]) => !known.has(path)));
  } catch (error) {
    if (error instanceof PublisherError) {
      return {};
    }
    throw error;
  }
}
