import { layoutFindings } from '../core/binder/layout';
import type { ICapture } from '../core/environment/capture';
import { readDeclarations } from '../core/environment/coverage/readDeclarations';
import { KernelBusyError, WhenBusy } from '../core/environment/kernel';
import { PublisherError } from '../core/error';
import type { IFinding } from '../core/finding';
import { textOf } from './userText';
import { busyFinding } from './busyFinding';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import type { IEnvironmentFacts } from './environmentFacts';
import { EnvironmentReader } from './environmentReader';
import type { IEnvironmentState } from './environmentState';
import type { Inspection } from './inspection';
import { readKernel } from './kernelReading';
import { readLock } from './lockReading';
import { IMadeFile, madeEntries, madeView, remade } from './madeFiles';
import type { ISessionPorts } from './ports';
import type { IEnvironmentActions } from './actions/readingActions';
import { saveMade } from './saveMade';
import type { PublicationStore } from './store';

/** Which environment Binder will start, what the notebooks need of it, and the files made from a kernel. */
export class EnvironmentPart implements IEnvironmentActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _inspection: Inspection,
    private readonly _changes: IChanges
  ) {
    this._reader = new EnvironmentReader(_ports, _contents, _inspection);
  }

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
    try {
      const texts = await this._reader.texts();
      const detected = await this._reader.detect(this._kernel);
      const covered = this._reader.cover(texts, detected, this._kernel);
      const { declared } = readDeclarations(texts, detected.shadowed);
      if (run === this._run) {
        this._detected = [
          ...detected.findings,
          ...layoutFindings(
            this._contents.included,
            this._contents.layout,
            trans
          ),
          // The table of imports says which are not used.
          ...covered.findings.filter(({ id }) => id !== 'environment.unused')
        ];
        const isBroken = detected.findings.some(
          ({ severity }) => severity === 'error'
        );
        this._tell({
          // An error means that it will not get as far as starting.
          accepted: detected.accepted && !isBroken,
          file: fileOf(detected.file, declared[0]?.path),
          pythonVersion: detected.pythonVersion ?? null,
          packages: declared.length,
          coverage: covered
        });
      }
    } catch (error) {
      if (run === this._run) {
        const words = trans.__('The environment files could not be read.');
        this._detected = [this._finding('not-read', textOf(error, words))];
        this._tell({ accepted: false, file: null });
      }
    }
  }

  /**
   * What is known of the environment, for whoever wants to mend it.
   *
   * @param asks - also ask the kernel, where nobody did; without an answer it goes on
   */
  async facts(asks: boolean): Promise<IEnvironmentFacts> {
    const environment = await this._reader.texts();
    const { shadowed } = await this._reader.detect(this._kernel);
    return {
      environment,
      shadowed,
      kernel: this._kernel ?? (asks ? await this._quietly() : null)
    };
  }

  async capture(whenBusy: WhenBusy = 'tell'): Promise<void> {
    const { trans } = this._ports;
    const source = this._source(this._contents.notebooks[0] ?? '');
    if (!source) {
      return;
    }
    this._captured = [];
    this._store.update('environment', { capture: 'reading' });
    try {
      await this._ask(source, whenBusy);
    } catch (error) {
      const words = trans.__(
        'The kernel could not be read. Start it and try again.'
      );
      this._captured = [
        error instanceof KernelBusyError
          ? busyFinding(error, trans)
          : this._finding('not-captured', textOf(error, words))
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
    // The text is being typed: it cannot wait for the rest.
    this._store.update('environment', { generated: madeView(this.made) });
    return this._changed();
  }

  async save(): Promise<void> {
    const { writer, trans } = this._ports;
    const { files, findings } = await saveMade(
      this.made,
      this._contents.root,
      writer,
      trans
    );
    this._captured = findings;
    this.made = files;
    this._contents.generated = madeEntries(files);
    await this._contents.reload();
    this._changes.formChanged();
  }

  async convertLock(path: string): Promise<void> {
    const { trans } = this._ports;
    try {
      const { files, findings } = await readLock(
        { ...this._ports, reader: this._reader, inspection: this._inspection },
        path,
        this._kernel?.python ?? null
      );
      this.made = remade(this.made, files, await this._savedTexts());
      this._captured = findings;
    } catch (error) {
      const words = trans.__('%1 could not be read.', path);
      this._captured = [this._finding('not-converted', textOf(error, words))];
    }
    await this._changed();
  }

  /** What a kernel says, without anything being made of it; null = nothing. */
  private async _quietly(): Promise<ICapture | null> {
    const source = this._source(this._contents.notebooks[0] ?? '');
    if (!source) {
      return null;
    }
    try {
      return (await this._read(source, 'tell')).capture;
    } catch (error) {
      if (error instanceof PublisherError) {
        return null;
      }
      throw error;
    }
  }

  private _read(source: string, whenBusy: WhenBusy) {
    return readKernel(
      { ...this._ports, reader: this._reader, inspection: this._inspection },
      source,
      whenBusy,
      path => this.makes(path)
    );
  }

  /** Read the kernel; make files only where the project has none of its own. */
  private async _ask(source: string, whenBusy: WhenBusy): Promise<void> {
    const read = await this._read(source, whenBusy);
    this._kernel = read.capture;
    this._captured = read.findings;
    if (read.files) {
      this.made = remade(this.made, read.files, await this._savedTexts());
    }
  }

  private async _changed(): Promise<void> {
    this._contents.generated = madeEntries(this.made);
    this._contents.refresh();
    this._changes.formChanged();
    await this._changes.filesChanged();
  }

  /** What the folder holds of the files that were saved: it may have been changed there. */
  private async _savedTexts(): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const { path, saved } of this.made) {
      if (saved !== null && this._source(path)) {
        texts.set(path, await this._reader.readText(path));
      }
    }
    return texts;
  }

  private _source(path: string): string | null | undefined {
    return this._contents.included.find(one => one.path === path)?.source;
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
      generated: madeView(this.made),
      lockFiles: this._reader.lockFiles
    });
  }

  private readonly _reader: EnvironmentReader;
  private _run = 0;
  private _kernel: ICapture | null = null;
  private _detected: readonly IFinding[] = [];
  private _captured: readonly IFinding[] = [];
}

/** The file to name: runtime.txt alone says nothing of the packages that stand beside it. */
function fileOf(
  chosen: string | null,
  declaring: string | undefined
): string | null {
  return chosen?.endsWith('runtime.txt') && declaring ? declaring : chosen;
}
