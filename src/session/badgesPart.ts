import type { IPlanEntry } from '../core/bundle/entry';
import { badgeMarkdown, badgeSource, IBadge } from '../core/notebook/badge';
import { badgeFor } from '../core/publish/badges';
import { isBadgeReadme } from '../core/publish/prepare';
import type { IChanges } from './changes';
import type { ContentsPart } from './contentsPart';
import type { ISessionPorts } from './ports';
import type { IBadgeActions } from './actions/publishActions';
import { binderReady } from './readiness';
import type { PublicationStore } from './store';

/** Which files get badges. By default all notebooks of the bundle do. */
export class BadgesPart implements IBadgeActions {
  constructor(
    private readonly _store: PublicationStore,
    private readonly _ports: ISessionPorts,
    private readonly _contents: ContentsPart,
    private readonly _changes: IChanges
  ) {}

  /** Notebooks whose badge was unticked. */
  without: readonly string[] = [];

  /** The README in the working folder gets badges, too. */
  readmeInFolder = false;

  /** The README that gets badges in the working folder, or null. */
  get readme(): string | null {
    const { readme } = this._store.state.publish;
    return readme?.inFolder ? readme.path : null;
  }

  set(path: string, on: boolean): void {
    const others = this.without.filter(one => one !== path);
    this.without = on ? others : [...others, path];
    this.refresh();
    this._changes.formChanged();
  }

  setReadmeInFolder(on: boolean): void {
    this.readmeInFolder = on;
    this.refresh();
    this._changes.formChanged();
  }

  /** Tell anew what the bundle's notebooks and README get. */
  refresh(): void {
    const readme = this._readme;
    this._store.update('publish', {
      badges: this._contents.notebooks.map(path => ({
        path,
        on: !this.without.includes(path)
      })),
      // One that is not in the folder can get no badge there.
      readme: readme?.source
        ? { path: readme.path, inFolder: this.readmeInFolder }
        : null
    });
  }

  /** The source of the badge cell, with a placeholder until there is a DOI. */
  preview(): string {
    return badgeSource(this._badge, this._ports.trans) ?? '';
  }

  /** What is put into the copy of the README, and its path; null without one. */
  readmePreview(): { readonly path: string; readonly text: string } | null {
    const readme = this._readme;
    return readme && { path: readme.path, text: badgeMarkdown(this._badge) };
  }

  private get _badge(): IBadge {
    const { account, publish } = this._store.state;
    return badgeFor(
      account.site,
      publish.draft?.doi ?? '',
      this._contents.notebooks[0],
      binderReady(this._store.state)
    );
  }

  private get _readme(): IPlanEntry | null {
    const { included } = this._contents;
    return included.find(({ path }) => isBadgeReadme(path)) ?? null;
  }
}
