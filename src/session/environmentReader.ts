import { detectBinder, IBinderDetection } from '../core/binder/detect';
import type { ICapture } from '../core/environment/capture';
import { coverage, ICoverage } from '../core/environment/coverage/coverage';
import { normalizedName } from '../core/binder/distributionName';
import { isConvertibleLock } from '../core/environment/locks/convertLock';
import { readBytes } from '../core/files';
import { localDate } from '../core/metadata/empty';
import type { ContentsPart } from './contentsPart';
import { environmentCandidates } from './environmentFiles';
import type { Inspection } from './inspection';
import { notebookKernels } from './notebookKernels';
import type { ISessionPorts } from './ports';

/** Reads what the bundle, as it is ticked now, says of its environment. */
export class EnvironmentReader {
  constructor(
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection
  ) {}

  /** Paths of all included files. */
  get paths(): string[] {
    return this._contents.included.map(({ path }) => path);
  }

  /** Lock files that Binder does not read, and that can be turned into what it reads. */
  get lockFiles(): string[] {
    return this.paths.filter(
      path => !path.includes('/') && isConvertibleLock(path)
    );
  }

  read(path: string): Promise<Uint8Array> {
    return readBytes(this._contents.files, path);
  }

  async readText(path: string): Promise<string> {
    return new TextDecoder().decode(await this.read(path));
  }

  /** The texts of the environment files, by path. */
  async texts(): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const { path } of environmentCandidates(this._contents.included)) {
      texts.set(path, await this.readText(path));
    }
    return texts;
  }

  /** What Binder does with the bundle. */
  detect(kernel: ICapture | null): Promise<IBinderDetection> {
    const { clock, trans } = this._ports;
    return detectBinder(this.paths, path => this.read(path), trans, {
      python: kernel?.python ?? null,
      versions: new Map(
        (kernel?.packages ?? []).map(({ name, version }) => [
          normalizedName(name),
          version
        ])
      ),
      leftOut: this._contents.entries
        .filter(entry => !entry.included && entry.kind === 'file')
        .map(({ path }) => path),
      today: localDate(new Date(clock.now())),
      notebooks: notebookKernels(this._inspection.notebooks)
    });
  }

  /** What of the imports the environment files cover. */
  cover(
    files: ReadonlyMap<string, string>,
    detected: IBinderDetection,
    kernel: ICapture | null
  ): ICoverage {
    return coverage({
      uses: this._inspection.uses?.modules ?? [],
      files,
      kernel,
      paths: this.paths,
      code: this._inspection.code,
      shadowed: detected.shadowed,
      python: detected.pythonVersion ?? null,
      trans: this._ports.trans
    });
  }
}
