import type { JupyterFrontEnd } from '@jupyterlab/application';
import { WidgetTracker } from '@jupyterlab/apputils';
import { selectionKey } from '../core/selection';
import type { IVersionChoices } from '../session/versionState';
import type { IPublicationPanel, IPublicationPanels } from './tokens';

/** Opens the panels of publications, one for each selection. */
export class PublicationPanels implements IPublicationPanels {
  constructor(options: PublicationPanels.IOptions) {
    this._options = options;
    this.tracker = new WidgetTracker<IPublicationPanel>({
      namespace: 'zenodo-publisher'
    });
  }

  readonly tracker: WidgetTracker<IPublicationPanel>;

  /**
   * Go to the panel of these paths, or open one. Asked twice at once, it still
   * opens one.
   */
  async open(
    paths: readonly string[],
    id?: string,
    version?: IVersionChoices
  ): Promise<IPublicationPanel> {
    const selection = [...new Set(paths.map(this._options.toPath))].sort();
    const key = selectionKey(selection);
    const there = this.tracker.find(panel => selectionKey(panel.paths) === key);
    if (there) {
      this._show(there);
      return there;
    }
    const opening =
      this._opening.get(key) ?? this._open(key, selection, id, version);
    this._opening.set(key, opening);
    return opening;
  }

  private async _open(
    key: string,
    selection: readonly string[],
    id?: string,
    version?: IVersionChoices
  ): Promise<IPublicationPanel> {
    try {
      const panel = await this._options.create(selection, id, version);
      const { shell, area } = this._options;
      // JupyterLab never lets go of a widget whose rank it was told.
      shell.add(panel, area, area === 'right' ? { rank: 1000 } : {});
      await this.tracker.add(panel);
      // So that a page that is loaded anew opens that one.
      panel.publicationChanged.connect(() => void this.tracker.save(panel));
      this._show(panel);
      return panel;
    } finally {
      this._opening.delete(key);
    }
  }

  private _show(panel: IPublicationPanel): void {
    this._options.shell.activateById(panel.id);
  }

  private readonly _options: PublicationPanels.IOptions;
  private readonly _opening = new Map<string, Promise<IPublicationPanel>>();
}

export namespace PublicationPanels {
  export interface IOptions {
    readonly shell: Pick<JupyterFrontEnd.IShell, 'add' | 'activateById'>;
    /**
     * `main` in JupyterLab. In Jupyter Notebook the main area holds one widget
     * and drops any other, so there it is `right`.
     */
    readonly area: 'main' | 'right';
    /** The path of a file as publications name it. */
    readonly toPath: (path: string) => string;
    readonly create: (
      selection: readonly string[],
      id?: string,
      version?: IVersionChoices
    ) => Promise<IPublicationPanel>;
  }
}
