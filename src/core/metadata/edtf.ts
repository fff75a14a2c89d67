/**
 * What is wrong with a date: not written as one, not in the calendar, or an
 * interval that ends before it begins.
 */
export type DateTrouble = 'form' | 'calendar' | 'order';

/** Days of the months of a year; month is 1 to 12. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month - 1
  ];
}

/** First and last day of a date, month or year, as numbers that can be compared. */
function bounds(date: string): { first: number; last: number } | DateTrouble {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) {
    return 'form';
  }
  const [year, month, day] = match.slice(1).map(part => Number(part ?? NaN));
  if (year < 1 || month < 1 || month > 12) {
    return 'calendar';
  }
  const firstMonth = month || 1;
  const lastMonth = month || 12;
  if (day < 1 || day > daysIn(year, firstMonth)) {
    return 'calendar';
  }
  const number = (m: number, d: number) => (year * 100 + m) * 100 + d;
  return {
    first: number(firstMonth, day || 1),
    last: number(lastMonth, day || daysIn(year, lastMonth))
  };
}

/**
 * What is wrong with a publication date, or null. It may be a day, a month, a
 * year or an interval of two of them. Times are refused, as the server refuses
 * them here; and so are `2026/..` and `202X`, at which the server stumbles.
 *
 * Sources: EDTF (Library of Congress, 2019), level 0, "Date" and "Time
 * Interval"; marshmallow-utils, `EDTFDateString`; metadata crosswalk 4.9.
 */
export function dateTrouble(date: string): DateTrouble | null {
  const parts = date.split('/').map(bounds);
  if (parts.length > 2) {
    return 'form';
  }
  const [start, end = start] = parts;
  if (typeof start === 'string' || typeof end === 'string') {
    return parts.includes('form') ? 'form' : 'calendar';
  }
  return start.first <= end.last ? null : 'order';
}

/**
 * What is wrong with a date that may have a time of day, as
 * `2026-11-21T10:00:00Z`, or null.
 *
 * Sources: EDTF (Library of Congress, 2019), level 0, "Date and Time";
 * marshmallow-utils, `EDTFDateTimeString`.
 */
export function dateTimeTrouble(date: string): DateTrouble | null {
  const time = /^(.{10})T(\d\d):(\d\d):(\d\d)(?:Z|[+-]\d\d(?::\d\d)?)?$/.exec(
    date
  );
  if (!time) {
    return dateTrouble(date);
  }
  const [hour, minute, second] = time.slice(2).map(Number);
  return hour < 24 && minute < 60 && second < 60
    ? dateTrouble(time[1])
    : 'form';
}

/**
 * What is wrong with a date that need not be certain, as `2026?`, or null.
 *
 * Sources: EDTF (Library of Congress, 2019), level 1, "Qualification of a date";
 * marshmallow-utils, `EDTFLevel2DateString`.
 */
export function uncertainDateTrouble(date: string): DateTrouble | null {
  return dateTrouble(date.replace(/[?~%]$/, ''));
}
