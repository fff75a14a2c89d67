import { detectBinder } from '../core/binder/detect';
import { layoutFindings } from '../core/binder/layout';
import type { IPlanEntry } from '../core/bundle/entry';
import { generatedEntry } from '../core/bundle/generated';
import { captureEnvironment } from '../core/environment/capture';
import { environmentFiles } from '../core/environment/files';
import { readBytes } from '../core/files';
import type { IFinding } from '../core/finding';
import { notebookImports } from '../core/notebook/imports';
import { readNotebook } from '../core/notebook/notebook';
import type { IModuleUse } from '../core/uses/moduleUse';
import { textOf } from './accountPart';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import type { ISessionPorts } from './ports';
import type { IEnvironmentActions } from './publicationSession';
import type { PublicationStore } from './store';

/** Which environment Binder will start, and the files made from a kernel. */
export class EnvironmentPart implements IEnvironmentActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _changes: IChanges
  ) {}

  findings: readonly IFinding[] = [];

  /** Ask what Binder does with the bundle as it is ticked now. */
  async detect(): Promise<void> {
    const run = ++this._run;
    const { trans } = this._ports;
    const included = this._contents.included;
    let detected;
    let packages: number | null = null;
    try {
      detected = await detectBinder(
        included.map(({ path }) => path),
        async path => new TextDecoder().decode(await this._read(path)),
        trans
      );
      const list = requirementsBeside(detected.file, included);
      if (list) {
        packages = countRequirements(
          new TextDecoder().decode(await this._read(list))
        );
      }
    } catch (error) {
      if (run === this._run) {
        this._detected = [
          {
            id: 'environment.not-read',
            severity: 'warning',
            section: 'environment',
            message: textOf(
              error,
              trans.__('The environment files could not be read.')
            )
          }
        ];
        this._tell({ accepted: false, file: null });
      }
      return;
    }
    if (run !== this._run) {
      return;
    }
    this._detected = [
      ...detected.findings,
      ...layoutFindings(included, 'zip', trans)
    ];
    this._tell({
      accepted: detected.accepted,
      file: detected.file,
      pythonVersion: detected.pythonVersion ?? null,
      packages
    });
  }

  /** Make `runtime.txt` and `requirements.txt` from the notebook's kernel. */
  async capture(): Promise<void> {
    const { kernelFor, clock, trans } = this._ports;
    const notebook = this._contents.notebooks[0];
    const source = this._contents.included.find(
      ({ path }) => path === notebook
    )?.source;
    if (!source) {
      return;
    }
    this._captured = [];
    this._store.update('environment', { capture: 'reading' });
    try {
      const capture = await captureEnvironment(kernelFor(source), {
        modules: await this._modules(),
        files: this._contents.included.map(({ path }) => path),
        trans
      });
      const made = environmentFiles(capture, clock.now(), trans);
      this._contents.generated = made.files.map(generatedEntry);
      this._captured = [...capture.findings, ...made.findings];
    } catch (error) {
      this._captured = [
        {
          id: 'environment.not-captured',
          severity: 'warning',
          section: 'environment',
          message: textOf(
            error,
            trans.__('The kernel could not be read. Start it and try again.')
          )
        }
      ];
    }
    await this._changed();
  }

  /** Leave the files made from the kernel out again. */
  async drop(): Promise<void> {
    this._contents.generated = [];
    this._captured = [];
    await this._changed();
  }

  private async _changed(): Promise<void> {
    this._contents.refresh();
    await this._changes.filesChanged();
    this._changes.formChanged();
  }

  private async _modules(): Promise<IModuleUse[]> {
    const modules = new Map<string, IModuleUse>();
    for (const path of this._contents.notebooks) {
      const notebook = readNotebook(await this._read(path), this._ports.trans);
      for (const [name, [cell]] of notebookImports(notebook)) {
        if (!modules.has(name)) {
          const places = [{ path, cell }];
          modules.set(name, {
            name,
            language: 'python',
            places,
            optional: false
          });
        }
      }
    }
    return [...modules.values()];
  }

  private async _read(path: string): Promise<Uint8Array> {
    const entry = this._contents.included.find(one => one.path === path);
    return entry?.source
      ? readBytes(this._ports.files, entry.source)
      : (entry?.content ?? new Uint8Array());
  }

  private _tell(change: {
    accepted: boolean;
    file: string | null;
    pythonVersion?: string | null;
    packages?: number | null;
  }): void {
    const generated = this._contents.generated;
    const notebook = this._contents.notebooks[0] ?? null;
    this.findings = [...this._detected, ...this._captured];
    this._store.update('environment', {
      pythonVersion: null,
      packages: null,
      ...change,
      notebook,
      capture: generated.length
        ? 'added'
        : notebook
          ? 'possible'
          : 'not-possible',
      generated: Object.fromEntries(
        generated.map(({ path, content }) => [
          path,
          new TextDecoder().decode(content)
        ])
      )
    });
  }

  private _run = 0;
  private _detected: readonly IFinding[] = [];
  private _captured: readonly IFinding[] = [];
}

/** The requirements.txt that Binder installs along with the file that it chose; null for none. */
function requirementsBeside(
  file: string | null,
  included: readonly IPlanEntry[]
): string | null {
  const list = file?.replace(/(^|\/)runtime\.txt$/, '$1requirements.txt');
  return list?.endsWith('requirements.txt') &&
    included.some(({ path }) => path === list)
    ? list
    : null;
}

/** Lines of requirements.txt that name a package: no comments, no options (pip, "Requirements File Format"). */
function countRequirements(text: string): number {
  return text
    .split(/\r?\n/)
    .filter(line => line.trim() && !/^\s*[#-]/.test(line)).length;
}
