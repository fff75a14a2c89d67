/** The years that the MS-DOS field of a zip can say. */
const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2107, 11, 31, 23, 59, 58);

/**
 * Times of an entry as zip.js takes them, both in UTC: the extended timestamp
 * is UTC by its nature, and the MS-DOS field is computed here, because zip.js
 * would write the local time zone into it. An unknown time is the earliest
 * possible one: the same every time. Source: .ZIP File Format Specification
 * 6.3.10, section 4.4.6.
 *
 * @param lastModified - ISO 8601, or ''.
 */
export function zipTimes(lastModified: string): {
  lastModDate: Date;
  rawLastModDate: number;
} {
  const parsed = Date.parse(lastModified);
  const time = Number.isNaN(parsed)
    ? earliest
    : Math.min(Math.max(parsed, earliest), latest);
  const date = new Date(Math.floor(time / 1000) * 1000);
  const day =
    ((date.getUTCFullYear() - 1980) << 9) |
    ((date.getUTCMonth() + 1) << 5) |
    date.getUTCDate();
  const clock =
    (date.getUTCHours() << 11) |
    (date.getUTCMinutes() << 5) |
    (date.getUTCSeconds() >> 1);
  return { lastModDate: date, rawLastModDate: ((day << 16) | clock) >>> 0 };
}
