/** Dates, as marshmallow_utils and `edtf` look at them. */

import { broken } from '../http';
import { Load } from './loader';

/** First and last day of a date, month or year, as numbers. */
function boundsOf(value: string): [number, number] | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(part => Number(part ?? 0));
  const has = (m: number, d: number): boolean => {
    const date = new Date(Date.UTC(2000, m - 1, d));
    date.setUTCFullYear(year, m - 1, d);
    return date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  };
  if (
    !has(match[2] === undefined ? 1 : month, match[3] === undefined ? 1 : day)
  ) {
    return null;
  }
  return [
    (year * 100 + (month || 1)) * 100 + (day || 1),
    (year * 100 + (month || 12)) * 100 + (day || 31)
  ];
}

/** Whether a text is a date, or an interval that does not end before it begins. */
function isDateOrInterval(value: string): boolean {
  if (/\.\.|^\d{4}-2[1-4]$/.test(value)) {
    throw broken(); // The parser knows these, the validator does not.
  }
  const parts = value.trim().split('/').map(boundsOf);
  const [start, end = start] = parts;
  return (
    parts.length <= 2 && start !== null && end !== null && start[0] <= end[1]
  );
}

const load =
  (isRight: (value: string) => boolean): Load =>
  (value, path, errors) => {
    if (typeof value === 'string' && isRight(value)) {
      return value;
    }
    errors.add(path, 'Please provide a valid date or interval.');
    return undefined;
  };

/** `EDTFDateString`: a year, a month, a day, or two of them with a slash between. */
export const edtfDate = load(isDateOrInterval);

/** `EDTFDateTimeString`: a time of day is allowed as well. */
export const edtfDateTime = load(value => {
  const time = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d(:\d\d)?)?$/.exec(value); // prettier-ignore
  return time
    ? isDateOrInterval(time[1]) && time[2] <= '24' && time[3] <= '59' && time[4] <= '59' // prettier-ignore
    : isDateOrInterval(value);
});

/** `EDTFLevel2DateString`, as far as dates that are not certain go. */
export const edtfUncertain = load(value =>
  isDateOrInterval(value.replace(/[?~%]$/, ''))
);

/** `ISODateString`: one day; leading zeros may be missing. */
export const isoDate: Load = (value, path, errors) => {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(
    typeof value === 'string' ? value : ''
  );
  const day = match
    ? `${match[1]}-${match[2].padStart(2, '0')}-${match[3].padStart(2, '0')}`
    : '';
  if (boundsOf(day) === null) {
    errors.add(path, 'Not a valid date.');
    return undefined;
  }
  return day;
};
