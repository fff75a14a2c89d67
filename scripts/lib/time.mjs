/* How long something takes. */

/** Run it; the seconds have one decimal. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, seconds: secondsSince(start) };
}

/** Seconds since a `performance.now()`, with one decimal. */
export function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
