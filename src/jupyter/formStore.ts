import type { IStateDB } from '@jupyterlab/statedb';
import type { ReadonlyPartialJSONValue } from '@lumino/coreutils';
import type { IFormStore } from '../session/ports';

const prefix = 'jupyterlab-zenodo-publisher:form';

/**
 * Keeps what was typed in JupyterLab's state database, which belongs to the
 * workspace. Losing it loses typing, never a publication: that is the journal's.
 */
export class StateFormStore implements IFormStore {
  constructor(options: StateFormStore.IOptions) {
    this._state = options.state;
  }

  /** The form of a publication; null where none was kept or it cannot be read. */
  async load(id: string): Promise<unknown> {
    try {
      return (await this._state?.fetch(`${prefix}:${id}`)) ?? null;
    } catch {
      return null;
    }
  }

  async save(id: string, form: object): Promise<void> {
    await this._state?.save(
      `${prefix}:${id}`,
      form as ReadonlyPartialJSONValue
    );
  }

  /** Forget a publication's form. */
  async remove(id: string): Promise<void> {
    await this._state?.remove(`${prefix}:${id}`);
  }

  private readonly _state: IStateDB | null;
}

export namespace StateFormStore {
  export interface IOptions {
    /** Null = nothing is kept over a reload. */
    readonly state: IStateDB | null;
  }
}
