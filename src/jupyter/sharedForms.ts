import type { Workspace } from '@jupyterlab/services';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type { IFormStore } from '../session/ports';

/** The name of our document among the server's workspaces. */
export const formsWorkspace = 'jupyterlab-zenodo-publisher-forms';

/** The key of the forms in the document's data. */
const formsKey = 'jupyterlab-zenodo-publisher:forms';

/** So many forms are shared; those that were not touched for longest go first. */
const atMost = 20;

/** So long after the last change they are stored, in milliseconds. */
const pause = 500;

/**
 * Keeps forms in two places: as each page has them (JupyterLab's state
 * database, of which every tab has one of its own), and, once a publication was
 * begun, on Jupyter's server beside the journal, so that another tab or browser
 * can go on with what was typed. Losing either loses typing only: nothing rejects.
 */
export class SharedFormStore implements IFormStore {
  constructor(private readonly _options: SharedFormStore.IOptions) {}

  /** What was typed last, here or elsewhere. */
  async load(id: string): Promise<unknown> {
    const own = await this._options.own.load(id);
    const shared = (await this._fetch())[id];
    return shared !== undefined && keptOf(shared) > keptOf(own) ? shared : own;
  }

  save(id: string, form: object): Promise<void> {
    return this._options.own.save(id, form);
  }

  async share(id: string, form: object): Promise<void> {
    this._waiting.set(id, form);
    this._storeSoon();
  }

  async remove(id: string): Promise<void> {
    await this._options.own.remove(id);
    if (this._isShared.has(id)) {
      this._isShared.delete(id);
      this._waiting.set(id, null);
      this._storeSoon();
    }
  }

  private _storeSoon(): void {
    for (const [id, form] of this._waiting) {
      if (form) {
        this._isShared.add(id);
      }
    }
    this._timer ??= setTimeout(() => {
      this._timer = null;
      this._stored = this._stored.then(() => this._store());
    }, pause);
  }

  private async _store(): Promise<void> {
    const changes = [...this._waiting];
    this._waiting.clear();
    const forms = { ...(await this._fetch()) };
    for (const [id, form] of changes) {
      delete forms[id];
      if (form) {
        forms[id] = form;
      }
    }
    const kept = Object.entries(forms)
      .sort(([, a], [, b]) => keptOf(b).localeCompare(keptOf(a)))
      .slice(0, atMost);
    const data = { [formsKey]: Object.fromEntries(kept) };
    try {
      await this._options.workspaces.save(formsWorkspace, {
        metadata: { id: formsWorkspace },
        data: data as ReadonlyPartialJSONObject
      } as Workspace.IWorkspace);
    } catch {
      // What was typed is still in this page.
    }
  }

  private async _fetch(): Promise<Record<string, unknown>> {
    try {
      const { data } = await this._options.workspaces.fetch(formsWorkspace);
      const forms: unknown = data[formsKey];
      return typeof forms === 'object' && forms !== null ? { ...forms } : {};
    } catch {
      return {};
    }
  }

  private readonly _waiting = new Map<string, object | null>();
  private readonly _isShared = new Set<string>();
  private _timer: ReturnType<typeof setTimeout> | null = null;
  private _stored: Promise<void> = Promise.resolve();
}

export namespace SharedFormStore {
  export interface IOptions {
    readonly own: Pick<IFormStore, 'load' | 'save' | 'remove'>;
    readonly workspaces: Pick<Workspace.IManager, 'fetch' | 'save'>;
  }
}

/** When it was kept (ISO 8601); '' where it does not say. */
function keptOf(form: unknown): string {
  const { kept } = (form ?? {}) as Record<string, unknown>;
  return typeof kept === 'string' ? kept : '';
}
