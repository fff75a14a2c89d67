import { throwIfCancelled } from './error';
import {
  FileRefusedError,
  FileWriteError,
  IFileWriter,
  IWriteOptions,
  PathTakenError
} from './fileWriter';
import { nameOf, parentOf } from './paths';

/** The port to write files over a map of paths to bytes, for tests. */
export class MemoryFileWriter implements IFileWriter {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>(['']);

  /** Whether dot-names are refused, as Jupyter does by default. */
  refusesHidden = true;

  /** Called before each write; may throw. */
  before: (path: string) => void = () => undefined;

  async exists(path: string): Promise<boolean> {
    return this.files.has(path) || this.folders.has(path);
  }

  async makeFolder(path: string): Promise<void> {
    this._check(path);
    if (await this.exists(path)) {
      throw new PathTakenError(path, `${path} is there already.`);
    }
    this.folders.add(path);
  }

  async write(
    path: string,
    content: ReadableStream<Uint8Array>,
    { onProgress, signal }: IWriteOptions = {}
  ): Promise<number> {
    this._check(path);
    const bytes = new Uint8Array(await new Response(content).arrayBuffer());
    throwIfCancelled(signal, 'Cancelled');
    this.files.set(path, bytes);
    onProgress?.(bytes.length);
    return bytes.length;
  }

  async remove(path: string): Promise<void> {
    const isUsed = [...this.files.keys(), ...this.folders].some(one =>
      one.startsWith(`${path}/`)
    );
    if (isUsed) {
      throw new FileWriteError(path, `${path} is not empty.`);
    }
    this.files.delete(path);
    this.folders.delete(path);
  }

  private _check(path: string): void {
    this.before(path);
    if (this.refusesHidden && nameOf(path).startsWith('.')) {
      throw new FileRefusedError(path, `${path} is hidden.`);
    }
    if (!this.folders.has(parentOf(path))) {
      throw new FileWriteError(path, `There is no folder for ${path}.`);
    }
  }
}
