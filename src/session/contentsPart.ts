import { BundleFiles } from '../core/bundle/bundleFiles';
import { includedEntries } from '../core/bundle/edit';
import { byPath, IPlan, IPlanEntry } from '../core/bundle/entry';
import { isRuleFile } from '../core/bundle/ignoreFiles';
import type { Layout } from '../core/bundle/layouts';
import { splitPlan } from '../core/bundle/splitPlan';
import { IFiles, noFiles } from '../core/files';
import type { CopyEdit, IFinding } from '../core/finding';
import { composePlan, isMadeCrate, notebooksOf } from './bundlePlan';
import { BundleWalk } from './bundleWalk';
import type { IChanges } from './changes';
import {
  IContentsChoices,
  noChoices,
  withAbove,
  withCopyEdit,
  withOverrides,
  withTicks
} from './contentsChoices';
import { contentsView } from './contentsView';
import { FolderReading } from './folderReading';
import { hiddenByKernel } from './hiddenByKernel';
import type { IPickedFile } from './pickedFiles';
import { planFindings } from './planFindings';
import type { ISessionPorts } from './ports';
import type { IContentsActions } from './actions/contentsActions';
import { saveDocuments, unsavedDocuments } from './savedDocuments';
import type { PublicationStore } from './store';

/** What goes in: reads the folders, keeps what the user chose over a new reading. */
export class ContentsPart implements IContentsActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _changes: IChanges
  ) {
    this._walk = new BundleWalk(_ports, () => this.picked);
    this._reading = new FolderReading(_store, _ports, this._walk);
  }

  choices: IContentsChoices = noChoices;

  /** Files that are made here. */
  generated: readonly IPlanEntry[] = [];

  /** Files that notebooks use, and that nobody decided to leave out. */
  proposed: readonly IPlanEntry[] = [];

  /** Files from the user's own computer. */
  picked: readonly IPickedFile[] = [];

  findings: readonly IFinding[] = [];

  /** All entries, also those that are left out. */
  get entries(): readonly IPlanEntry[] {
    return this._plan?.entries ?? [];
  }

  /** The included files, sorted by path. */
  included: readonly IPlanEntry[] = [];

  /** What goes into a record of the data, sorted by path. */
  data: readonly IPlanEntry[] = [];

  /** All that leaves this machine, whichever record it is for. */
  get outgoing(): readonly IPlanEntry[] {
    return [...this.included, ...this.data].sort(byPath);
  }

  /** The included files by their paths in the bundle. */
  files: IFiles = noFiles;

  get root(): string {
    return this._plan?.root ?? '';
  }

  /** The layout that was chosen, as long as it is possible. */
  get layout(): Layout {
    return this._store.state.contents.layout;
  }

  /** The included notebooks: those that the user selected first, then by path. */
  notebooks: readonly string[] = [];

  async reload(): Promise<void> {
    const wanted = [...this.proposed, ...this.picked].map(({ path }) => path);
    if (await this._reading.read(this.choices, wanted)) {
      if (this.choices.root === null) {
        const deepest = this._walk.plan?.root ?? this.choices.deepest;
        this.choices = { ...this.choices, deepest };
      }
      this.refresh();
    }
    await this._changes.filesChanged();
  }

  stopReading(): void {
    this._reading.stop();
  }

  open(path: string, cell?: number): void {
    const source = this.entries.find(one => one.path === path)?.source;
    if (source) {
      this._ports.openPath(source, cell);
    }
  }

  setIncluded(path: string, included: boolean): void {
    if (this.entries.some(one => one.path === path && isMadeCrate(one))) {
      this.setCrate(included);
    } else {
      void this.tick([path], included);
    }
  }

  /** Tick or untick several. Resolved when all that depends on them is told. */
  async tick(paths: readonly string[], included: boolean): Promise<void> {
    // At once: whatever reads the folders meanwhile has to know.
    this.choices = withTicks(this.choices, paths, included);
    this.refresh();
    if (included) {
      await this._walk.open(paths, this.choices);
    }
    await this._choose(this.choices);
  }

  async setRoot(folder: string): Promise<void> {
    // Paths in the bundle are other ones then.
    const { crate, deepest } = this.choices;
    await this._readWith({ ...noChoices, root: folder, crate, deepest });
  }

  setAbove(path: string, included: boolean): void {
    void this._readWith(withAbove(this.choices, path, included));
  }

  async setUsesGitignore(on: boolean): Promise<void> {
    await this._readWith({ ...this.choices, usesGitignore: on });
  }

  async findHidden(): Promise<void> {
    await this._readWith({ ...this.choices, hidden: true });
    if (this._walk.plan?.showsHidden) {
      return;
    }
    // The server keeps them back; a kernel reads the folder itself.
    const [notebook] = this.notebooks;
    const seen = await hiddenByKernel(this._ports, this.entries, notebook);
    if (Object.keys(seen).length > 0) {
      await this.take(withOverrides(this.choices, seen), Object.keys(seen));
    }
  }

  setLayout(layout: Layout): void {
    void this._choose({ ...this.choices, layout });
  }

  setCrate(on: boolean): void {
    void this._choose({ ...this.choices, crate: on });
  }

  /**
   * Put files that notebooks use into the plan, as far as nobody decided
   * otherwise. What lies beside them in a folder is shown, too, and left out.
   *
   * @returns whether there were any that the plan did not have
   */
  async propose(entries: readonly IPlanEntry[]): Promise<boolean> {
    const known = new Set(this.proposed.map(({ path }) => path));
    const fresh = entries.filter(({ path }) => !known.has(path));
    if (fresh.length === 0) {
      return false;
    }
    const paths = fresh.map(({ path }) => path);
    await this._walk.open(paths, this.choices);
    this.proposed = [...this.proposed, ...fresh];
    this.refresh();
    return true;
  }

  /** Give data files a record of their own; none = take them all back. */
  partOff(paths: readonly string[]): Promise<void> {
    return this._choose({ ...this.choices, split: paths });
  }

  /** A file turned out not to be readable: it is left out, and that is said. */
  leaveOutUnreadable(source: string): void {
    this._walk.leaveOut(source);
    this.refresh();
  }

  /**
   * Take in files that are in no folder of the server, and what is chosen for them.
   *
   * @param paths - where something came or went
   */
  async take(
    choices: IContentsChoices,
    paths: readonly string[]
  ): Promise<void> {
    await this._walk.open(paths, choices);
    // Rules hold for all: the folders are looked through again.
    await (paths.some(isRuleFile)
      ? this._readWith(choices)
      : this._choose(choices));
  }

  /** Change a copy in the bundle. */
  editCopy(path: string, edit: CopyEdit): Promise<void> {
    return this._choose(withCopyEdit(this.choices, path, edit));
  }

  /** Let a text file be another one in the bundle than in the folder. */
  override(path: string, text: string): Promise<void> {
    return this._choose(withOverrides(this.choices, { [path]: text }));
  }

  /** Compute the plan anew from what was found, made here, proposed and ticked. */
  refresh(): void {
    const { files, trans, documents } = this._ports;
    const walked = this._walk.plan;
    const whole = walked && composePlan(walked, this, trans);
    const parts = whole && splitPlan(whole, this.choices.split, trans);
    const plan = parts && parts.notebooks;
    this._plan = plan;
    this.data = parts ? parts.data.entries : [];
    this.included = plan ? includedEntries(plan) : [];
    this.files = plan ? new BundleFiles(plan, files, trans) : noFiles;
    this.notebooks = notebooksOf(this.included, this._store.state.selection);
    this._store.update('contents', {
      reading: null,
      unsaved: unsavedDocuments(documents, this.included),
      ...contentsView(plan, this._walk, this, trans)
    });
    this.findings = [
      ...this._reading.findings,
      ...planFindings(plan, this.layout, this.picked, trans)
    ];
  }

  /** Save the open documents of the bundle, after asking. False = the user said no. */
  saveOpenDocuments(): Promise<boolean> {
    return saveDocuments(this._ports, this.included);
  }

  private async _choose(choices: IContentsChoices): Promise<void> {
    this.choices = choices;
    this.refresh();
    this._changes.formChanged();
    await this._changes.filesChanged();
  }

  private async _readWith(choices: IContentsChoices): Promise<void> {
    this.choices = choices;
    this.proposed = [];
    await this.reload();
    this._changes.formChanged();
  }

  private readonly _walk: BundleWalk;
  private readonly _reading: FolderReading;
  private _plan: IPlan | null = null;
}
