import { withoutUnreadable } from '../core/bundle/edit';
import type { IPlan } from '../core/bundle/entry';
import { probeHidden } from '../core/bundle/hidden';
import { settingsRule } from '../core/bundle/ignore';
import { includeAbove } from '../core/bundle/openFolder';
import { ILookOptions, planBundle } from '../core/bundle/plan';
import type { IContentsChoices } from './contentsChoices';
import { openFoldersOf } from './openFoldersOf';
import { IPickedFile, ruleFiles } from './pickedFiles';
import type { ISessionPorts } from './ports';

/** What is in the folders, as far as it was looked into. */
export class BundleWalk {
  constructor(
    private readonly _ports: ISessionPorts,
    private readonly _getPicked: () => readonly IPickedFile[]
  ) {}

  /** As the folders are; null = not read yet. */
  found: IPlan | null = null;

  /** With what was taken in from above, and the folders that were looked into. */
  plan: IPlan | null = null;

  /**
   * Look through the folders.
   *
   * @param wanted - paths in the bundle of files that may lie in folders which
   *   are left out as a whole
   * @throws CancelledError, PublisherError
   */
  async read(
    selection: readonly string[],
    choices: IContentsChoices,
    wanted: readonly string[],
    signal: AbortSignal,
    onFiles: (files: number) => void
  ): Promise<void> {
    const { root, above, hidden } = choices;
    const options: ILookOptions = {
      ...this._options(choices),
      signal,
      onProgress: ({ files }) => onFiles(files)
    };
    const walked = await planBundle({
      ...options,
      selection,
      ...(root === null ? {} : { root })
    });
    // Where they are given for the asking, nobody has to press a button.
    const asks = hidden || (await this._ports.server.givesHidden());
    const found = asks ? await probeHidden(walked, options) : walked;
    const taken = await includeAbove(found, above, options);
    const opened = await openFoldersOf(taken, wanted, options);
    this.found = found;
    this.plan = this._withoutUnreadable(opened);
  }

  /** Look into the folders in which these files lie, and that were left out as a whole. */
  async open(
    paths: readonly string[],
    choices: IContentsChoices
  ): Promise<void> {
    const options = this._options(choices);
    // The plan may be another one when a folder was read: then that is opened.
    for (let plan = this.plan; plan;) {
      const opened = await openFoldersOf(plan, paths, options);
      if (this.plan === plan) {
        this.plan = opened;
        return;
      }
      plan = this.plan;
    }
  }

  /** A file turned out not to be readable. It is left out from now on. */
  leaveOut(source: string): void {
    this._unreadable.add(source);
    this.plan = this.plan && this._withoutUnreadable(this.plan);
  }

  private _options({
    usesGitignore,
    overrides
  }: IContentsChoices): ILookOptions {
    const { files, ignored, trans } = this._ports;
    const rules = [settingsRule(ignored, trans)];
    return {
      ...{ files, trans, gitignore: usesGitignore, rules },
      ruleFiles: ruleFiles(this._getPicked(), overrides)
    };
  }

  private _withoutUnreadable(plan: IPlan): IPlan {
    const paths = plan.entries
      .filter(({ source }) => this._unreadable.has(source ?? ''))
      .map(({ path }) => path);
    return withoutUnreadable(plan, paths, this._ports.trans);
  }

  /** Files that the server did not hand out, by their paths there. */
  private readonly _unreadable = new Set<string>();
}
