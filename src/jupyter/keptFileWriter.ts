/** Kept files in the worker that writes them: nothing of the page is loaded here. */
import type { IKeptFileWriter } from '../core/bundle/sums/keptFiles';

/** The folder of the browser's private file system in which they lie. */
export const KEPT_FOLDER = 'jupyterlab-zenodo-publisher';

/** What only workers have of a file's handle; the types of a page leave it out. */
interface IWorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<IAccess>;
}

interface IAccess {
  /** How many bytes were written. */
  write(bytes: Uint8Array): number;
  close(): void;
}

/**
 * Open a file that was reserved.
 *
 * @throws Error when it is not there, is open already, or there are no such files
 */
export async function openKeptFile(name: string): Promise<IKeptFileWriter> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(KEPT_FOLDER);
  const handle = (await folder.getFileHandle(name)) as IWorkerFileHandle;
  const access = await handle.createSyncAccessHandle();
  return {
    write(bytes) {
      if (access.write(bytes) !== bytes.length) {
        throw new Error('Not all could be written');
      }
    },
    close: () => access.close()
  };
}
