import { detectBinder, IBinderDetection } from '../core/binder/detect';
import { layoutFindings } from '../core/binder/layout';
import type { IPlanEntry } from '../core/bundle/entry';
import { joinPath } from '../core/bundle/root';
import { captureEnvironment, ICapture } from '../core/environment/capture';
import { coverage, ICoverage } from '../core/environment/coverage/coverage';
import { readDeclarations } from '../core/environment/coverage/readDeclarations';
import { normalizedName } from '../core/environment/distributionName';
import { environmentFiles } from '../core/environment/files';
import { KernelBusyError, WhenBusy } from '../core/environment/kernel';
import { readBytes } from '../core/files';
import type { IFinding } from '../core/finding';
import { localDate } from '../core/metadata/empty';
import { textOf } from './accountPart';
import { busyFinding } from './busyFinding';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import { environmentCandidates } from './environmentFiles';
import type { IEnvironmentState } from './environmentState';
import type { Inspection } from './inspection';
import { IMadeFile, madeEntries, madeView, remade } from './madeFiles';
import { notebookKernels } from './notebookKernels';
import type { ISessionPorts } from './ports';
import type { IEnvironmentActions } from './publicationSession';
import type { PublicationStore } from './store';

/** Which environment Binder will start, what the notebooks need of it, and the files made from a kernel. */
export class EnvironmentPart implements IEnvironmentActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _changes: IChanges
  ) {}

  findings: readonly IFinding[] = [];

  /** Environment files that were made here. */
  made: readonly IMadeFile[] = [];

  makes(path: string): boolean {
    return this.made.some(file => file.path === path);
  }

  /** Put back what was kept. */
  restore(made: readonly IMadeFile[]): void {
    this.made = made;
    this._contents.generated = madeEntries(made);
  }

  /** Ask what Binder does with the bundle as it is ticked now. */
  async detect(): Promise<void> {
    const run = ++this._run;
    const { trans } = this._ports;
    const included = this._contents.included;
    try {
      const texts = await this._texts(included);
      const detected = await this._ask(included);
      const covered = this._cover(included, texts, detected);
      if (run === this._run) {
        this._detected = [
          ...detected.findings,
          ...layoutFindings(included, this._contents.layout, trans),
          ...covered.findings
        ];
        this._tell({
          // An error means that it will not get as far as starting.
          accepted:
            detected.accepted &&
            !detected.findings.some(({ severity }) => severity === 'error'),
          file: detected.file,
          pythonVersion: detected.pythonVersion ?? null,
          packages: readDeclarations(texts, detected.shadowed).declared.length,
          coverage: covered
        });
      }
    } catch (error) {
      if (run === this._run) {
        this._detected = [
          this._finding(
            'not-read',
            textOf(error, trans.__('The environment files could not be read.'))
          )
        ];
        this._tell({ accepted: false, file: null });
      }
    }
  }

  async capture(whenBusy: WhenBusy = 'tell'): Promise<void> {
    const { kernelFor, clock, trans } = this._ports;
    const notebook = this._contents.notebooks[0];
    const source = this._source(notebook ?? '');
    if (!source) {
      return;
    }
    this._captured = [];
    this._store.update('environment', { capture: 'reading' });
    try {
      const included = this._contents.included;
      const texts = await this._texts(included);
      const { declared } = readDeclarations(texts);
      this._kernel = await captureEnvironment(kernelFor(source), {
        modules: this._inspection.uses?.modules ?? [],
        files: included.map(({ path }) => path),
        code: this._inspection.code,
        declared: declared.map(({ key }) => key),
        whenBusy,
        trans
      });
      this._captured = this._kernel.findings;
      // The project's own environment stays: what it lacks is found below.
      if (!this._hasOwn(texts)) {
        const apt = texts.get('apt.txt') ?? '';
        const fresh = environmentFiles(this._kernel, clock.now(), trans, apt);
        const current = await this._savedTexts();
        this.made = remade(this.made, fresh.files, current);
        this._captured = [...this._kernel.findings, ...fresh.findings];
      }
    } catch (error) {
      this._captured = [
        error instanceof KernelBusyError
          ? busyFinding(error, trans)
          : this._finding(
              'not-captured',
              textOf(
                error,
                trans.__(
                  'The kernel could not be read. Start it and try again.'
                )
              )
            )
      ];
    }
    await this._changed();
  }

  async drop(): Promise<void> {
    this.made = [];
    this._captured = [];
    this._kernel = null;
    await this._changed();
  }

  edit(path: string, text: string): Promise<void> {
    this.made = this.made.map(file =>
      file.path === path ? { ...file, text } : file
    );
    return this._changed();
  }

  async save(): Promise<void> {
    const { writer, trans } = this._ports;
    const saved: IMadeFile[] = [];
    this._captured = [];
    for (const file of this.made) {
      const { path, text } = file;
      try {
        const full = joinPath(this._contents.root, path);
        await writer.writeText(full, file.saved, text);
        saved.push({ ...file, saved: text });
      } catch (error) {
        const message = trans.__('%1 could not be saved.', path);
        const finding = this._finding('not-saved', textOf(error, message));
        this._captured = [...this._captured, { ...finding, place: { path } }];
        saved.push(file);
      }
    }
    this.made = saved;
    this._contents.generated = madeEntries(saved);
    await this._contents.reload();
    this._changes.formChanged();
  }

  async convertLock(_path: string): Promise<void> {
    await this._changed();
  }

  private async _changed(): Promise<void> {
    this._contents.generated = madeEntries(this.made);
    this._contents.refresh();
    await this._changes.filesChanged();
    this._changes.formChanged();
  }

  private _ask(included: readonly IPlanEntry[]): Promise<IBinderDetection> {
    const { clock, trans } = this._ports;
    const kernel = this._kernel;
    return detectBinder(
      included.map(({ path }) => path),
      path => this._read(path),
      trans,
      {
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
      }
    );
  }

  private _cover(
    included: readonly IPlanEntry[],
    files: ReadonlyMap<string, string>,
    detected: IBinderDetection
  ): ICoverage {
    return coverage({
      uses: this._inspection.uses?.modules ?? [],
      files,
      kernel: this._kernel,
      paths: included.map(({ path }) => path),
      shadowed: detected.shadowed,
      python: detected.pythonVersion ?? null,
      trans: this._ports.trans
    });
  }

  private async _texts(
    included: readonly IPlanEntry[]
  ): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const { path } of environmentCandidates(included)) {
      texts.set(path, new TextDecoder().decode(await this._read(path)));
    }
    return texts;
  }

  /** The project says itself what it needs; apt.txt and runtime.txt alone do not. */
  private _hasOwn(texts: ReadonlyMap<string, string>): boolean {
    return [...texts.keys()].some(
      path => !this.makes(path) && !/(^|\/)(apt|runtime)\.txt$/.test(path)
    );
  }

  /** What the folder holds of the files that were saved: it may have been changed there. */
  private async _savedTexts(): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const { path, saved } of this.made) {
      if (saved !== null && this._source(path)) {
        texts.set(path, new TextDecoder().decode(await this._read(path)));
      }
    }
    return texts;
  }

  private _source(path: string): string | null | undefined {
    return this._contents.included.find(one => one.path === path)?.source;
  }

  private _read(path: string): Promise<Uint8Array> {
    return readBytes(this._contents.files, path);
  }

  private _finding(id: string, message: string): IFinding {
    return {
      id: `environment.${id}`,
      severity: 'warning',
      section: 'environment',
      message
    };
  }

  private _tell(change: Partial<IEnvironmentState>): void {
    const notebook = this._contents.notebooks[0] ?? null;
    this.findings = [...this._detected, ...this._captured];
    this._store.update('environment', {
      pythonVersion: null,
      packages: null,
      coverage: null,
      ...change,
      notebook,
      capture: this.made.length
        ? 'added'
        : this._kernel
          ? 'read'
          : notebook
            ? 'possible'
            : 'not-possible',
      generated: madeView(this.made)
    });
  }

  private _run = 0;
  private _kernel: ICapture | null = null;
  private _detected: readonly IFinding[] = [];
  private _captured: readonly IFinding[] = [];
}
