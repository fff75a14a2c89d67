/**
 * Whether a text can be the id of a draft, a record or a parent. InvenioRDM's
 * are of digits, letters and hyphens (`recordid.py`: Crockford's base 32, or
 * numbers, as on Zenodo). What comes from a journal or a notebook may be
 * anything, and some servers decode `%2F` before they look at a path.
 */
export function isRecordId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}
