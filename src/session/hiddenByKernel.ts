import type { IPlanEntry } from '../core/bundle/entry';
import { readHiddenFiles } from '../core/environment/hiddenFiles';
import { PublisherError } from '../core/error';
import type { ISessionPorts } from './ports';

/**
 * Hidden text files of a bundle as a notebook's kernel sees them, by path; none
 * where no Python kernel answers: then only what the server gives is known.
 */
export async function hiddenByKernel(
  { kernelFor, trans }: Pick<ISessionPorts, 'kernelFor' | 'trans'>,
  notebook: IPlanEntry | undefined
): Promise<ReadonlyMap<string, string>> {
  if (!notebook?.source) {
    return new Map();
  }
  // A kernel works in its notebook's folder.
  const root = '../'.repeat(notebook.path.split('/').length - 1) || '.';
  try {
    return await readHiddenFiles(kernelFor(notebook.source), root, trans);
  } catch (error) {
    if (error instanceof PublisherError) {
      return new Map();
    }
    throw error;
  }
}
