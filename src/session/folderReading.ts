import type { IFinding } from '../core/finding';
import type { IContentsChoices } from './contentsChoices';
import type { BundleWalk } from './bundleWalk';
import type { ISessionPorts } from './ports';
import { readingFinding } from './readingFinding';
import type { PublicationStore } from './store';

/** The look through the folders that is under way: there is one, the latest. */
export class FolderReading {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _walk: BundleWalk
  ) {}

  /** Why the last reading did not get to its end. */
  findings: readonly IFinding[] = [];

  stop(): void {
    this._current?.abort();
  }

  /**
   * Look through the folders, telling how far it got. What fails is a finding.
   *
   * @param wanted - paths in the bundle of files that may lie in folders which
   *   are left out as a whole, beside those that are ticked
   * @returns false when another reading took this one's place
   */
  async read(
    choices: IContentsChoices,
    wanted: readonly string[]
  ): Promise<boolean> {
    this.stop();
    const controller = new AbortController();
    this._current = controller;
    this._tell(0);
    try {
      await this._walk.read(
        this._store.state.selection,
        choices,
        [...wanted, ...choices.ticks.flatMap(([path, on]) => (on ? path : []))],
        controller.signal,
        files => this._tell(files)
      );
      this.findings = [];
    } catch (error) {
      if (this._current !== controller) {
        return false;
      }
      this.findings = [readingFinding(error, this._ports.trans)];
    }
    if (this._current !== controller) {
      return false;
    }
    this._current = null;
    return true;
  }

  private _tell(files: number): void {
    this._store.update('contents', { reading: { files } });
  }

  private _current: AbortController | null = null;
}
