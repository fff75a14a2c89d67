/** Which DOIs lead where. */

import { objectOf, textOf } from './json';
import { IRecord } from './model';
import { ISettings } from './settings';
import { State } from './state';

/** What a DOI belongs to. */
export interface ITarget {
  /** The record to show: of all versions, the newest. */
  record: IRecord;
  /** Whether the DOI has been registered where the world looks it up. */
  registered: boolean;
}

/** The published record of a DOI, its own or that of all versions. */
export function targetOf(
  state: State,
  settings: ISettings,
  doi: string
): ITarget | null {
  for (const record of state.records.values()) {
    const own = textOf(objectOf(record.pids.doi).identifier);
    const ofAll = textOf(objectOf(record.parent.pids.doi).identifier);
    if (record.tombstone || !doi || ![own, ofAll].includes(doi)) {
      continue;
    }
    const shown = doi === own ? record : state.latestOf(record.parent);
    const first =
      doi === own ? record : (state.versionsOf(record.parent)[0] ?? record);
    return {
      record: shown ?? record,
      registered:
        settings.resolves &&
        settings.now() >= first.publishedAt + settings.doiDelay
    };
  }
  return null;
}
