import { UUID } from '@lumino/coreutils';
import {
  IKeptFile,
  IKeptFiles,
  noKeptFiles
} from '../core/bundle/sums/keptFiles';
import { IClock, systemClock } from '../core/clock';
import { KEPT_FOLDER } from './keptFileWriter';

/** Room that is left to others, and to what is counted roughly, beside the bytes. */
const SPARE = 1.1;

/** So often is tried to remove a file: who wrote it may hold it a little longer. */
const TRIES = 3;

/** Milliseconds between. */
const PAUSE = 500;

/** What nobody holds any more is removed, as a `Blob` is. */
const held = new FinalizationRegistry<() => void>(drop => drop());

/** TypeScript's types of a page leave out what lists a folder. */
interface IFolder extends FileSystemDirectoryHandle {
  keys(): AsyncIterable<string>;
}

/** What a page has for it: in secure contexts only. */
interface IStorage {
  readonly storage: StorageManager;
  readonly locks: LockManager;
}

/**
 * Large files of this page in the origin's private file system. They live as
 * long as somebody holds their `Blob`; what a page that ended has left behind
 * is removed by the next one. That a page lives, its lock on the file tells.
 */
class BrowserKeptFiles implements IKeptFiles {
  constructor(
    private readonly _browser: IStorage,
    private readonly _clock: IClock
  ) {}

  async reserve(bytes: number): Promise<IKeptFile | null> {
    const { storage } = this._browser;
    try {
      const folder = await this._swept(true);
      const { quota = 0, usage = 0 } = await storage.estimate();
      if (quota - usage < bytes * SPARE) {
        return null;
      }
      return await this._made(folder, `${UUID.uuid4()}.zip`);
    } catch {
      // Some private windows and policies forbid it. A `Blob` can be had anywhere.
      return null;
    }
  }

  async sweep(): Promise<void> {
    try {
      await this._swept(false);
    } catch {
      // Where none can be kept, none was left.
    }
  }

  /** The folder, without what pages that ended have left. Rejects where there is none. */
  private async _swept(create: boolean): Promise<FileSystemDirectoryHandle> {
    const { locks, storage } = this._browser;
    const root = await storage.getDirectory();
    const folder = (await root.getDirectoryHandle(KEPT_FOLDER, {
      create
    })) as IFolder;
    const names: string[] = [];
    for await (const name of folder.keys()) {
      names.push(name);
    }
    for (const name of names) {
      await locks.request(
        lockOf(name),
        { ifAvailable: true },
        lock => lock && this._remove(folder, name)
      );
    }
    return folder;
  }

  private async _made(
    folder: FileSystemDirectoryHandle,
    name: string
  ): Promise<IKeptFile> {
    const release = await this._locked(name);
    const drop = () => {
      void this._remove(folder, name).then(release);
    };
    try {
      const handle = await folder.getFileHandle(name, { create: true });
      return {
        name,
        drop,
        blob: async () => {
          const file = await handle.getFile();
          held.register(file, drop);
          return file;
        }
      };
    } catch (error) {
      drop();
      throw error;
    }
  }

  /** What cannot be removed now is removed by a later sweep. */
  private async _remove(
    folder: FileSystemDirectoryHandle,
    name: string
  ): Promise<void> {
    for (let tried = 1; tried <= TRIES; tried++) {
      try {
        return await folder.removeEntry(name);
      } catch {
        await this._clock.sleep(PAUSE);
      }
    }
  }

  /** Resolves with what ends the lock. */
  private _locked(name: string): Promise<() => void> {
    return new Promise((resolve, reject) => {
      this._browser.locks
        .request(
          lockOf(name),
          () => new Promise<void>(release => resolve(release))
        )
        .catch(reject);
    });
  }
}

function lockOf(name: string): string {
  return `${KEPT_FOLDER}:${name}`;
}

/** The kept files of this browser, as far as it has such. */
export function keptFiles(clock: IClock = systemClock): IKeptFiles {
  // Types say that both are everywhere.
  const { storage, locks } = (globalThis.navigator ?? {}) as Partial<IStorage>;
  return storage && 'getDirectory' in storage && locks
    ? new BrowserKeptFiles({ storage, locks }, clock)
    : noKeptFiles;
}
