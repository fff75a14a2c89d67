/* Numbers, and how they are written. */

/** The middle one. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** The value that so large a part of the others does not exceed. */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

export const seconds = milliseconds => `${(milliseconds / 1000).toFixed(2)} s`;

export const megabytes = bytes => `${Math.round(bytes / 1e6)} MB`;

/** A target that must not be exceeded. */
export function atMost(what, value, limit, write = n => n.toFixed(2)) {
  return { what, value: write(value), limit: `≤ ${write(limit)}`, met: value <= limit }; // prettier-ignore
}
