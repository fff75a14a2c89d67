import type { IStateDB } from '@jupyterlab/statedb';
import type { ReadonlyPartialJSONValue } from '@lumino/coreutils';
import { selectionKey } from '../core/selection';
import type { IFormStore } from '../session/ports';

const namespace = 'jupyterlab-zenodo-publisher-form';

/** So many forms are kept; those that were not touched for longest go first. */
const atMost = 50;

/**
 * Keeps what was typed in JupyterLab's state database, which belongs to the
 * workspace. Losing it loses typing, never a publication: that is the
 * journal's. So a database in trouble is no reason to stop, and nothing rejects.
 */
export class StateFormStore implements Pick<
  IFormStore,
  'load' | 'save' | 'remove'
> {
  constructor(options: StateFormStore.IOptions) {
    this._state = options.state;
  }

  async load(id: string): Promise<unknown> {
    return attempt(() => this._state?.fetch(`${namespace}:${id}`), null);
  }

  async save(id: string, form: object): Promise<void> {
    await attempt(
      () =>
        this._state?.save(
          `${namespace}:${id}`,
          form as ReadonlyPartialJSONValue
        ),
      undefined
    );
  }

  async remove(id: string): Promise<void> {
    await attempt(() => this._state?.remove(`${namespace}:${id}`), undefined);
  }

  /** The publication whose form was kept last for these paths, or null. Forgets forms that are old. */
  async find(selection: readonly string[]): Promise<string | null> {
    const { ids, values } = await attempt(() => this._state?.list(namespace), {
      ids: [],
      values: []
    });
    const kept = ids
      .map((id, index) => ({
        id: id.slice(namespace.length + 1),
        ...whatIsOf(values[index])
      }))
      .sort((a, b) => b.kept.localeCompare(a.kept));
    for (const { id } of kept.slice(atMost)) {
      await this.remove(id);
    }
    const key = selectionKey(selection);
    return kept.find(({ selection }) => selection === key)?.id ?? null;
  }

  private readonly _state: IStateDB | null;
}

export namespace StateFormStore {
  export interface IOptions {
    /** Null = nothing is kept over a reload. */
    readonly state: IStateDB | null;
  }
}

/** Of what, and when, a form was kept; '' where it does not say. */
function whatIsOf(form: unknown): { selection: string; kept: string } {
  const { selection, kept } = (form ?? {}) as Record<string, unknown>;
  return {
    selection: Array.isArray(selection) ? selectionKey(selection) : '',
    kept: typeof kept === 'string' ? kept : ''
  };
}

async function attempt<T>(
  act: () => Promise<T> | undefined,
  otherwise: T
): Promise<T> {
  try {
    return (await act()) ?? otherwise;
  } catch {
    return otherwise;
  }
}
