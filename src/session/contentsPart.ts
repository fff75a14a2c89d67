import { checkPlan } from '../core/bundle/limits';
import {
  includedEntries,
  toggle,
  totals,
  withEntries
} from '../core/bundle/edit';
import type { IPlan, IPlanEntry } from '../core/bundle/entry';
import { planBundle } from '../core/bundle/plan';
import { CancelledError, PublisherError } from '../core/error';
import type { IFinding } from '../core/finding';
import type { IChanges } from './changes';
import type { ISessionPorts } from './ports';
import type { IContentsActions } from './publicationSession';
import type { PublicationStore } from './store';

/** What goes in: reads the folders, keeps what the user ticked over a new reading. */
export class ContentsPart implements IContentsActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _changes: IChanges
  ) {}

  /** What the user ticked or unticked, by path in the bundle, in order. */
  choices: readonly (readonly [string, boolean])[] = [];

  /** Files that are made here. */
  generated: readonly IPlanEntry[] = [];

  findings: readonly IFinding[] = [];

  /** The included files, sorted by path. */
  get included(): IPlanEntry[] {
    return this._plan ? includedEntries(this._plan) : [];
  }

  get root(): string {
    return this._plan?.root ?? '';
  }

  /** The included notebooks: those that the user selected first, then by path. */
  get notebooks(): string[] {
    const selected = new Set(this._store.state.selection);
    const all = this.included.filter(({ path }) => /\.ipynb$/i.test(path));
    const isSelected = (entry: IPlanEntry) =>
      entry.source !== null && selected.has(entry.source);
    return [
      ...all.filter(isSelected),
      ...all.filter(entry => !isSelected(entry))
    ].map(({ path }) => path);
  }

  async reload(): Promise<void> {
    await this.read();
    await this._changes.filesChanged();
  }

  stopReading(): void {
    this._reading?.abort();
  }

  open(path: string): void {
    const entry = this._plan?.entries.find(one => one.path === path);
    if (entry?.source) {
      this._ports.openPath(entry.source);
    }
  }

  /** Look through the folders. What fails is a finding. */
  async read(): Promise<void> {
    this.stopReading();
    const controller = new AbortController();
    this._reading = controller;
    const { files, trans } = this._ports;
    this._store.update('contents', { reading: { files: 0 } });
    try {
      this._walked = await planBundle({
        files,
        selection: this._store.state.selection,
        trans,
        signal: controller.signal,
        onProgress: progress =>
          this._store.update('contents', {
            reading: { files: progress.files }
          })
      });
      this._trouble = [];
    } catch (error) {
      if (this._reading !== controller) {
        return;
      }
      this._trouble = [this._readingFinding(error)];
    }
    if (this._reading === controller) {
      this._reading = null;
      this.refresh();
    }
  }

  setIncluded(path: string, included: boolean): void {
    this.choices = [
      ...this.choices.filter(([chosen]) => chosen !== path),
      [path, included]
    ];
    this.refresh();
    void this._changes.filesChanged();
    this._changes.formChanged();
  }

  /** Compute the plan anew from what was walked, made here and ticked. */
  refresh(): void {
    const { trans, documents } = this._ports;
    let plan = this._walked;
    if (plan && this.generated.length) {
      plan = withEntries(plan, this.generated);
    }
    for (const [path, included] of plan ? this.choices : []) {
      plan = plan && toggle(plan, path, included, trans);
    }
    this._plan = plan;
    this.findings = [
      ...this._trouble,
      ...(plan ? checkPlan(plan, { layout: 'zip', trans }) : [])
    ];
    const { count, bytes } = plan ? totals(plan) : { count: 0, bytes: 0 };
    this._store.update('contents', {
      reading: null,
      root: plan?.root ?? '',
      entries: plan?.entries ?? [],
      count,
      bytes,
      unsaved: documents.unsaved(this._sources())
    });
  }

  /** Save the open documents of the bundle, after asking. False = the user said no. */
  async saveOpenDocuments(): Promise<boolean> {
    const { documents, dialogs } = this._ports;
    const unsaved = documents.unsaved(this._sources());
    if (unsaved.length === 0) {
      return true;
    }
    if (!(await dialogs.confirmSave(unsaved))) {
      return false;
    }
    await documents.save(unsaved);
    return true;
  }

  private _sources(): string[] {
    return this.included.flatMap(({ source }) =>
      source === null ? [] : [source]
    );
  }

  private _readingFinding(error: unknown): IFinding {
    const { trans } = this._ports;
    return {
      id: 'contents.not-read',
      severity: 'error',
      section: 'contents',
      message:
        error instanceof CancelledError
          ? trans.__(
              'You stopped looking through the folder. Read it again to go on.'
            )
          : error instanceof PublisherError
            ? error.message
            : trans.__('The folder could not be read. Read it again to go on.')
    };
  }

  private _reading: AbortController | null = null;
  private _walked: IPlan | null = null;
  private _plan: IPlan | null = null;
  private _trouble: readonly IFinding[] = [];
}
