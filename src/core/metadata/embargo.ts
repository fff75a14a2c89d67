import { cleanLine } from './clean';
import type { IEmbargo, IMetadata } from './model';

/** Written with or without leading zeros; the server takes both. */
const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** Midnight of a day in UTC, or null where there is no such day. */
function midnight(day: string): number | null {
  const match = DAY.exec(day);
  if (!match) {
    return null;
  }
  const [year, month, date] = match.slice(1).map(Number);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === date
    ? time.getTime()
    : null;
}

/** The time at which an embargo ends, in milliseconds since 1970; null where its day is none. */
export function embargoEnd({ until }: Pick<IEmbargo, 'until'>): number | null {
  return midnight(cleanLine(until));
}

/**
 * The details of a record as they are once its embargo has ended: the files are
 * public. A site makes them so by a daily run; until then it tells of an embargo
 * that it would itself refuse, and no other detail could be changed.
 *
 * Source: invenio-rdm-records, `EmbargoSchema`, `RecordAccess.lift_embargo`.
 *
 * @param now - the present time in milliseconds since 1970
 */
export function afterEmbargo(details: IMetadata, now: number): IMetadata {
  const { access, embargo } = details;
  const end = embargoEnd(embargo);
  return access !== 'public' && embargo.active && end !== null && end < now
    ? { ...details, access: 'public', embargo: { ...embargo, active: false } }
    : details;
}
