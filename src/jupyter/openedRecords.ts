import type { IStateDB } from '@jupyterlab/statedb';
import type { IOpenedRecord, IOpenedRecords } from '../session/ports';

const key = 'jupyterlab-zenodo-publisher-opened:records';

/** So many are kept; the oldest go first. */
const atMost = 100;

/**
 * Remembers opened records in JupyterLab's state database, which belongs to the
 * workspace. Losing it loses a proposal only, so trouble is no reason to stop.
 */
export class StateOpenedRecords implements IOpenedRecords {
  constructor(private readonly _state: IStateDB | null) {}

  async note(record: IOpenedRecord): Promise<void> {
    const others = (await this._all()).filter(
      ({ folder }) => folder !== record.folder
    );
    try {
      await this._state?.save(key, {
        records: [{ ...record }, ...others].slice(0, atMost).map(one => ({
          ...one
        }))
      });
    } catch {
      // A proposal is lost.
    }
  }

  async of(selection: readonly string[]): Promise<readonly IOpenedRecord[]> {
    const all = selection.length > 0 ? await this._all() : [];
    return all.filter(({ folder }) =>
      selection.every(path => path === folder || path.startsWith(`${folder}/`))
    );
  }

  private async _all(): Promise<readonly IOpenedRecord[]> {
    let kept: unknown;
    try {
      kept = await this._state?.fetch(key);
    } catch {
      return [];
    }
    const { records } = (kept ?? {}) as { records?: unknown };
    return Array.isArray(records)
      ? (records as unknown[]).filter(isRecord)
      : [];
  }
}

const texts: readonly (keyof IOpenedRecord)[] = [
  'folder',
  'siteUrl',
  'recordId',
  'doi',
  'conceptDoi',
  'title'
];

/** The database is a file that anything may have written. */
function isRecord(value: unknown): value is IOpenedRecord {
  const record = (value ?? {}) as Record<string, unknown>;
  return (
    texts.every(name => typeof record[name] === 'string') && record.doi !== ''
  );
}
